import { z } from 'zod'
import { historyEntrySchema } from './parts.ts'
import { statusSchema } from './terms.ts'

export const verdictListSchema = z.object({ stamp: z.string(), entries: z.array(historyEntrySchema) })
export type VerdictList = z.infer<typeof verdictListSchema>

export const sessionSchema = z.object({
  /** Changes whenever anything that the API gives may have changed, also through another process. */
  stamp: z.string(),
  reviewer: z.string(),
  version: z.string(),
  /** The folder of the database, as it was named. */
  out: z.string(),
  /** What was odd about the logs, in sentences: "verdicts.jsonl:12: the last line was cut off ...". */
  notices: z.array(z.string()),
})
export type Session = z.infer<typeof sessionSchema>

export const entityListSchema = z.object({
  entities: z.array(
    z.object({ id: z.string(), name: z.string(), type: z.string(), aliases: z.array(z.string()) }),
  ),
})
export type EntityList = z.infer<typeof entityListSchema>

export const verdictAnswerSchema = z.object({
  stamp: z.string(),
  /** As it was logged. It is on the disk when this answer comes. */
  entry: historyEntrySchema,
  status: statusSchema,
  last: z.string().nullable(),
})
export type VerdictAnswer = z.infer<typeof verdictAnswerSchema>

/** The body is a correction as pipeline/model/correction.ts defines it, without id, reviewer and time. */
export const correctionAnswerSchema = z.object({
  stamp: z.string(),
  id: z.string(),
  /** In one sentence what it did: "The date of ... is now 2023-04-02." */
  what: z.string(),
  newDisputes: z.array(z.string()),
  goneDisputes: z.array(z.string()),
})
export type CorrectionAnswer = z.infer<typeof correctionAnswerSchema>

export const entityAnswerSchema = correctionAnswerSchema.omit({ id: true })
export type EntityAnswer = z.infer<typeof entityAnswerSchema>

export const errorAnswerSchema = z.object({
  error: z.object({
    kind: z.enum(['invalid', 'forbidden', 'missing', 'stale', 'failed']),
    /** One plain sentence for the person. */
    message: z.string(),
    /** For `stale`: `verdict` where somebody else judged meanwhile, `evidence` where a run changed the dispute. */
    because: z.enum(['verdict', 'evidence']).optional(),
    /** For `stale` because of a verdict: what came in between. */
    latest: historyEntrySchema.nullable().optional(),
  }),
})
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>
