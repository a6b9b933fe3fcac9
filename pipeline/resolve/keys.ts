import type { EntityId } from '../model/ids.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import { explainedBy, isBare } from './acronyms.ts'
import { seriesOf } from './editions.ts'
import { isShort, longerNames, MOST_LONGER, spelt } from './one-name.ts'
import { surnameOf } from './persons.ts'
import type { Profile, Usage } from './pool.ts'
import { loneWord, spellingsOf } from './spelling.ts'
import { wordsOf, writing } from './variants.ts'

/*
 * Under which keys a rule may join an id with another, or look at it. Who shares a linking key is resolved together, so
 * that a component of names that hang together is resolved as if nothing else were there.
 */

/** Keys that only tell a rule that somebody bears them: they link nobody. */
const TOLD = /^(?:bears|begins|ends) /

/** All keys of a profile; `written` is its entry in the catalogue. */
export function keysOf(profile: Profile, written: CatalogueEntity | undefined): ReadonlySet<string> {
  const { id, name, type, basis } = profile
  const keys = new Set<string>([`id ${id}`, ...spellingsOf(profile)])
  for (const other of [...(written?.sameAs ?? []), ...seriesOf(profile)]) keys.add(`id ${other}`)
  for (const known of written ? [written.name, ...written.aliases] : [])
    keys.add(`id ${known}`).add(`written ${writing(known)}`)
  if (basis === 'text') keys.add(`written ${writing(name)}`)
  const surname = surnameOf(name)
  if (type === 'person' && surname !== undefined) keys.add(`surname ${surname}`)
  const word = loneWord(profile)
  if (word !== null) keys.add(`word ${word}`)
  for (const acronym of isBare(profile) ? [name] : explainedBy(profile)) keys.add(`acronym ${acronym}`)
  const shown = spelt(name)
  keys.add(`spelt ${shown}`)
  if (isShort(shown)) keys.add(`short ${shown}`)
  for (const key of toldBy(profile, shown)) keys.add(key)
  return keys
}

function toldBy({ name, type }: Profile, shown: string): readonly string[] {
  const told: string[] = []
  const words = wordsOf(name)
  if (type === 'person' && words.length > 1) told.push(`bears ${words[0]}`, `bears ${words.at(-1)}`)
  const [first, ...more] = shown.split(' ')
  if (more.length > 0) told.push(`begins ${first}`, `ends ${more.at(-1)}`)
  return told
}

/** Whose resolution may change with a key that somebody gained or lost. */
export function concernedBy(key: string, usage: Usage): readonly EntityId[] {
  if (!TOLD.test(key)) return usage.bearers(key)
  const word = key.slice(key.indexOf(' ') + 1)
  return key.startsWith('bears ') ? usage.bearers(`word ${word}`) : usage.bearers(`short ${word}`)
}

/** Who may be joined with somebody by a key. */
export function linkedBy(key: string, usage: Usage): readonly EntityId[] {
  if (key.startsWith('bears ')) return []
  const word = key.slice(key.indexOf(' ') + 1)
  if (key.startsWith('begins ') || key.startsWith('ends ')) {
    const short = usage.bearers(`short ${word}`)
    return short.length > 0 && longerNames(word, usage).length <= MOST_LONGER ? short : []
  }
  const longer = key.startsWith('short ') ? longerNames(word, usage) : []
  return [...usage.bearers(key), ...(longer.length <= MOST_LONGER ? longer : [])]
}
