import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConflictRecord } from '../../pipeline/model/record.ts'
import { overlaps } from '../../pipeline/model/span.ts'
import { run } from '../../pipeline/run.ts'
import { openStore } from '../../pipeline/store/index.ts'
import type { GoldConflict, GoldConflicts, GoldEvidence } from './gold.ts'
import { pairUp } from './similarity.ts'
import { agreement, type Figure, share } from './table.ts'

/** The disputes that a run over `sources/` finds, against those that a careful reader found. */
export async function scoreDisputes(gold: GoldConflicts, root: string): Promise<Figure[]> {
  const out = mkdtempSync(join(tmpdir(), 'gainsay-score-'))
  try {
    await run({ paths: [join(root, 'sources')], out, annotations: join(out, 'none'), jobs: 1 })
    const store = await openStore(out, { readonly: true })
    const found = await store.conflicts()
    await store.close()
    const pairs = pairUp(gold.conflicts, found, sameDispute)
    const confused = gold.look_alikes.filter(({ pair }) =>
      found.some((conflict) => separates(conflict, pair)),
    )
    return [
      agreement('gold', 'disputes', pairs.length, gold.conflicts.length, found.length),
      share(
        'gold',
        'disputes: strength',
        pairs.filter(({ a, b }) => a.strength === b.strength).length,
        pairs.length,
      ),
      share(
        'gold',
        'look-alikes left alone',
        gold.look_alikes.length - confused.length,
        gold.look_alikes.length,
      ),
    ]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** How many positions of the gold have evidence in positions of their own here; one alone is no dispute. */
function sameDispute(gold: GoldConflict, conflict: ConflictRecord): number {
  const sides = pairUp(gold.positions, conflict.positions, (position, found) => {
    return position.evidence.filter((wanted) => holds(found.evidence, wanted)).length
  })
  return sides.length > 1 ? sides.length : 0
}

/** True where the two pieces of evidence stand on different sides. */
function separates(conflict: ConflictRecord, pair: readonly GoldEvidence[]): boolean {
  const sides = pair.map((wanted) => conflict.positions.findIndex(({ evidence }) => holds(evidence, wanted)))
  return sides.every((side) => side >= 0) && sides[0] !== sides[1]
}

function holds(evidence: ConflictRecord['positions'][number]['evidence'], wanted: GoldEvidence): boolean {
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
