import type { EntityType } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import { fold } from './names.ts'
import { isCapital, type Unit } from './units.ts'

/** One name of one known thing. */
export interface KnownName {
  readonly id: EntityId
  readonly name: string
  /** The mention's type: a demonym is a `group`, what it links to a place. */
  readonly type: EntityType
  readonly demonym: boolean
}

/** A trie over folded units: matching is linear in the text, whatever the number of names. */
export interface Dictionary {
  readonly next: Map<string, Dictionary>
  /** Names that end here; several where one name means several things ("Georgia"). */
  readonly names: KnownName[]
}

/** A match of the half-open range `from`..`to` of a sentence's units. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly names: readonly KnownName[]
}

export function emptyDictionary(): Dictionary {
  return { next: new Map(), names: [] }
}

/** Adds a name in all ways of joining its words: "Air Base", "Air-Base" and "Airbase" are one. */
export function addName(dictionary: Dictionary, known: KnownName): void {
  const parts = partsOf(known.name)
  if (parts.length === 0) return
  insert(dictionary, parts, known)
  if (parts.length > 1 && parts.length <= 6)
    for (let at = 0; at + 1 < parts.length; at++)
      insert(dictionary, [...parts.slice(0, at), parts[at]! + parts[at + 1]!, ...parts.slice(at + 2)], known)
}

function insert(dictionary: Dictionary, parts: readonly string[], known: KnownName): void {
  let node = dictionary
  for (const part of parts) {
    let next = node.next.get(part)
    if (next === undefined) {
      next = emptyDictionary()
      node.next.set(part, next)
    }
    node = next
  }
  if (!node.names.some((name) => name.id === known.id && name.type === known.type)) node.names.push(known)
}

/** The folded words of a name, split as units are; "Airbase" becomes "air base", as catalogues write it. */
export function partsOf(name: string): string[] {
  return fold(name)
    .replace(/\bairbase\b/g, 'air base')
    .split(/[^\p{L}\p{M}\p{N}.'&+]+/u)
    .filter((part) => part !== '')
}

/** The longest name that begins at a unit, or null. Hyphens between its words are passed over. */
export function matchAt(dictionary: Dictionary, units: readonly Unit[], from: number): Match | null {
  let node: Dictionary | undefined = dictionary
  let best: Match | null = null
  for (let at = from; at < units.length; at++) {
    const unit = units[at]!
    if (unit.shape === 'hyphen' && at > from) continue
    node =
      node.next.get(unit.folded) ??
      (unit.folded.endsWith('.') ? node.next.get(unit.folded.slice(0, -1)) : undefined)
    if (node === undefined) break
    if (unit.newLine && at > from) break
    if (node.names.length > 0) {
      const names = node.names.filter((known) => isWrittenAs(units, from, at + 1, known))
      // "US$70 million" is money.
      if (names.length > 0 && units[at + 1]?.text !== '$') best = { from, to: at + 1, names }
    }
  }
  return best
}

/**
 * A short name must be written exactly ("US", "WHO", "IT" are no pronouns), a longer one with its capitals or all
 * in capitals; a name that the catalogue writes in lower case is found in any case. A place may lack its capitals
 * where the words say that it is one: "in san francisco".
 */
function isWrittenAs(units: readonly Unit[], from: number, to: number, { name, type }: KnownName): boolean {
  if (!/\p{Lu}/u.test(name)) return true
  if (name.length <= 4) {
    const written = units
      .slice(from, to)
      .map((unit) => unit.text)
      .join('')
    return written === name || (!/^\p{Lu}+$/u.test(name) && written === name.toUpperCase())
  }
  let small = false
  for (let at = from; at < to; at++) {
    const unit = units[at]!
    if (isCapital(unit) || unit.shape === 'hyphen' || unit.shape === 'number') continue
    if (name.includes(unit.text) || unit.folded === 'the') continue
    small = true
  }
  return !small || (type === 'place' && isPlaceInSmallLetters(units, from))
}

function isPlaceInSmallLetters(units: readonly Unit[], from: number): boolean {
  if (units[from]!.word.pos === 'PROPN') return true
  return (
    /^(in|from|to|near)$/.test(units[from - 1]?.folded ?? '') && !/^(china|turkey)$/.test(units[from]!.folded)
  )
}
