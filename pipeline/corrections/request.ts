import { z } from 'zod'
import type { ClaimValues, CorrectionRequest, SourceValues } from '../model/correction.ts'
import { UserError } from '../model/errors.ts'

/*
 * What people ask for, as the page and the terminal send it: `CorrectionRequest` of model/correction.ts, checked.
 */

const id = z.string().trim().min(1).max(500)
const words = z.string().trim().min(1, 'words are missing').max(2000)
const offset = z.number().int().min(0)
const note = z.string().max(20_000).optional()

const claimValues = z
  .strictObject({
    subject: words.optional(),
    relation: words.optional(),
    object: words.nullable().optional(),
    place: words.nullable().optional(),
    date: words.nullable().optional(),
    speaker: words.nullable().optional(),
    subjectEntity: id.nullable().optional(),
    objectEntity: id.nullable().optional(),
    speakerEntity: id.nullable().optional(),
    polarity: z.enum(['affirmed', 'negated']).optional(),
    factuality: z
      .enum(['asserted', 'reported', 'rumoured', 'denied', 'hypothetical', 'normative'])
      .optional(),
    kind: z.enum(['fact', 'characterisation', 'recommendation', 'prediction']).optional(),
  })
  .transform((values) => values as ClaimValues)

const sourceValues = z
  .strictObject({
    title: words.nullable().optional(),
    publisher: words.nullable().optional(),
    author: words.nullable().optional(),
    published: words.nullable().optional(),
    url: words.nullable().optional(),
    summaryOf: words.nullable().optional(),
    reliability: words.nullable().optional(),
  })
  .transform((values) => values as SourceValues)

/** The body of a correction; what comes out is a `CorrectionRequest`. */
export const correctionRequestSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('claim'), claim: id, set: claimValues, note }),
    z.strictObject({ kind: z.literal('not-a-claim'), claim: id, note }),
    z.strictObject({
      kind: z.literal('missed-claim'),
      document: id,
      start: offset,
      end: offset,
      says: words.optional(),
      set: claimValues.optional(),
      note,
    }),
    z.strictObject({
      kind: z.literal('attach'),
      document: id,
      start: offset,
      end: offset,
      position: id,
      note,
    }),
    z.strictObject({ kind: z.literal('source'), source: words, set: sourceValues, note }),
    z.strictObject({ kind: z.literal('undo'), correction: id, note }),
  ])
  .transform((request) => request as CorrectionRequest)

/** A request as the program takes it. Throws a `UserError` that names the first value that is none. */
export function checkRequest(request: CorrectionRequest): CorrectionRequest {
  const parsed = correctionRequestSchema.safeParse(request)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw new UserError(`${[path.at(-1), message].filter((part) => part !== undefined).join(': ')}.`, {
    remedy: 'Give another value; nothing was corrected.',
  })
}
