import { join } from 'node:path'
import { z } from 'zod'
import { contentId } from '../model/ids.ts'
import type { LogEntry, UndoEntry, VerdictEntry } from '../model/verdict.ts'
import { type Journal, openJournal } from '../store/index.ts'
import { DECISIONS, REASONS } from './api.ts'

const text = z.string()
const id = z.string().min(1)
const offset = z.number().int().min(0)
/** ISO 8601, UTC. */
const time = z.iso.datetime()

const disputeSchema = z.strictObject({
  conflict: id,
  question: text,
  position: id.nullable(),
  positions: z.array(
    z.strictObject({
      id,
      answer: text,
      evidence: z.array(
        z.strictObject({ claim: id.nullable(), document: id, start: offset, end: offset, quote: text }),
      ),
    }),
  ),
})

/** A line of `annotations/verdicts.jsonl`. */
const logEntrySchema: z.ZodType<LogEntry> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('verdict'),
    id,
    at: time,
    reviewer: id,
    decision: z.enum(DECISIONS),
    reason: z.enum(REASONS).nullable(),
    note: text,
    wording: z
      .strictObject({ question: text.optional(), positions: z.record(id, text).optional() })
      .nullable(),
    judged: z.tuple([disputeSchema], disputeSchema),
    documents: z.record(id, z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), path: text })),
  }),
  z.strictObject({ kind: z.literal('undo'), id, at: time, reviewer: id, verdict: id }),
])

/** Gives the entry that a line's JSON is; throws an `Error` that says what is wrong with it. */
export function readLogEntry(json: unknown): LogEntry {
  const result = logEntrySchema.safeParse(json)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  throw new Error(
    `${path.length > 0 ? `"${path.join('.')}"` : 'this line'} does not hold what a verdict has (${message})`,
  )
}

/** The log in a folder of annotations, which need not be there yet. */
export function openVerdictLog(annotations: string): Journal<LogEntry> {
  return openJournal(join(annotations, 'verdicts.jsonl'), readLogEntry)
}

/** An entry with the id that its content gives it. */
export function withId(content: Omit<VerdictEntry, 'id'>): VerdictEntry
export function withId(content: Omit<UndoEntry, 'id'>): UndoEntry
export function withId(content: Omit<VerdictEntry, 'id'> | Omit<UndoEntry, 'id'>): LogEntry {
  const { kind, ...rest } = content
  return { kind, id: idOf(content), ...rest } as LogEntry
}

/** False where a line was changed after it was written. */
export function hasOwnId({ id, ...content }: LogEntry): boolean {
  return id === idOf(content)
}

function idOf(content: { readonly kind: LogEntry['kind'] }): string {
  return contentId(content.kind === 'undo' ? 'u' : 'v', JSON.stringify(content))
}
