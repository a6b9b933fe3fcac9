import { LARGEST_BLOCK, mayDispute } from './blocks.ts'
import { unpackEntries, WIDTH } from './entries.ts'
import { cellOf, type Filed } from './rebound.ts'

/** The claims of a cell by side: those of one side are looked at together. */
type Sides = ReadonlyMap<number, readonly number[]>

/**
 * The pairs to be compared: new claims with those in their cells that they may dispute, and those whom a cell that is
 * small enough again brings together. What shares several cells comes once.
 */
export function* candidatePairs(filed: Filed): Generator<readonly [number, number]> {
  const { claims, merged } = filed.changes
  const sidesOf = cellReader(filed)
  for (const [claim, { place, side, blocks }] of claims) {
    const met = new Set<number>()
    for (const block of blocks) {
      const { members } = filed.changes.blocks.get(block)!
      if (members < 2) continue
      const cell = members > LARGEST_BLOCK ? cellOf(block, place, filed.tables) : block
      for (const [other, members] of sidesOf(cell)) {
        if (!mayDispute(side, other)) continue
        for (const member of members) {
          // Of two new claims, the one with the higher number is held against the other.
          if ((member >= claim && claims.has(member)) || met.has(member)) continue
          met.add(member)
          yield [claim, member]
        }
      }
    }
  }
  for (const cell of merged) {
    const sides = [...sidesOf(cell)]
    for (const [at, [side, ones]] of sides.entries())
      for (const [other, others] of sides.slice(at)) {
        if (!mayDispute(side, other)) continue
        for (const [index, a] of ones.entries())
          for (const b of side === other ? ones.slice(index + 1) : others)
            if (!claims.has(a) && !claims.has(b)) yield [a, b]
      }
  }
}

/** What was read once is remembered, as long as no cell changes. */
function cellReader({ tables }: Filed): (cell: number) => Sides {
  const known = new Map<number, Sides>()
  return (cell) => {
    const sides = known.get(cell) ?? readSides(tables.cells.find({ cell })[0]?.entries ?? '')
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
