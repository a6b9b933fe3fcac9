import type { IsoDate } from '../../model/time.ts'
import type { Proposition } from '../propositions/proposition.ts'

/*
 * The place of a claim among others, as one number of 47 bits: year, month and day of publication, then chance, which is
 * the beginning of the claim's id. It depends on nothing but the claim, and an integer is what databases keep best.
 */

/** Bits of a place below each level of cells: all of a block, then its years, months and days, then by chance. */
const BELOW = [47, 33, 29, 24, 20, 16, 12, 8]

/** What is as narrow as this is cut no further. */
export const NARROWEST = BELOW.length - 1

export function placeOf({ claim, document }: Proposition): number {
  return placeAt(document.publishedEarliest, claim.id)
}

/** `0000-00-00`, which sorts before all days, where the day is not known. */
export function placeAt(day: IsoDate | null, claim: string): number {
  // Of years with four digits, cut by hand: taking a date apart by its strokes takes ten times as long.
  const [year = 0, month = 0, date = 0] =
    day?.length === 10
      ? [+day.slice(0, 4), +day.slice(5, 7), +day.slice(8)]
      : (day ?? '').split('-').map(Number)
  const chance = Number.parseInt(claim.slice(2, 8), 16)
  return ((year * 16 + month) * 32 + date) * 2 ** 24 + chance
}

/**
 * The number of the part of a block that a place lies in: the block's own for the whole of it (level 0), else a hash of
 * block, level and what the places in it have in common. Like two blocks, two parts that share a number are compared
 * with each other to no effect.
 */
export function cellNumber(block: number, level: number, place: number): number {
  if (level === 0) return block
  const common = Math.floor(place / 2 ** BELOW[level]!)
  return hash([
    block % 2 ** 32,
    Math.floor(block / 2 ** 32),
    level,
    common % 2 ** 32,
    Math.floor(common / 2 ** 32),
  ])
}

/** A text as a number of 48 bits. */
export function numberOf(text: string): number {
  return hash(text)
}

/** 48 bits of a hash that need not withstand anybody (cyrb53, public domain): SHA-256 takes twenty times as long. */
function hash(of: string | readonly number[]): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < of.length; at++) {
    const unit = typeof of === 'string' ? of.charCodeAt(at) : of[at]!
    a = Math.imul(a ^ unit, 2_654_435_761)
    b = Math.imul(b ^ unit, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return 2 ** 32 * (b & 0xffff) + (a >>> 0)
}
