import type { ConflictRecord } from '../../pipeline/model/record.ts'
import type { UndoEntry, VerdictEntry } from '../../pipeline/model/verdict.ts'
import { judgedDispute, judgedDocuments } from '../../pipeline/review/judged.ts'
import { withId } from '../../pipeline/review/verdict-log.ts'

/** A verdict on a dispute as it stands, and on those that it covers. */
export function verdictOn(
  conflict: ConflictRecord,
  change: Partial<VerdictEntry> & { readonly held?: number } = {},
  ...covered: readonly ConflictRecord[]
): VerdictEntry {
  const { held, ...rest } = change
  const position = held === undefined ? null : conflict.positions[held - 1]!.id
  return withId({
    kind: 'verdict',
    at: '2031-06-01T12:00:00Z',
    reviewer: 'Ada',
    decision: position === null ? 'both' : 'position',
    reason: null,
    note: '',
    wording: null,
    judged: [judgedDispute(conflict, position), ...covered.map((one) => judgedDispute(one, null))],
    documents: judgedDocuments([conflict, ...covered]),
    ...rest,
  })
}

export function undoOf(verdict: VerdictEntry, at = '2031-06-02T12:00:00Z'): UndoEntry {
  return withId({ kind: 'undo', at, reviewer: 'Ada', verdict: verdict.id })
}
