import type { ComparisonTables } from '../../model/comparison.ts'
import { readBlocks } from './block-list.ts'
import { mayDispute } from './blocks.ts'
import { cellOf, readCellsAhead } from './cells.ts'
import { unpackEntries, WIDTH } from './entries.ts'

/** Two claims, by their numbers. */
export type Pair = readonly [number, number]

/** What finding pairs reads. */
export type FiledClaims = Pick<ComparisonTables, 'claims' | 'cells' | 'bounded'>

/** The claims of a cell by side: those of one side are looked at together. */
type Sides = ReadonlyMap<number, readonly number[]>

/**
 * The pairs to be compared: new claims with those in their cells that they may dispute. What shares several cells comes
 * once, and of two new claims the one with the higher number is held against the other: whoever judges them, and in
 * whatever portions, no pair is judged twice.
 */
export function* candidatePairs(
  claims: readonly number[],
  isNew: (claim: number) => boolean,
  tables: FiledClaims,
  sidesOf = cellReader(tables),
): Generator<Pair> {
  tables.claims.ahead('claim', claims)
  // What is gone since is nobody's any more.
  const standing = claims.flatMap((claim) =>
    tables.claims
      .find({ claim })
      .map(({ place, side, blocks }) => ({ claim, place, side, blocks: readBlocks(blocks) })),
  )
  readCellsAhead(
    standing.flatMap(({ blocks }) => blocks),
    () => standing.flatMap(({ place, blocks }) => blocks.map((block) => ({ block, place }))),
    tables,
  )
  for (const { claim, place, side, blocks } of standing) {
    const met = new Set<number>()
    for (const block of blocks)
      for (const [other, members] of sidesOf(cellOf(block, place, tables))) {
        if (!mayDispute(side, other)) continue
        for (const member of members) {
          if (member === claim || met.has(member) || (member > claim && isNew(member))) continue
          met.add(member)
          yield [claim, member]
        }
      }
  }
}

/** The pairs of a cell that may dispute each other, but for those with new claims. */
export function* pairsWithin(
  cell: number,
  isNew: (claim: number) => boolean,
  tables: FiledClaims,
): Generator<Pair> {
  const sides = [...cellReader(tables)(cell)]
  for (const [at, [side, ones]] of sides.entries())
    for (const [other, others] of sides.slice(at)) {
      if (!mayDispute(side, other)) continue
      for (const [index, a] of ones.entries())
        for (const b of side === other ? ones.slice(index + 1) : others)
          if (!isNew(a) && !isNew(b)) yield [a, b]
    }
}

/** Cells that are remembered unpacked, and the length from which they are: the small ones are soon unpacked again. */
const REMEMBERED = 20_000
const LARGE = 300
const NOBODY: Sides = new Map()

/** Reads cells as long as none of them changes: what many claims share is unpacked once. */
export function cellReader({ cells }: FiledClaims): (cell: number) => Sides {
  const known = new Map<number, Sides>()
  return (cell) => {
    const before = known.get(cell)
    if (before) return before
    const packed = cells.find({ cell })[0]?.entries
    if (!packed) return NOBODY
    const sides = readSides(packed)
    if (packed.length < LARGE) return sides
    if (known.size >= REMEMBERED) known.clear()
    known.set(cell, sides)
    return sides
  }
}

function readSides(packed: string): Sides {
  const entries = unpackEntries(packed)
  const sides = new Map<number, number[]>()
  for (let at = 0; at < entries.length; at += WIDTH) {
    const [claim, side] = [entries[at + 1]!, entries[at + 2]!]
    const claims = sides.get(side)
    if (claims) claims.push(claim)
    else sides.set(side, [claim])
  }
  return sides
}
