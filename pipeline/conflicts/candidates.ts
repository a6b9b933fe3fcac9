import type { BlockEntry } from '../model/comparison.ts'
import type { ClaimId } from '../model/ids.ts'
import { cellOf, cellsAround, claimAt, LARGEST_BLOCK, mayDispute } from './blocks.ts'
import type { BlockChange, Comparison } from './comparison.ts'

/**
 * The pairs to be compared: new claims with those in their cells that they may dispute, and those whom a cell that is
 * small enough again brings together. Each pair comes once, the smaller id first.
 */
export function* candidatePairs(comparison: Comparison): Generator<readonly [ClaimId, ClaimId]> {
  const { tables, changes } = comparison
  for (const [block, { gained }] of changes.blocks) {
    const cells = new Set(gained.map((at) => cellOf(tables.blocks, block, at)))
    for (const beginning of cells)
      for (const [a, b] of disputable(cell(block, beginning, comparison)))
        if ((changes.claims.has(a) || changes.claims.has(b)) && isFirstMeeting(a, b, block, comparison))
          yield [a, b]
  }
  yield* mergedPairs(comparison)
}

/** The pairs of a cell that may dispute each other: claims of one side are looked at together. */
function* disputable(members: readonly BlockEntry[]): Generator<readonly [ClaimId, ClaimId]> {
  const sides = new Map<string, ClaimId[]>()
  for (const { at, side } of members) {
    const claims = sides.get(side)
    if (claims) claims.push(claimAt(at))
    else sides.set(side, [claimAt(at)])
  }
  const all = [...sides]
  for (const [at, [side, ones]] of all.entries())
    for (const [other, others] of all.slice(at)) {
      if (!mayDispute(side, other)) continue
      for (const [i, a] of ones.entries())
        for (const b of side === other ? ones.slice(i + 1) : others) yield a < b ? [a, b] : [b, a]
    }
}

/** What shares several blocks is compared in the first of them. */
function isFirstMeeting(a: ClaimId, b: ClaimId, block: number, comparison: Comparison): boolean {
  return meetings(a, b, comparison, (shared) => shared < block).length === 0
}

/** The shared blocks that bring two claims into one cell, in order. */
function meetings(
  a: ClaimId,
  b: ClaimId,
  { tables }: Comparison,
  asked: (block: number) => boolean = () => true,
): readonly number[] {
  const [[one], [other]] = [tables.claims.find({ claim: a }), tables.claims.find({ claim: b })]
  const others = new Set(JSON.parse(other!.blocks) as number[])
  const shared = (JSON.parse(one!.blocks) as number[]).filter((block) => others.has(block) && asked(block))
  return shared
    .filter((block) => other!.at.startsWith(cellOf(tables.blocks, block, one!.at)))
    .sort((x, y) => x - y)
}

function cell(block: number, beginning: string, { tables }: Comparison): readonly BlockEntry[] {
  return tables.blocks.find({ block }, { beginning: ['at', beginning] })
}

/**
 * Brings what large blocks keep apart up to date: findings between claims that no cell holds together any more are
 * dropped, and what became too large is noted.
 */
export function rebound(comparison: Comparison): void {
  const { tables, changes } = comparison
  for (const [block, change] of changes.blocks) {
    const members = tables.blocks.count({ block })
    const [noted] = tables.bounded.find({ block })
    const name = change.name ?? noted?.name
    if (members > LARGEST_BLOCK && name) tables.bounded.put({ block, name, members })
    else if (noted) tables.bounded.remove({ block })
    const isNew = change.gained.length === members && change.lost.length === 0
    if (members > LARGEST_BLOCK && !isNew)
      for (const split of splitCells(block, change, comparison)) part(split, block, comparison)
  }
}

/** Cells that were small enough before the change and are not any more. */
function splitCells(block: number, change: BlockChange, comparison: Comparison): readonly string[] {
  return cellsOf(change).filter((beginning) => {
    const { now, before } = sizes(block, beginning, change, comparison)
    return before <= LARGEST_BLOCK && before > 1 && now > LARGEST_BLOCK
  })
}

/** Pairs that a cell holds together again, because it lost what had made it too large. */
function* mergedPairs(comparison: Comparison): Generator<readonly [ClaimId, ClaimId]> {
  const { changes } = comparison
  for (const [block, change] of changes.blocks) {
    if (change.lost.length === 0) continue
    for (const beginning of cellsOf(change)) {
      const { now, before } = sizes(block, beginning, change, comparison)
      if (before <= LARGEST_BLOCK || now > LARGEST_BLOCK) continue
      for (const [a, b] of disputable(cell(block, beginning, comparison)))
        if (!changes.claims.has(a) && !changes.claims.has(b) && isFirstMeeting(a, b, block, comparison))
          yield [a, b]
    }
  }
}

function cellsOf({ gained, lost }: BlockChange): readonly string[] {
  return [...new Set([...gained, ...lost].flatMap(cellsAround))].sort()
}

/** How many a cell holds and held; above the limit, only that it is more. */
function sizes(
  block: number,
  beginning: string,
  { gained, lost }: BlockChange,
  { tables }: Comparison,
): { readonly now: number; readonly before: number } {
  const within = (places: readonly string[]) => places.filter((at) => at.startsWith(beginning)).length
  const [more, less] = [within(gained), within(lost)]
  const limit = LARGEST_BLOCK + more + less + 1
  const now = tables.blocks.count({ block }, { beginning: ['at', beginning], limit })
  return { now, before: now - more + less }
}

/** Drops findings between claims of a cell that was split, unless they still meet somewhere. */
function part(beginning: string, block: number, comparison: Comparison): void {
  const { tables, changes } = comparison
  const members = cell(block, beginning, comparison)
  const inside = new Set(members.map(({ at }) => claimAt(at)))
  for (const a of inside)
    for (const pair of tables.pairs.find({ a })) {
      if (!inside.has(pair.b) || meetings(a, pair.b, comparison).length > 0) continue
      changes.origins.add(pair.dispute)
      tables.pairs.remove({ a, b: pair.b, detector: pair.detector })
    }
}
