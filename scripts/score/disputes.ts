import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { STRENGTHS } from '../../pipeline/model/conflict.ts'
import type { ClaimRecord, ConflictRecord } from '../../pipeline/model/record.ts'
import { overlaps } from '../../pipeline/model/span.ts'
import { run } from '../../pipeline/run.ts'
import { openStore } from '../../pipeline/store/index.ts'
import type { GoldConflict, GoldEvidence, GoldSubject } from './gold.ts'
import { pairUp } from './similarity.ts'
import { agreement, type Figure, share } from './table.ts'

/** What a run over one subject's texts found, beside what a careful reader found. */
interface Comparison {
  readonly gold: GoldSubject
  readonly found: readonly ConflictRecord[]
  readonly pairs: readonly { readonly a: GoldConflict; readonly b: ConflictRecord }[]
  /** Developments of the gold of which two steps or more were found apart. */
  readonly developed: readonly GoldSubject['developments'][number][]
  /** Look-alikes that were taken for disputes. */
  readonly confused: readonly GoldSubject['look_alikes'][number][]
}

/**
 * The disputes that runs over each subject find, against those that a careful reader found: by subject, and over all
 * by strength and by type. Misses name what was not found, and what was found and is none.
 */
export async function scoreDisputes(
  subjects: readonly GoldSubject[],
  root: string,
): Promise<{ readonly figures: readonly Figure[]; readonly misses: readonly string[] }> {
  const comparisons: Comparison[] = []
  for (const subject of subjects) comparisons.push(await compare(subject, root))
  return {
    figures: [...comparisons.flatMap(bySubject), ...byStrength(comparisons), ...byType(comparisons)],
    misses: comparisons.flatMap(missesOf),
  }
}

async function compare(gold: GoldSubject, root: string): Promise<Comparison> {
  const out = mkdtempSync(join(tmpdir(), 'gainsay-score-'))
  try {
    await run({ paths: [join(root, gold.texts)], out, annotations: join(out, 'none'), jobs: 1 })
    const store = await openStore(out, { readonly: true })
    const found = await store.conflicts()
    const records = new Map((await store.claims()).map((record) => [record.claim.id, record]))
    const developments = (await store.developments()).map(({ steps }) =>
      steps.map(({ claims }) => claims.flatMap((id) => records.get(id) ?? [])),
    )
    await store.close()
    return {
      gold,
      found,
      pairs: pairUp(gold.conflicts, found, sameDispute),
      developed: pairUp(gold.developments, developments, sameDevelopment).map(({ a }) => a),
      confused: gold.look_alikes.filter(({ pair }) => found.some((conflict) => separates(conflict, pair))),
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

type Steps = readonly (readonly ClaimRecord[])[]

function bySubject({ gold, found, pairs, developed, confused }: Comparison): Figure[] {
  return [
    agreement(gold.subject, 'disputes', pairs.length, gold.conflicts.length, found.length),
    share(
      gold.subject,
      'disputes: strength',
      pairs.filter(({ a, b }) => a.strength === b.strength).length,
      pairs.length,
    ),
    share(gold.subject, 'developments found', developed.length, gold.developments.length),
    share(
      gold.subject,
      'look-alikes left alone',
      gold.look_alikes.length - confused.length,
      gold.look_alikes.length,
    ),
  ]
}

/** Of those shown at a strength, how many are disputes at all; of the gold's at it, how many are shown. */
function byStrength(comparisons: readonly Comparison[]): Figure[] {
  const found = comparisons.flatMap((comparison) => comparison.found)
  const pairs = comparisons.flatMap((comparison) => comparison.pairs)
  const wanted = comparisons.flatMap(({ gold }) => gold.conflicts)
  return STRENGTHS.flatMap((strength) => [
    share(
      'all subjects',
      `disputes: precision of ${strength}`,
      pairs.filter(({ b }) => b.strength === strength).length,
      found.filter((conflict) => conflict.strength === strength).length,
    ),
    share(
      'all subjects',
      `disputes: recall of ${strength}`,
      pairs.filter(({ a }) => a.strength === strength).length,
      wanted.filter((conflict) => conflict.strength === strength).length,
    ),
  ])
}

function byType(comparisons: readonly Comparison[]): Figure[] {
  const pairs = comparisons.flatMap((comparison) => comparison.pairs)
  const wanted = comparisons.flatMap(({ gold }) => gold.conflicts)
  return [...new Set(wanted.flatMap(({ types }) => types))]
    .sort()
    .map((type) =>
      share(
        'all subjects',
        `disputes: recall of ${type}`,
        pairs.filter(({ a }) => a.types.includes(type)).length,
        wanted.filter(({ types }) => types.includes(type)).length,
      ),
    )
}

function missesOf({ gold, found, pairs, developed, confused }: Comparison): string[] {
  const line = (kind: string, what: string) => `${gold.subject}: ${kind}: ${what}`
  return [
    ...gold.conflicts
      .filter((conflict) => pairs.every(({ a }) => a !== conflict))
      .map(({ key, question }) => line('dispute not found', `${key}: ${question}`)),
    ...found
      .filter((conflict) => pairs.every(({ b }) => b !== conflict))
      .map(({ strength, question }) => line('no dispute', `${question} (${strength})`)),
    ...gold.developments
      .filter((development) => !developed.includes(development))
      .map(({ key, question }) => line('development not found', `${key}: ${question}`)),
    ...confused.map(({ pair }) =>
      line('look-alikes confused', pair.map(({ quote }) => `"${quote}"`).join(' / ')),
    ),
  ]
}

/** How many positions of the gold have evidence in positions of their own here; one alone is no dispute. */
function sameDispute(gold: GoldConflict, conflict: ConflictRecord): number {
  const sides = pairUp(gold.positions, conflict.positions, (position, found) => {
    return position.evidence.filter((wanted) => holds(found.evidence, wanted)).length
  })
  return sides.length > 1 ? sides.length : 0
}

/** How many steps of the gold have evidence in steps of their own here; one alone is no development. */
function sameDevelopment(gold: GoldSubject['developments'][number], steps: Steps): number {
  const shared = pairUp(gold.steps, steps, (step, claims) => {
    return step.evidence.filter((wanted) => holds(claims, wanted)).length
  })
  return shared.length > 1 ? shared.length : 0
}

/** True where the two pieces of evidence stand on different sides. */
function separates(conflict: ConflictRecord, pair: readonly GoldEvidence[]): boolean {
  const sides = pair.map((wanted) => conflict.positions.findIndex(({ evidence }) => holds(evidence, wanted)))
  return sides.every((side) => side >= 0) && sides[0] !== sides[1]
}

function holds(
  evidence: readonly Pick<ClaimRecord, 'document' | 'start' | 'end'>[],
  wanted: GoldEvidence,
): boolean {
  return evidence.some((item) => {
    if (
      !wanted.file.endsWith(item.document.path) &&
      !item.document.alsoAt.some((path) => wanted.file.endsWith(path))
    ) {
      return false
    }
    const start = item.document.text.indexOf(wanted.quote)
    return start >= 0 && overlaps(item, { start, end: start + wanted.quote.length })
  })
}
