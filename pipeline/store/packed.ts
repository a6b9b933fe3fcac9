import type { OptionalSpan } from '../model/claim.ts'
import type { Quantity } from '../model/quantity.ts'

/*
 * What the lists of a stored claim are made of: spans from the claim's start, words that its quote has, lemmas and entities
 * that mostly are one and the same.
 */

export type Packed = readonly unknown[]

export function packQuantity(quantity: Quantity, from: number): Packed {
  const { kind, value, low, high, bound, unit, precision } = quantity
  return [packSpan(quantity, from), kind, value, low, high, bound, unit, precision]
}

export function unpackQuantity(packed: Packed, from: number): Quantity {
  const [span, kind, value, low, high, bound, unit, precision] = packed
  return { ...unpackSpan(span, from), kind, value, low, high, bound, unit, precision } as Quantity
}

/** 0 for words that stand in the quote where their span says. */
export function packWords(words: string, at: Packed | 0, quote: string): string | 0 {
  return at !== 0 && words === wordsAt(at, quote) ? 0 : words
}

export function unpackWords(packed: unknown, at: unknown, quote: string): string {
  return typeof packed === 'string' ? packed : wordsAt(at as Packed, quote)
}

function wordsAt(at: Packed, quote: string): string {
  const from = at[0] as number
  return quote.slice(from, from + (at[1] as number))
}

/** Most often the head is one of the lemmas, and often the only one: then it stands once. */
export function packHead(head: string, lemmas: readonly string[]): string | number {
  const at = lemmas.indexOf(head)
  return at < 0 || lemmas.length === 1 ? head : at
}

export function unpackHead(packed: unknown, lemmas: readonly string[]): string {
  return typeof packed === 'number' ? lemmas[packed]! : (packed as string)
}

export function packLemmas(lemmas: readonly string[], head: string): readonly string[] | 0 | 1 {
  return lemmas.length === 1 && lemmas[0] === head ? 1 : listed(lemmas)
}

export function unpackLemmas(packed: unknown, head: unknown): readonly string[] {
  return packed === 1 ? [head as string] : ((packed || NONE) as readonly string[])
}

/** Start and length; 0 where the word is understood and not written. */
export function packSpan({ start, end }: OptionalSpan, from: number): Packed | 0 {
  return start === null || end === null ? 0 : [start - from, end - start]
}

export function unpackSpan(packed: unknown, from: number): OptionalSpan {
  return { start: startOf(packed, from), end: endOf(packed, from) }
}

export function startOf(packed: unknown, from: number): number | null {
  return packed ? from + (packed as readonly number[])[0]! : null
}

export function endOf(packed: unknown, from: number): number | null {
  return packed ? from + (packed as readonly number[])[0]! + (packed as readonly number[])[1]! : null
}

/** What is empty is one and the same. Fields are read one by one: taking lists apart made comparing a tenth slower. */
export const NONE: readonly never[] = []
export const NO_DATES = [null, null, null]

/** Most often the whole is all that is named. */
export function packEntities(entities: readonly string[], whole: string | null): readonly string[] | 0 | 1 {
  return entities.length === 1 && entities[0] === whole ? 1 : listed(entities)
}

export function unpackEntities(packed: unknown, whole: string | null): readonly string[] {
  return packed === 1 ? [whole!] : ((packed || NONE) as readonly string[])
}

export function listed<T>(list: readonly T[]): readonly T[] | 0 {
  return list.length > 0 ? list : 0
}

/** Without what is empty at the end. */
export function shortened(list: Packed): Packed {
  return list.slice(0, list.findLastIndex((value) => value !== 0) + 1)
}
