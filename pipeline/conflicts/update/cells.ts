import type { ComparisonTables } from '../../model/comparison.ts'
import { cellNumber } from './place.ts'

type Cells = Pick<ComparisonTables, 'cells' | 'bounded'>

/** The number of the cell of a block that a place lies in. */
export function cellOf(block: number, place: number, { bounded }: Cells): number {
  let cell = block
  for (let level = 1; bounded.count({ cell }) > 0; level++) cell = cellNumber(block, level, place)
  return cell
}

interface Place {
  readonly block: number
  readonly place: number
}

/**
 * Reads the cells that places lie in, level by level: in as many reads as there are levels, and one. Most blocks are one
 * cell, so that their places are not looked at.
 */
export function readCellsAhead(
  blocks: Iterable<number>,
  placesIn: () => Iterable<Place>,
  { cells, bounded }: Cells,
): void {
  const whole = new Set(blocks)
  bounded.ahead('cell', whole)
  const isBounded = (cell: number) => bounded.count({ cell }) > 0
  const found: number[] = []
  for (const block of whole) if (!isBounded(block)) found.push(block)
  for (const block of found) whole.delete(block)
  let inside = whole.size > 0 ? [...placesIn()].filter(({ block }) => whole.has(block)) : []
  for (let level = 1; inside.length > 0; level++) {
    const parts = inside.map(({ block, place }) => cellNumber(block, level, place))
    bounded.ahead('cell', parts)
    for (const part of new Set(parts)) if (!isBounded(part)) found.push(part)
    inside = inside.filter((_, at) => isBounded(parts[at]!))
  }
  cells.ahead('cell', found)
}
