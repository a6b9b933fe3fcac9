import type { EntityId } from '../model/ids.ts'
import { explainedBy, isBare } from './acronyms.ts'
import { seriesOf } from './editions.ts'
import { isShort, MOST_LONGER, spelt } from './one-name.ts'
import { MOST_BEARERS, personKeys } from './persons.ts'
import type { Profile, Usage, Written } from './pool.ts'
import { loneWord, spellingsOf } from './spelling.ts'
import { wordsOf, writing } from './variants.ts'

/*
 * Under which keys a rule may join an id with another, or look at it. Who shares a linking key is resolved together, so
 * that a component of names that hang together is resolved as if nothing else were there.
 */

/**
 * Keys that only tell others that somebody bears them. Who asks for them is joined with the bearers where these are few,
 * or only looks at whether there are any (null).
 */
const TOLD: readonly {
  readonly told: readonly string[]
  readonly asks: string
  readonly most: number | null
}[] = [
  { told: ['bears'], asks: 'word', most: null },
  { told: ['family'], asks: 'bare', most: MOST_BEARERS },
  { told: ['begins', 'ends'], asks: 'short', most: MOST_LONGER },
]

/** All keys of a profile; `written` is its entry in the catalogue. */
export function keysOf(profile: Profile, written: Written | undefined): ReadonlySet<string> {
  const { id, name, type, basis } = profile
  const keys = new Set<string>([`id ${id}`, ...spellingsOf(profile)])
  for (const other of [...(written?.sameAs ?? []), ...(written?.textIds ?? []), ...seriesOf(profile)])
    keys.add(`id ${other}`)
  for (const known of written ? [written.name, ...written.aliases] : [])
    keys.add(`id ${known}`).add(`written ${writing(known)}`)
  if (basis === 'text') keys.add(`written ${writing(name)}`)
  for (const key of type === 'person' ? personKeys(name) : []) keys.add(key)
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
  const [kind, word] = partsOf(key)
  const told = TOLD.find((rule) => rule.told.includes(kind))
  return usage.bearers(told ? `${told.asks} ${word}` : key)
}

/** Who may be joined with somebody by a key. */
export function linkedBy(key: string, usage: Usage): readonly EntityId[] {
  const [kind, word] = partsOf(key)
  const rule = TOLD.find(({ told, asks }) => asks === kind || told.includes(kind))
  if (!rule) return usage.bearers(key)
  const asking = usage.bearers(`${rule.asks} ${word}`)
  if (rule.most === null) return kind === rule.asks ? asking : []
  if (asking.length === 0) return []
  const limit = rule.most + 1
  const bearers = new Set(rule.told.flatMap((told) => usage.bearers(`${told} ${word}`, limit)))
  const few = bearers.size <= rule.most ? [...bearers] : []
  return kind === rule.asks || few.length > 0 ? [...asking, ...few] : []
}

/** The keys whose bearers the two above ask for. */
export function relatedKeys(key: string): readonly string[] {
  const [kind, word] = partsOf(key)
  const rule = TOLD.find(({ told, asks }) => asks === kind || told.includes(kind))
  return rule ? [key, ...[rule.asks, ...rule.told].map((other) => `${other} ${word}`)] : [key]
}

function partsOf(key: string): readonly [string, string] {
  const at = key.indexOf(' ')
  return [key.slice(0, at), key.slice(at + 1)]
}
