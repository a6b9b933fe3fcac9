import { z } from 'zod'
import { CLAIM_KINDS, DECISIONS, FACTUALITIES, POLARITIES, REASONS } from './terms.ts'

/* What several answers are made of. */

/** How many conflicts a filter's value would leave, with all other filters as they are. */
export const countSchema = z.object({ value: z.string(), words: z.string(), count: z.number() })
export type Count = z.infer<typeof countSchema>

/** Where a piece of metadata comes from: "stated" by the file or by a person, "inferred" from the text. */
const knownSchema = z.object({
  value: z.string(),
  basis: z.enum(['stated', 'inferred', 'corrected']),
  /** How it is known, in a few words: "front matter", "masthead, line 5". */
  how: z.string(),
})
export type KnownValue = z.infer<typeof knownSchema>

/** A mark beside whatever a person set right. */
const correctedSchema = z.object({
  id: z.string(),
  /** "date", "publisher", "stance", "subject" ... */
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reviewer: z.string(),
  at: z.string(),
})
export type Corrected = z.infer<typeof correctedSchema>

export const sourceSchema = z.object({
  document: z.string(),
  path: z.string(),
  /** "Publisher, title, date" as far as known, else the path: a line that stands alone. */
  name: z.string(),
  title: knownSchema.nullable(),
  publisher: knownSchema.nullable(),
  author: knownSchema.nullable(),
  /** EDTF: a day, a month, a year, or with unspecified digits. */
  published: knownSchema.nullable(),
  summaryOf: knownSchema.nullable(),
  /** Admiralty scale, "B2". */
  reliability: knownSchema.nullable(),
  /** Only http and https: fit for a link. */
  link: z.string().nullable(),
  /** What stands as its address, fit to be shown only. */
  address: z.string().nullable(),
  corrected: z.array(correctedSchema),
})
export type SourceInfo = z.infer<typeof sourceSchema>

/** A value as a correction takes it, and in plain words. */
const readAs = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.object({ value: z.enum(values), words: z.string() })

/** A quote under a position; `claim` is null for evidence that is no claim (an entry of a reference list). */
export const evidenceSchema = z.object({
  claim: z.string().nullable(),
  source: sourceSchema,
  /** Of the quote in the document's text. */
  start: z.number(),
  end: z.number(),
  /** From 1; `page` for paged formats only. */
  line: z.number(),
  page: z.number().nullable(),
  /** before + quote + after is the sentence (or the sentences) that the quote stands in. */
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  /** One plain sentence that says what is claimed; null for what is no claim. */
  says: z.string().nullable(),
  /** "stated as fact", "reported, by Jane Roe", "called unproven"; null for what is no claim. */
  stance: z.string().nullable(),
  /** How firmly, whether as so or as not so, and as what it is claimed; null for what is no claim. */
  factuality: readAs(FACTUALITIES).nullable(),
  polarity: readAs(POLARITIES).nullable(),
  kind: readAs(CLAIM_KINDS).nullable(),
  /** The words that make the stance: "rumors", "albeit without evidence". */
  stanceWords: z.array(z.string()),
  /** Slots as people may correct them: subject, relation, object, time, place ... with what they resolve to. */
  slots: z.array(
    z.object({
      slot: z.string(),
      text: z.string(),
      entity: z.object({ id: z.string(), name: z.string() }).nullable(),
      edtf: z.string().nullable(),
    }),
  ),
  /** 0 to 1; null for what is no claim. */
  confidence: z.number().nullable(),
  /** Came after the verdict in force. */
  isNew: z.boolean(),
  corrected: z.array(correctedSchema),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const positionSchema = z.object({
  id: z.string(),
  /** 1, 2, ...: the key that picks it. */
  number: z.number(),
  /** As the reviewer reworded it, else as found. */
  answer: z.string(),
  /** As found, where a reviewer reworded it; else null. */
  answerFound: z.string().nullable(),
  independentSources: z.number(),
  /** Why so many: "3 outlets carry one wire text". */
  independence: z.string(),
  /** One entry for each independent source; `copies` are near-duplicates that say the same, folded under it. */
  evidence: z.array(z.object({ shown: evidenceSchema, copies: z.array(evidenceSchema) })),
})
export type PositionInfo = z.infer<typeof positionSchema>

export const shortPositionSchema = positionSchema.pick({
  id: true,
  number: true,
  answer: true,
  independentSources: true,
})

export const historyEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(['verdict', 'undo']),
  conflict: z.string(),
  question: z.string(),
  decision: z.enum(DECISIONS).nullable(),
  reason: z.enum(REASONS).nullable(),
  /** What was decided, in words: "holds: 14 people died", "not a conflict: different time", "taken back". */
  words: z.string(),
  /** Of the position held, as it was then. */
  position: z.string().nullable(),
  note: z.string(),
  reviewer: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** True for a verdict that a later entry took back. */
  undone: z.boolean(),
  /** The verdict that counts now for the dispute it follows. */
  inForce: z.boolean(),
  /** The current dispute that holds its evidence; null where most of the evidence is gone. */
  follows: z.string().nullable(),
  /** Given on another dispute, which it covers together with this one. */
  covering: z.boolean(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>
