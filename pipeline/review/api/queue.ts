import { z } from 'zod'
import { countSchema, shortPositionSchema } from './parts.ts'
import { statusSchema, strengthSchema, typeSchema } from './terms.ts'

const queueItemSchema = z.object({
  id: z.string(),
  question: z.string(),
  types: z.array(typeSchema),
  /** The types in plain words: "how many", "who was first". */
  typeWords: z.string(),
  strength: strengthSchema,
  /** 0 to 1. */
  score: z.number(),
  status: statusSchema,
  positions: z.array(shortPositionSchema),
  /** The verdict in force, in words. */
  verdict: z.object({ words: z.string(), reviewer: z.string(), at: z.string() }).nullable(),
  /** First and last day on which evidence was published; null where no date is known. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
})
export type QueueItem = z.infer<typeof queueItemSchema>

export const queueSchema = z.object({
  stamp: z.string(),
  /** Conflicts that pass the filters; `all` without any filter. */
  total: z.number(),
  all: z.number(),
  page: z.number(),
  pages: z.number(),
  size: z.number(),
  /** Entities and sources: at most the forty with the most conflicts, and the chosen one. */
  counts: z.object({
    type: z.array(countSchema),
    strength: z.array(countSchema),
    status: z.array(countSchema),
    source: z.array(countSchema),
    entity: z.array(countSchema),
  }),
  /** Strongest first. */
  conflicts: z.array(queueItemSchema),
})
export type Queue = z.infer<typeof queueSchema>
