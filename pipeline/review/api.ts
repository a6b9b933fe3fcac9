import { z } from 'zod'

/*
 * The JSON API of the review page, under /api. The page imports the types; the server checks what comes in with the
 * schemas, and the tests what goes out. All texts are plain text, never markup. Offsets are half-open spans of UTF-16
 * code units into the document's text, as everywhere inside the process: `text.slice(start, end)` is the quote.
 *
 *   GET  /api/state                  Session       who reviews, and a stamp that changes with the data
 *   GET  /api/queue?QueueQuery       Queue         a page of conflicts with the counts of every filter
 *   GET  /api/conflicts/:id?QueueQuery  ConflictDetail   `place` is its place in the queue so filtered
 *   GET  /api/documents/:id?conflict=ID DocumentDetail   the article with its marks
 *   GET  /api/overview               Overview
 *   GET  /api/verdicts               VerdictList   every entry of the log, the newest first
 *   GET  /api/entities?name=TEXT     EntityList    for merging: entities of that id, name or alias, or beginning so
 *   POST /api/verdicts               VerdictRequest    -> VerdictAnswer
 *   POST /api/undo                   UndoRequest       -> VerdictAnswer
 *   POST /api/corrections            CorrectionRequest -> CorrectionAnswer
 *   POST /api/entities               EntityRequest     -> EntityAnswer
 *
 * What goes wrong comes as ErrorAnswer: 400 not valid, 403 foreign origin or no token, 404 no such thing, 409 somebody
 * was faster, 500 a defect. A POST needs `Content-Type: application/json` and comes from the page's own origin; where
 * the server asks for a token, it is a cookie that the first page view with `?token=` sets.
 */

export const CONFLICT_TYPES = [
  'polarity',
  'factuality',
  'time',
  'quantity',
  'value',
  'uniqueness',
  'opposition',
  'name',
  'attendance',
  'citation',
] as const
export const STRENGTHS = ['contradiction', 'tension', 'detail'] as const
export const STATUSES = ['open', 'decided', 'new evidence'] as const
export const DECISIONS = ['position', 'both', 'neither', 'no-conflict', 'undecided'] as const
/** Why there is no conflict at all; asked for with the decision `no-conflict`, and only with it. */
export const REASONS = ['different-thing', 'different-time', 'extraction-error', 'part-whole'] as const

const typeSchema = z.enum(CONFLICT_TYPES)
const strengthSchema = z.enum(STRENGTHS)
const statusSchema = z.enum(STATUSES)
/** `YYYY-MM-DD`. */
const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')

/** Filters of the queue; all of them are joined by "and". They stand in the page's address as they are. */
export const queueQuerySchema = z.object({
  type: typeSchema.optional(),
  strength: strengthSchema.optional(),
  status: statusSchema.optional(),
  /** Id of an entity that some evidence names. */
  entity: z.string().max(500).optional(),
  /** A publisher, or the path of a text that has none, exactly as the counts give it. */
  source: z.string().max(2000).optional(),
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

/** How many conflicts a filter's value would leave, with all other filters as they are. */
const countSchema = z.object({ value: z.string(), words: z.string(), count: z.number() })
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

const sourceSchema = z.object({
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

/** A quote under a position; `claim` is null for evidence that is no claim (an entry of a reference list). */
const evidenceSchema = z.object({
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

const positionSchema = z.object({
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

const shortPositionSchema = positionSchema.pick({
  id: true,
  number: true,
  answer: true,
  independentSources: true,
})

const historyEntrySchema = z.object({
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

const relatedSchema = z.object({
  id: z.string(),
  question: z.string(),
  strength: strengthSchema,
  status: statusSchema,
  /** Id of the newest entry of the log that touches it: what a verdict that covers it, too, gives as `seen`. */
  last: z.string().nullable(),
  /** Fingerprint of its evidence: what such a verdict gives as `evidence`. */
  evidence: z.string(),
})

export const conflictDetailSchema = z.object({
  stamp: z.string(),
  id: z.string(),
  /** False for a dispute that is no longer found: it can be read and not judged. */
  current: z.boolean(),
  /** As the reviewer reworded it, else as found. */
  question: z.string(),
  questionFound: z.string().nullable(),
  types: z.array(typeSchema),
  typeWords: z.string(),
  strength: strengthSchema,
  /** "both cannot hold", "both cannot hold if what is assumed is true" ... */
  strengthWords: z.string(),
  score: z.number(),
  status: statusSchema,
  positions: z.array(positionSchema),
  /** Quotes that belong to the question and take no side. */
  context: z.array(evidenceSchema),
  explanation: z.string(),
  /** The condition that is least sure, in words; null where every one is passed. */
  weakestLink: z.string().nullable(),
  gates: z.array(
    z.object({
      name: z.string(),
      /** "the same place", "the same time": what was asked, in plain words. */
      words: z.string(),
      outcome: z.enum(['passed', 'assumed', 'unknown']),
      note: z.string(),
    }),
  ),
  /** Dated evidence in the order of the dates; empty where dates do not matter. */
  timeline: z.array(
    z.object({
      /** EDTF. */
      date: z.string(),
      /** Days; null where open. */
      earliest: z.string().nullable(),
      latest: z.string().nullable(),
      /** Number of the position; null for context. */
      position: z.number().nullable(),
      claim: z.string(),
      text: z.string(),
      source: z.string(),
    }),
  ),
  /** Values of the same topic that changed over time under one speaker: no conflict. */
  developments: z.array(
    z.object({
      question: z.string(),
      steps: z.array(
        z.object({ asOf: z.string().nullable(), answer: z.string(), claims: z.array(z.string()) }),
      ),
    }),
  ),
  /** The newest first. */
  history: z.array(historyEntrySchema),
  /** Id of the newest entry of the log that touches this dispute; null where there is none. Sent back as `seen`. */
  last: z.string().nullable(),
  /** Fingerprint of positions and evidence as shown here. Sent back as `evidence`. */
  evidence: z.string(),
  /** Disputes of the same topic, or with evidence in common: its sub-questions, which one verdict may cover. */
  related: z.array(relatedSchema),
  /** Claims of the topic on neither side. */
  otherClaims: z.array(evidenceSchema),
  /** Who and what the evidence names, and what is open about it. */
  entities: z.array(
    z.object({ id: z.string(), name: z.string(), type: z.string(), aliases: z.array(z.string()) }),
  ),
  /** Names in the evidence that stayed open. */
  openNames: z.array(
    z.object({
      text: z.string(),
      document: z.string(),
      start: z.number(),
      end: z.number(),
      candidates: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** Pairs that may be one, of which the evidence names one. */
  duplicates: z.array(
    z.object({
      a: z.object({ id: z.string(), name: z.string() }),
      b: z.object({ id: z.string(), name: z.string() }),
      speaksFor: z.array(z.string()),
      speaksAgainst: z.array(z.string()),
    }),
  ),
  /** In the queue as filtered by the same query; number 0 where the filters leave it out. */
  place: z.object({
    number: z.number(),
    total: z.number(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  }),
})
export type ConflictDetail = z.infer<typeof conflictDetailSchema>

export const documentDetailSchema = z.object({
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

export const overviewSchema = z.object({
  stamp: z.string(),
  totals: z.object({
    documents: z.number(),
    claims: z.number(),
    conflicts: z.number(),
    open: z.number(),
    decided: z.number(),
    newEvidence: z.number(),
  }),
  /** By month (`2023-04`) in order, months without a text included; texts that are dated to a year only, apart. */
  sourcesOverTime: z.array(z.object({ month: z.string(), texts: z.number(), conflicts: z.number() })),
  undatedTexts: z.number(),
  byType: z.array(
    z.object({
      type: typeSchema,
      words: z.string(),
      open: z.number(),
      decided: z.number(),
      newEvidence: z.number(),
    }),
  ),
  byStrength: z.array(
    z.object({ strength: strengthSchema, open: z.number(), decided: z.number(), newEvidence: z.number() }),
  ),
  /** The twelve sources with the most disagreement; a pair's count is the conflicts in which they hold other positions. */
  disagreement: z.object({
    /** `value` as the queue's filter `source` takes it. */
    sources: z.array(countSchema),
    pairs: z.array(z.object({ a: z.string(), b: z.string(), count: z.number() })),
  }),
  /** At most twenty. */
  entities: z.array(countSchema),
})
export type Overview = z.infer<typeof overviewSchema>

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

/* What the page sends. */

const idSchema = z.string().min(1).max(200)
const noteSchema = z.string().max(20_000)

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
export type UndoRequest = z.input<typeof undoRequestSchema>

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
