import type { ConflictId } from '../model/ids.ts'
import type { VerdictRecord } from '../model/record.ts'
import type { HistoryEntry } from './api.ts'
import { decisionWords } from './phrases.ts'

/** An entry of the log as people read it; told of one dispute where one is given, else of the one that was judged. */
export function historyEntry(record: VerdictRecord, of?: ConflictId): HistoryEntry {
  const { entry, undone, disputes } = record
  const verdict = record.of
  const place = Math.max(
    0,
    disputes.findIndex(({ judged, follows }) => of !== undefined && (follows === of || judged === of)),
  )
  const dispute = disputes[place]
  const judged = verdict.judged[place] ?? verdict.judged[0]
  const answer =
    judged.position === null
      ? null
      : (verdict.wording?.positions?.[judged.position] ??
        judged.positions.find(({ id }) => id === judged.position)?.answer ??
        null)
  const undo = entry.kind === 'undo'
  const words = decisionWords(verdict.decision, verdict.reason, answer)
  return {
    id: entry.id,
    kind: entry.kind,
    conflict: judged.conflict,
    question: (place === 0 ? verdict.wording?.question : undefined) ?? judged.question,
    decision: undo ? null : verdict.decision,
    reason: undo ? null : verdict.reason,
    words: undo ? `taken back: ${words}` : words,
    position: undo ? null : judged.position,
    note: undo ? '' : verdict.note,
    reviewer: entry.reviewer,
    at: entry.at,
    undone,
    inForce: !undo && (dispute?.inForce ?? false),
    follows: dispute?.follows ?? null,
    covering: place > 0,
  }
}
