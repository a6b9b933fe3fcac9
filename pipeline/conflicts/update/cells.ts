import type { ComparisonTables } from '../../model/comparison.ts'
import { cellNumber } from './place.ts'

type Cells = Pick<ComparisonTables, 'cells' | 'bounded'>

/** The number of the cell of a block that a place lies in. */
export function cellOf(block: number, place: number, { bounded }: Cells): number {
  let cell = block
  for (let level = 1; bounded.count({ cell }) > 0; level++) cell = cellNumber(block, level, place)
  return cell
}

/** Reads the cells that places lie in, level by level: in as many reads as there are levels, and one. */
export function readCellsAhead(
  places: Iterable<{ readonly block: number; readonly place: number }>,
  { cells, bounded }: Cells,
): void {
  const found = new Set<number>()
  let open = new Map<number, { readonly block: number; readonly places: number[] }>()
  const lay = (into: typeof open, cell: number, block: number, place: number) => {
    const known = into.get(cell)
    if (known) known.places.push(place)
    else into.set(cell, { block, places: [place] })
  }
  for (const { block, place } of places) lay(open, block, block, place)
  for (let level = 1; open.size > 0; level++) {
    bounded.ahead('cell', open.keys())
    const next: typeof open = new Map()
    for (const [cell, { block, places: inside }] of open)
      if (bounded.count({ cell }) === 0) found.add(cell)
      else for (const place of inside) lay(next, cellNumber(block, level, place), block, place)
    open = next
  }
  cells.ahead('cell', found)
}
