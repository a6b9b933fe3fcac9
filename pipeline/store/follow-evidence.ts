import type { ConflictId, DocumentId, PositionId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import type { JudgedDispute, JudgedEvidence, VerdictEntry } from '../model/verdict.ts'

/** A piece of evidence of a dispute as it is now. */
export interface CurrentEvidence extends Span {
  readonly conflict: ConflictId
  readonly position: PositionId
  /** Null for evidence that is no claim. */
  readonly claim: string | null
  readonly document: DocumentId
  readonly path: string
  readonly quote: string | null
}

/** Where the evidence of a judged dispute is now. */
export interface Followed {
  readonly conflict: ConflictId
  /** The position that holds most of what the position held held; null where none does, or none was held. */
  readonly position: PositionId | null
}

/**
 * The dispute that holds most of what was judged, more than half of it; null where none does. Disputes merge, and better
 * rules find other spans: a verdict follows what it judged, not an id. Of two that hold as much, the first of `among`.
 */
export function follow(
  judged: JudgedDispute,
  documents: VerdictEntry['documents'],
  among: readonly CurrentEvidence[],
): Followed | null {
  const all = judged.positions.flatMap(({ evidence }) => evidence)
  const conflict = mostHeld(all, documents, among, ({ conflict }) => conflict)
  if (conflict === null) return null
  const held = judged.positions.find(({ id }) => id === judged.position)?.evidence ?? []
  const inside = among.filter((evidence) => evidence.conflict === conflict)
  return { conflict, position: mostHeld(held, documents, inside, ({ position }) => position) }
}

function mostHeld(
  judged: readonly JudgedEvidence[],
  documents: VerdictEntry['documents'],
  among: readonly CurrentEvidence[],
  key: (evidence: CurrentEvidence) => string,
): string | null {
  const counts = new Map<string, number>()
  for (const evidence of judged) {
    const holders = among.filter((current) => isSameEvidence(evidence, documents, current)).map(key)
    for (const holder of new Set(holders)) counts.set(holder, (counts.get(holder) ?? 0) + 1)
  }
  let best: string | null = null
  for (const current of among) {
    const count = counts.get(key(current)) ?? 0
    if (count * 2 > judged.length && count > (counts.get(best ?? '') ?? 0)) best = key(current)
  }
  return best
}

/** What stands in a dispute and was not before the one who judged it. */
export function newEvidence<Evidence extends CurrentEvidence>(
  judged: JudgedDispute,
  documents: VerdictEntry['documents'],
  current: readonly Evidence[],
): readonly Evidence[] {
  const all = judged.positions.flatMap(({ evidence }) => evidence)
  return current.filter((evidence) => !all.some((before) => isSameEvidence(before, documents, evidence)))
}

/**
 * One claim; or most of the same words of one text, as another rule would cut them; or the same words in a later text at
 * the same path.
 */
function isSameEvidence(
  judged: JudgedEvidence,
  documents: VerdictEntry['documents'],
  current: CurrentEvidence,
): boolean {
  if (judged.claim !== null && judged.claim === current.claim) return true
  if (judged.document === current.document) {
    const common = Math.min(judged.end, current.end) - Math.max(judged.start, current.start)
    const both = Math.max(judged.end, current.end) - Math.min(judged.start, current.start)
    return common * 2 > both
  }
  return judged.quote === current.quote && documents[judged.document]?.path === current.path
}
