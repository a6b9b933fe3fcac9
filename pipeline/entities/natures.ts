import type { EntityId } from '../model/ids.ts'
import { HEAD_NOUNS, KIND_NOUNS } from './cues.ts'
import type { Linked } from './link.ts'
import type { Registry } from './registry.ts'
import { isCapital, type Unit } from './units.ts'

/**
 * The common nouns by which a text can come back to an entity: "captain" and "ferry captain" from "Captain Roe" and
 * "Roe, the ferry captain", "island" from "the island of Osk", "coast guard" from "Norland Coast Guard".
 */
export type Natures = ReadonlyMap<EntityId, ReadonlySet<string>>

export function naturesOf(
  linked: readonly Linked[],
  sentences: readonly (readonly Unit[])[],
  registry: Registry,
): Natures {
  const natures = new Map<EntityId, Set<string>>()
  for (const { entity, from, to, candidate, type } of linked) {
    if (entity === null || type === 'group') continue
    const found = natures.get(entity) ?? new Set(ownNouns(registry.drafts.get(entity)!.name))
    natures.set(entity, found)
    const units = sentences[candidate.sentence]!
    if (candidate.title !== null) addPhrase(found, units, candidate.from - 1)
    const before = units[from - 1]?.text === 'of' ? from - 2 : from - 1
    if (isKind(units[before]) && (before === from - 1 || KIND_NOUNS.get(units[before]!.folded) === 'place'))
      addPhrase(found, units, before)
    const apposed = apposition(units, to) ?? copula(units, to)
    if (apposed !== null) addPhrase(found, units, apposed)
    if (type === 'person' && isAuthor(units, from)) found.add('author').add('writer')
  }
  return natures
}

/** The last word or two, before any "of" or "on", of a name with a noun of its kind there. */
function ownNouns(name: string): string[] {
  const words = name
    .toLowerCase()
    .split(/ (?:of|on|for|in) /)[0]!
    .split(/[\s-]+/)
  const noun = words.at(-1)!
  if (name.split(/[\s-]+/).length < 2 || !HEAD_NOUNS.has(noun)) return []
  // A footbridge comes back as "the bridge", too.
  const plain = noun.replace(/^(?:foot|draw)(?=bridge$)/, '')
  const own = plain === noun ? [noun] : [noun, plain]
  return words.length > 2 ? [...own, words.slice(-2).join(' ')] : own
}

/** "A paper by Ada Roe" has her for its author. */
function isAuthor(units: readonly Unit[], from: number): boolean {
  if (units[from - 1]?.folded !== 'by') return false
  return /^(paper|book|study|report|article|essay|monograph|column|novel|memoir|thesis)$/.test(
    units[from - 2]?.folded ?? '',
  )
}

/** Where the noun of "Aurora is a roll-on ferry with doors" stands; null where no noun of kind follows "is a". */
export function copula(units: readonly Unit[], to: number): number | null {
  if (!/^(is|was|are|were|remains|became)$/.test(units[to]?.text ?? '')) return null
  if (!/^(a|an|the|one)$/.test(units[to + 1]?.text ?? '')) return null
  for (let at = to + 2; at < Math.min(units.length, to + 10); at++) {
    const unit = units[at]!
    if (/^(of|that|which|who|in|for|with|to|from|at|\)|['’]s?)$/.test(unit.text)) return null
    if (isKind(unit) && !/^(NOUN|PROPN)$/.test(units[at + 1]?.word.pos ?? '')) return at
  }
  return null
}

function isKind(unit: Unit | undefined): boolean {
  return unit !== undefined && !isCapital(unit) && KIND_NOUNS.has(unit.folded)
}

/** The noun, and the noun with the word before it: "minister", "prime minister". */
function addPhrase(natures: Set<string>, units: readonly Unit[], at: number): void {
  const noun = units[at]
  if (noun === undefined) return
  natures.add(noun.folded.replace(/\.$/, ''))
  const before = units[at - 1]
  if (before !== undefined && /^[a-z]+$/.test(before.folded)) natures.add(`${before.folded} ${noun.folded}`)
}

/** Where the noun of "Aurora, a fishing boat from Osk" stands; null where no noun of kind follows a comma. */
export function apposition(units: readonly Unit[], to: number): number | null {
  if (units[to]?.text !== ',' && units[to]?.text !== '(') return null
  if (!/^(a|an|the|its|their|his|her|our)$/.test(units[to + 1]?.text ?? '')) return null
  for (let at = to + 2; at < Math.min(units.length, to + 7); at++) {
    const unit = units[at]!
    if (/^(of|,|that|which|who|in|for|\)|['’]s?)$/.test(unit.text)) return null
    if (isKind(unit) && !isKind(units[at + 1]) && !/^['’]s?$/.test(units[at + 1]?.text ?? '')) return at
  }
  return null
}
