import type { BlockEntry } from '../../model/comparison.ts'
import type { ClaimId } from '../../model/ids.ts'
import { cellsAround, claimAt, isSmallCell, LARGEST_BLOCK, mayDispute } from './blocks.ts'
import type { BlockChange, Comparison, Standing } from './comparison.ts'

/** All that finding pairs needs: where claims are filed, and what changed there. */
export type Filed = Pick<Comparison, 'tables' | 'changes'>

/**
 * The pairs to be compared: new claims with those in their cells that they may dispute, and those whom a cell that is
 * small enough again brings together. Each pair comes once, the smaller id first.
 */
export function* candidatePairs(comparison: Filed): Generator<readonly [ClaimId, ClaimId]> {
  const { changes } = comparison
  const meetings = meetingFinder(comparison)
  // What shares several blocks is compared in the first of them.
  const isFirst = (a: ClaimId, b: ClaimId, block: number) => !meetings.before(a, b, block)
  for (const [block, { gained, members }] of changes.blocks) {
    if (members < 2) continue
    const isSmall = members <= LARGEST_BLOCK
    const cells = new Set(isSmall ? [''] : gained.map((at) => meetings.cellOf(block, at)))
    for (const beginning of cells)
      for (const [a, b] of disputable(cell(block, beginning, comparison)))
        if ((changes.claims.has(a) || changes.claims.has(b)) && isFirst(a, b, block)) yield [a, b]
  }
  for (const [block, beginning] of mergedCells(comparison))
    for (const [a, b] of disputable(cell(block, beginning, comparison)))
      if (!changes.claims.has(a) && !changes.claims.has(b) && isFirst(a, b, block)) yield [a, b]
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

/** Where claims meet, as long as no block changes: what was asked once is remembered. */
interface MeetingFinder {
  cellOf(block: number, at: string): string
  /** True where a block brings two claims into one cell: a block below the given one, if one is given. */
  before(a: ClaimId, b: ClaimId, block?: number): boolean
}

/** Claims whose blocks are remembered at a time. */
const REMEMBERED = 50_000

function meetingFinder({ tables, changes }: Filed): MeetingFinder {
  const sizes = new Map<string, boolean>()
  const standing = new Map<ClaimId, Standing>()
  const isSmall = (block: number, beginning: string): boolean => {
    const members = beginning === '' ? changes.blocks.get(block)?.members : undefined
    if (members !== undefined) return members <= LARGEST_BLOCK
    const key = `${block} ${beginning}`
    const known = sizes.get(key) ?? isSmallCell(tables.blocks, block, beginning)
    sizes.set(key, known)
    return known
  }
  const standingOf = (claim: ClaimId) => {
    const known = changes.claims.get(claim) ?? standing.get(claim)
    if (known) return known
    const [row] = tables.claims.find({ claim })
    const read = { at: row!.at, blocks: JSON.parse(row!.blocks) as number[] }
    if (standing.size >= REMEMBERED) standing.clear()
    standing.set(claim, read)
    return read
  }
  const cellOf = (block: number, at: string) =>
    cellsAround(at).find((beginning) => isSmall(block, beginning)) ?? at
  return {
    cellOf,
    before(a, b, last = Number.POSITIVE_INFINITY) {
      const [one, other] = [standingOf(a), standingOf(b)]
      return one.blocks.some(
        (block) => block < last && other.blocks.includes(block) && other.at.startsWith(cellOf(block, one.at)),
      )
    },
  }
}

function cell(block: number, beginning: string, { tables }: Filed): readonly BlockEntry[] {
  return tables.blocks.find({ block }, { beginning: ['at', beginning] })
}

/**
 * Brings what large blocks keep apart up to date: findings between claims that no cell holds together any more are
 * dropped, and what became too large is noted.
 */
export function rebound(comparison: Filed): void {
  const { tables, changes } = comparison
  for (const [block, change] of changes.blocks) {
    const [noted] = tables.bounded.find({ block })
    const { gained, lost } = change
    const members = noted ? noted.members + gained.length - lost.length : tables.blocks.count({ block })
    change.members = members
    const name = change.name ?? noted?.name
    if (members > LARGEST_BLOCK && name) tables.bounded.put({ block, name, members })
    else if (noted) tables.bounded.remove({ block })
    const isNew = change.gained.length === members && change.lost.length === 0
    if (members > LARGEST_BLOCK && !isNew)
      for (const split of splitCells(block, change, comparison)) part(split, block, comparison)
  }
}

/** Cells that were small enough before the change and are not any more. */
function splitCells(block: number, change: BlockChange, comparison: Filed): readonly string[] {
  return cellsOf(change).filter((beginning) => {
    const { now, before } = sizes(block, beginning, change, comparison)
    return before <= LARGEST_BLOCK && before > 1 && now > LARGEST_BLOCK
  })
}

/** Cells that are small enough again, because they lost what had made them too large. */
function* mergedCells(comparison: Filed): Generator<readonly [number, string]> {
  for (const [block, change] of comparison.changes.blocks) {
    if (change.lost.length === 0) continue
    for (const beginning of cellsOf(change)) {
      const { now, before } = sizes(block, beginning, change, comparison)
      if (before > LARGEST_BLOCK && now <= LARGEST_BLOCK) yield [block, beginning]
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
  { tables }: Filed,
): { readonly now: number; readonly before: number } {
  const within = (places: readonly string[]) => places.filter((at) => at.startsWith(beginning)).length
  const [more, less] = [within(gained), within(lost)]
  const limit = LARGEST_BLOCK + more + less + 1
  const now = tables.blocks.count({ block }, { beginning: ['at', beginning], limit })
  return { now, before: now - more + less }
}

/** Drops findings between claims of a cell that was split, unless they still meet somewhere. */
function part(beginning: string, block: number, comparison: Filed): void {
  const { tables, changes } = comparison
  const members = cell(block, beginning, comparison)
  const inside = new Set(members.map(({ at }) => claimAt(at)))
  const meetings = meetingFinder(comparison)
  for (const a of inside)
    for (const pair of tables.pairs.find({ a })) {
      if (!inside.has(pair.b) || meetings.before(a, pair.b)) continue
      changes.origins.add(pair.dispute)
      tables.pairs.remove({ a, b: pair.b, detector: pair.detector })
    }
}
