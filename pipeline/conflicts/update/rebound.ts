import type { Bounded, ComparisonTables } from '../../model/comparison.ts'
import { readBlocks } from './block-list.ts'
import { LARGEST_BLOCK } from './blocks.ts'
import { cellOf, readCellsAhead } from './cells.ts'
import type { BlockChange, Comparison } from './comparison.ts'
import { type Entries, PACKED, packEntries, unpackEntries, WIDTH } from './entries.ts'
import { cellNumber, NARROWEST } from './place.ts'

/** All that finding pairs needs: where claims are filed, and what changed there. */
export type Filed = Pick<Comparison, 'tables' | 'changes'>

/** A block, or a part, that is too large. */
interface Inner {
  readonly cell: number
  readonly level: number
  readonly name: string
  readonly parent: Inner | null
  readonly parts: Set<number>
  members: number
}

/** A cell on its way: the claims that are compared with each other. */
interface Leaf {
  readonly cell: number
  readonly level: number
  readonly parent: Inner | null
  readonly entries: Entries
  /** As it was stored; empty where it was not. */
  readonly before: string
}

/**
 * Files claims in the cells of their blocks, and takes others out. A claim is compared in the first part of a block that
 * is small enough: all of the block, or, where that is too large, what was published in the same year, month or day.
 * Which part that is depends on nothing but what is in the block, and a newcomer moves nobody until a part is full.
 * Findings between claims that no cell holds together any more are dropped.
 */
export function rebound(filed: Filed): void {
  readCellsAhead(filed.changes.blocks.keys(), () => placesIn(filed.changes), filed.tables)
  const parted: (readonly number[])[] = []
  for (const [block, change] of filed.changes.blocks) parted.push(...refile(block, change, filed))
  part(parted, filed)
}

function* placesIn({ blocks }: Comparison['changes']) {
  for (const [block, { gained, lost }] of blocks) {
    for (const { place } of gained) yield { block, place }
    for (const { place } of lost) yield { block, place }
  }
}

/** Gives the claims of each cell that was cut. */
function refile(block: number, change: BlockChange, filed: Filed): readonly (readonly number[])[] {
  const { tables } = filed
  const { gained, lost } = change
  if (tables.bounded.count({ cell: block }) > 0) return refileParts(block, change, filed)
  const [row] = tables.cells.find({ cell: block })
  const before = row ? row.entries.length / PACKED : 0
  if (before + gained.length > LARGEST_BLOCK) return refileParts(block, change, filed)
  const entries = row ? unpackEntries(row.entries) : []
  for (const { claim } of lost) takeEntry(claim, entries)
  for (const { place, claim, side } of gained) entries.push(place, claim, side)
  if (entries.length > 0) tables.cells.put({ cell: block, entries: packEntries(entries) })
  else tables.cells.remove({ cell: block })
  return []
}

/** True where the claim was there. */
function takeEntry(claim: number, entries: Entries): boolean {
  const at = entries.findIndex((value, index) => index % WIDTH === 1 && value === claim)
  if (at >= 0) entries.splice(at - 1, WIDTH)
  return at >= 0
}

/** Where a block is, was or becomes too large. */
function refileParts(
  block: number,
  change: BlockChange,
  { tables, changes }: Filed,
): readonly (readonly number[])[] {
  const { gained, lost, name } = change
  const inner = new Map<number, Inner>()
  const leaves = new Map<number, Leaf>()
  const read = (cell: number): string => tables.cells.find({ cell })[0]?.entries ?? ''
  const leafOf = (place: number): Leaf => {
    let [cell, parent]: [number, Inner | null] = [block, null]
    for (let level = 0; ; level++) {
      const row: Bounded | undefined = inner.has(cell) ? undefined : tables.bounded.find({ cell })[0]
      if (row) {
        const { name, members, parts } = row
        inner.set(cell, { cell, level, name, parent, members, parts: new Set(JSON.parse(parts) as number[]) })
      }
      const around: Inner | undefined = inner.get(cell)
      if (!around) {
        const known = leaves.get(cell)
        if (known) return known
        const before = read(cell)
        const leaf = { cell, level, parent, entries: unpackEntries(before), before }
        leaves.set(cell, leaf)
        return leaf
      }
      parent = around
      cell = cellNumber(block, level + 1, place)
    }
  }
  const grow = (leaf: Leaf, by: number) => {
    for (let around = leaf.parent; around; around = around.parent) around.members += by
  }
  for (const { place, claim } of lost) {
    const leaf = leafOf(place)
    if (takeEntry(claim, leaf.entries)) grow(leaf, -1)
  }
  for (const { place, claim, side } of gained) {
    const leaf = leafOf(place)
    leaf.entries.push(place, claim, side)
    leaf.parent?.parts.add(leaf.cell)
    grow(leaf, 1)
  }

  /** Everything below, which is forgotten. */
  const collect = (cell: number): number[] => {
    const [row] = tables.bounded.find({ cell })
    const parts = inner.get(cell)?.parts ?? (row && (JSON.parse(row.parts) as number[]))
    const entries = parts
      ? [...parts].flatMap(collect)
      : (leaves.get(cell)?.entries ?? unpackEntries(read(cell)))
    if (parts) tables.bounded.remove({ cell })
    else tables.cells.remove({ cell })
    inner.delete(cell)
    leaves.delete(cell)
    return entries
  }
  for (const around of [...inner.values()]) {
    if (around.members > LARGEST_BLOCK || !inner.has(around.cell)) continue
    const { cell, level, parent } = around
    const entries = collect(cell)
    leaves.set(cell, { cell, level, parent, entries, before: '' })
    changes.merged.push(cell)
  }

  const parted: (readonly number[])[] = []
  const store = (leaf: Leaf): void => {
    const { cell, level, entries, parent, before } = leaf
    const members = entries.length / WIDTH
    if (members > LARGEST_BLOCK && level < NARROWEST) {
      const cut = {
        cell,
        level,
        name: level === 0 ? (name ?? '') : '',
        parent,
        members,
        parts: new Set<number>(),
      }
      inner.set(cell, cut)
      if (before !== '') {
        tables.cells.remove({ cell })
        parted.push(claimsIn(unpackEntries(before)))
      }
      const parts = new Map<number, Entries>()
      for (let at = 0; at < entries.length; at += WIDTH) {
        const inside = cellNumber(block, level + 1, entries[at]!)
        const known = parts.get(inside)
        if (known) known.push(entries[at]!, entries[at + 1]!, entries[at + 2]!)
        else parts.set(inside, entries.slice(at, at + WIDTH))
      }
      for (const [inside, some] of parts) {
        cut.parts.add(inside)
        store({ cell: inside, level: level + 1, parent: cut, entries: some, before: '' })
      }
    } else if (members > 0) tables.cells.put({ cell, entries: packEntries(entries) })
    else {
      tables.cells.remove({ cell })
      parent?.parts.delete(cell)
    }
  }
  for (const leaf of [...leaves.values()]) store(leaf)
  for (const { cell, name, members, parts } of inner.values())
    tables.bounded.put({ cell, name, members, parts: JSON.stringify([...parts].sort()) })
  return parted
}

function claimsIn(entries: Entries): readonly number[] {
  return entries.filter((_, index) => index % WIDTH === 1)
}

/** Drops findings between claims of a cell that was cut, unless they still meet somewhere. */
function part(parted: readonly (readonly number[])[], { tables, changes }: Filed): void {
  tables.pairs.ahead('a', parted.flat())
  const cellsAround = (claim: number): readonly number[] => {
    const { place, blocks } = standingIn(tables, claim)
    return blocks.map((block) => cellOf(block, place, tables))
  }
  for (const claims of parted) {
    const inside = new Set(claims)
    for (const a of inside)
      for (const { b, detector, dispute } of tables.pairs.find({ a })) {
        if (!inside.has(b)) continue
        const around = cellsAround(b)
        if (cellsAround(a).some((cell) => around.includes(cell))) continue
        changes.origins.add(dispute)
        tables.pairs.remove({ a, b, detector })
      }
  }
}

function standingIn({ claims }: ComparisonTables, claim: number) {
  const [row] = claims.find({ claim })
  return { place: row!.place, blocks: readBlocks(row!.blocks) }
}
