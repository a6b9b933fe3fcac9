import { z } from 'zod'
import { evidenceSchema, sourceSchema } from './parts.ts'

const documentDetailSchema = z.object({
  stamp: z.string(),
  id: z.string(),
  source: sourceSchema,
  alsoAt: z.array(z.string()),
  /** False for a text that a later revision replaced. */
  current: z.boolean(),
  /** SHA-256 of the text's UTF-8 bytes: what corrections are keyed by. */
  sha256: z.string(),
  text: z.string(),
  /** Where the article's own structure starts anew, in order and without overlap; text between them is white space. */
  blocks: z.array(z.object({ start: z.number(), end: z.number(), kind: z.string() })),
  /** By start, then by end; they may overlap. */
  marks: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      /** `evidence` of the conflict asked for, `topic` for other claims on the same question, `claim` for the rest. */
      kind: z.enum(['evidence', 'topic', 'claim']),
      claim: z.string().nullable(),
      /** Number of the position that it backs; null otherwise. */
      position: z.number().nullable(),
      says: z.string().nullable(),
      stance: z.string().nullable(),
      corrected: z.boolean(),
    }),
  ),
})
export type DocumentDetail = z.infer<typeof documentDetailSchema>

/** A page of an article's claims in the order of the text, each with all that it may be corrected in. */
export const claimListSchema = z.object({
  stamp: z.string(),
  /** Claims of the whole article. */
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  size: z.number(),
  /** In the order in which `marks` of the article name them. */
  claims: z.array(evidenceSchema),
})
export type ClaimList = z.infer<typeof claimListSchema>
