import type { ConflictId } from '../model/ids.ts'
import type { VerdictRecord } from '../model/record.ts'
import { heldAnswer, judgedQuestion } from '../model/verdict.ts'
import type { HistoryEntry } from './api.ts'
import { decisionWords } from './phrases.ts'

/**
 * An entry of the log as people read it: question and decision are those of the dispute that was judged, and what has
 * become of it is told of the dispute that is given, which it may only cover.
 */
export function historyEntry(record: VerdictRecord, of?: ConflictId): HistoryEntry {
  const { entry, undone, disputes } = record
  const verdict = record.of
  const place = Math.max(
    0,
    disputes.findIndex(({ judged, follows }) => of !== undefined && (follows === of || judged === of)),
  )
  const dispute = disputes[place]
  const undo = entry.kind === 'undo'
  const words = decisionWords(verdict.decision, verdict.reason, heldAnswer(verdict))
  return {
    id: entry.id,
    kind: entry.kind,
    conflict: verdict.judged[0].conflict,
    question: judgedQuestion(verdict),
    decision: undo ? null : verdict.decision,
    reason: undo ? null : verdict.reason,
    words: undo ? `taken back: ${words}` : words,
    position: undo ? null : verdict.judged[0].position,
    note: undo ? '' : verdict.note,
    reviewer: entry.reviewer,
    at: entry.at,
    undone,
    inForce: !undo && (dispute?.inForce ?? false),
    follows: dispute?.follows ?? null,
    covering: place > 0,
  }
}
