import { type PositionId, sha256 } from '../model/ids.ts'
import type { ConflictRecord, PositionRecord } from '../model/record.ts'
import type { JudgedDispute, VerdictEntry } from '../model/verdict.ts'

/** A dispute as it stands, to be kept with the verdict on it. */
export function judgedDispute(conflict: ConflictRecord, position: PositionId | null): JudgedDispute {
  return {
    conflict: conflict.id,
    question: conflict.question,
    position,
    positions: conflict.positions.map(({ id, answer, evidence }) => ({
      id,
      answer,
      evidence: evidence.map(({ claim, document, start, end, quote }) => ({
        claim: claim?.id ?? null,
        document: document.id,
        start,
        end,
        quote,
      })),
    })),
  }
}

/** The texts that disputes lean on. */
export function judgedDocuments(conflicts: readonly ConflictRecord[]): VerdictEntry['documents'] {
  const documents = new Map(
    conflicts
      .flatMap(({ positions }) => positions.flatMap(({ evidence }) => evidence))
      .map(({ document: { id, textSha256, path } }) => [id, { sha256: textSha256, path }] as const),
  )
  return Object.fromEntries([...documents].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Another one as soon as a position or a piece of evidence has come, gone, or says another thing. */
export function evidenceFingerprint({ positions }: ConflictRecord): string {
  const all = positions.map(({ id, answer, evidence }) => [id, answer, evidence.map(keyOf)])
  return sha256(JSON.stringify(all)).slice(0, 20)
}

const keyOf = ({ claim, document, start, end }: PositionRecord['evidence'][number]) =>
  claim?.id ?? `${document.id}:${start}-${end}`
