import type { Known } from '../../model/document.ts'
import { parseDate } from '../infer/date.ts'
import type { StatedMetadata } from '../stated-metadata.ts'
import { NOTHING_STATED } from '../stated-metadata.ts'
import { inline } from '../text-builder.ts'
import { articleOf, nameIn, textIn } from './json-ld.ts'
import type { Page } from './page.ts'

type Candidate = readonly [reason: string, value: string | null]

/** What a page declares of itself, and the dates that it declares beside the one that was taken. */
export interface Declared {
  readonly stated: StatedMetadata
  readonly otherDates: readonly string[]
}

/**
 * Title, author, date, publisher and address as a page declares them for machines; of several declarations the first
 * of: JSON-LD (schema.org NewsArticle and its kin), OpenGraph, the meta elements of Highwire and Dublin Core, and
 * elements of the page itself. A date is taken only where the page says that it is the date of publication.
 */
export function declaredMetadata(document: Page): Declared {
  const article = articleOf(document)
  const meta = metaValues(document)
  const shown = (selector: string): string | null =>
    cleaned(document.querySelector(selector)?.textContent ?? null)
  const dates: readonly Candidate[] = [
    ['JSON-LD', textIn(article, 'datePublished')],
    ['OpenGraph', meta('article:published_time', 'og:published_time', 'og:article:published_time')],
    [
      'meta element',
      meta(
        'citation_publication_date',
        'citation_date',
        'dc.date.issued',
        'dcterms.issued',
        'dc.date',
        'datepublished',
        'publication_date',
        'publish-date',
        'pubdate',
        'parsely-pub-date',
        'sailthru.date',
        'date',
      ),
    ],
    ['time element', publicationTime(document)],
  ]
  const dated = dates.flatMap(([reason, value]) => {
    const edtf = value === null ? null : parseDate(value.replace(/\s+/g, ' ').trim())
    return edtf === null ? [] : [{ edtf, reason }]
  })
  const published = dated[0]
  return {
    stated: {
      ...NOTHING_STATED,
      title: first([
        ['JSON-LD', textIn(article, 'headline') ?? textIn(article, 'name')],
        ['OpenGraph', meta('og:title')],
        ['meta element', meta('citation_title', 'dc.title', 'dcterms.title', 'twitter:title')],
        ['only first heading', onlyHeading(document)],
        ['title element', shown('head > title')],
      ]),
      publisher: first([
        ['JSON-LD', nameIn(article, 'publisher') ?? nameIn(article, 'sourceOrganization')],
        ['OpenGraph', meta('og:site_name')],
        [
          'meta element',
          meta('citation_journal_title', 'dc.publisher', 'dcterms.publisher', 'application-name'),
        ],
      ]),
      author: first([
        ['JSON-LD', nameIn(article, 'author') ?? nameIn(article, 'creator')],
        [
          'meta element',
          meta('citation_author', 'author', 'dc.creator', 'dcterms.creator', 'parsely-author'),
        ],
        ['OpenGraph', withoutAddress(meta('article:author'))],
        [
          'byline element',
          shown('[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]'),
        ],
      ]),
      published: published ? { value: published.edtf, basis: 'embedded', reason: published.reason } : null,
      url: first([
        [
          'canonical link',
          webAddress(document.querySelector('link[rel~="canonical"]')?.getAttribute('href')),
        ],
        ['JSON-LD', webAddress(textIn(article, 'url') ?? textIn(article, 'mainEntityOfPage'))],
        ['OpenGraph', webAddress(meta('og:url'))],
      ]),
    },
    otherDates: [...new Set(dated.map(({ edtf }) => edtf))].slice(1),
  }
}

/** A meta element's content by the first of the given names that is there, several of one name joined. */
function metaValues(document: Page): (...names: readonly string[]) => string | null {
  const values = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = cleaned(element.getAttribute('content'))
    if (!name || !content) continue
    const key = name.toLowerCase()
    const all = values.get(key) ?? []
    if (!all.includes(content)) values.set(key, [...all, content])
  }
  return (...names) => {
    for (const name of names) {
      const all = values.get(name)
      if (all) return name.startsWith('citation_author') ? all.join(', ') : all[0]!
    }
    return null
  }
}

/** Only what is said to be the publication: a page's other times belong to comments and to other articles. */
function publicationTime(document: Page): string | null {
  const time = document.querySelector(
    'time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"], time.published, time.entry-date, .dt-published',
  )
  if (time) return time.getAttribute('datetime') ?? time.getAttribute('content') ?? cleaned(time.textContent)
  const inHeader = document.querySelectorAll(
    'article header time[datetime], header.article-header time[datetime]',
  )
  return inHeader.length === 1 ? inHeader[0]!.getAttribute('datetime') : null
}

function onlyHeading(document: Page): string | null {
  const headings = document.querySelectorAll('h1')
  return headings.length === 1 ? cleaned(headings[0]!.textContent) : null
}

function first(candidates: readonly Candidate[]): Known<string> | null {
  const found = candidates.find(([, value]) => value !== null)
  return found ? { value: found[1]!, basis: 'embedded', reason: found[0] } : null
}

const LONGEST = 500

function cleaned(value: string | null): string | null {
  const text = inline(value ?? '').trim()
  return text === '' || text.length > LONGEST ? null : text
}

function withoutAddress(value: string | null): string | null {
  return value !== null && /^https?:/i.test(value) ? null : value
}

/** Only whole addresses of the web; nothing is ever fetched from there. */
function webAddress(value: string | null | undefined): string | null {
  const address = (value ?? '').trim()
  return /^https?:\/\/[^\s<>"]{3,2000}$/i.test(address) ? address : null
}
