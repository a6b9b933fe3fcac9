import { z } from 'zod'
import {
  DECISIONS,
  daySchema,
  idSchema,
  noteSchema,
  REASONS,
  statusSchema,
  strengthSchema,
  typeSchema,
} from './terms.ts'

/* What the page asks and sends. */

/** Filters of the queue; all of them are joined by "and". They stand in the page's address as they are. */
export const queueQuerySchema = z.object({
  type: typeSchema.optional(),
  strength: strengthSchema.optional(),
  status: statusSchema.optional(),
  /** Id of an entity that some evidence names. */
  entity: z.string().max(500).optional(),
  /** A publisher, or the path of a text that has none, exactly as the counts give it. */
  source: z.string().max(2000).optional(),
  /** Another one: where the two are on different sides. It needs `source`. */
  against: z.string().max(2000).optional(),
  /** Evidence published on this day or later, or earlier. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  /** Words that question, answers, quotes, or sources hold, all of them; the last may be a beginning. */
  q: z.string().max(500).optional(),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
export type QueueQuery = z.infer<typeof queueQuerySchema>

/** Which of an article's claims. */
export const claimsQuerySchema = queueQuerySchema.pick({ page: true, size: true })
export type ClaimsQuery = z.infer<typeof claimsQuerySchema>

export const verdictRequestSchema = z
  .strictObject({
    conflict: idSchema,
    decision: z.enum(DECISIONS),
    /** For `position`: the one that holds. */
    position: idSchema.nullable().default(null),
    /** For `no-conflict`. */
    reason: z.enum(REASONS).nullable().default(null),
    note: noteSchema.default(''),
    /** `last` of the conflict as it was shown. */
    seen: idSchema.nullable(),
    /** `evidence` of the conflict as it was shown. */
    evidence: idSchema,
    /** The reviewer's wording; what is absent stays as found. */
    wording: z
      .strictObject({
        question: z.string().trim().min(1).max(2000).optional(),
        /** By position id. */
        positions: z.record(idSchema, z.string().trim().min(1).max(2000)).optional(),
      })
      .optional(),
    /** Sub-questions that the same verdict settles. */
    covers: z
      .array(z.strictObject({ conflict: idSchema, seen: idSchema.nullable(), evidence: idSchema }))
      .max(100)
      .default([]),
  })
  .refine(({ decision, position }) => (decision === 'position') === (position !== null), {
    message: 'a position is named with the decision "position", and only with it',
    path: ['position'],
  })
  .refine(({ decision, reason }) => (decision === 'no-conflict') === (reason !== null), {
    message: 'a reason is given with the decision "no-conflict", and only with it',
    path: ['reason'],
  })
/** What the page builds: defaults may be left out. */
export type VerdictRequest = z.input<typeof verdictRequestSchema>

export const undoRequestSchema = z.strictObject({
  /** The verdict to take back. */
  verdict: idSchema,
  /** `last` of the conflict as it was shown; after a verdict, the id that came back. */
  seen: idSchema,
})

export const entityRequestSchema = z.discriminatedUnion('action', [
  /** The two are one. */
  z.strictObject({
    action: z.literal('merge'),
    a: z.string().min(1).max(500),
    b: z.string().min(1).max(500),
  }),
  /** A further name. */
  z.strictObject({
    action: z.literal('alias'),
    id: z.string().min(1).max(500),
    name: z.string().min(1).max(500),
  }),
  /** These names are somebody else's. */
  z.strictObject({
    action: z.literal('split'),
    id: z.string().min(1).max(500),
    names: z.array(z.string().min(1).max(500)).min(1).max(50),
  }),
])
export type EntityRequest = z.input<typeof entityRequestSchema>
