import type { Page } from './page.ts'

/** The properties of a schema.org thing, unchecked: whatever the page's author wrote. */
export type Thing = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Posting)$/
const MOST_CHARACTERS = 1_000_000
const MOST_THINGS = 1_000

/**
 * The article that a page describes in JSON-LD (https://schema.org/NewsArticle), wherever in lists and graphs it
 * stands; null where there is none. What does not parse is passed over: pages are full of it.
 */
export function articleOf(document: Page): Thing | null {
  const open: unknown[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? ''
    if (json.length > MOST_CHARACTERS) continue
    try {
      open.push(JSON.parse(json.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '')))
    } catch {}
  }
  // By index, for the list grows while it is walked.
  for (let at = 0; at < open.length && at < MOST_THINGS; at++) {
    const value = open[at]
    if (Array.isArray(value)) open.push(...value.slice(0, MOST_THINGS))
    else if (isThing(value)) {
      if (typesOf(value).some((type) => ARTICLE_TYPE.test(type))) return value
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'])
        if (value[key]) open.push(value[key])
    }
  }
  return null
}

/** A property that is a text, or a thing with an address. */
export function textIn(thing: Thing | null, key: string): string | null {
  const value = thing?.[key]
  if (typeof value === 'string' && value.trim() !== '') return value.replace(/\s+/g, ' ').trim()
  return isThing(value) && typeof value['@id'] === 'string' ? value['@id'] : null
}

/** The names in a property that holds a name, a person, an organisation, or several; joined by commas. */
export function nameIn(thing: Thing | null, key: string): string | null {
  const values = [thing?.[key]].flat()
  const names = values.flatMap((value) => {
    const name = isThing(value) ? value.name : value
    return typeof name === 'string' && name.trim() !== '' && !/^https?:/i.test(name) ? [name.trim()] : []
  })
  return names.length > 0 ? [...new Set(names)].join(', ').replace(/\s+/g, ' ') : null
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string')
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
