import { z } from 'zod'
import { evidenceSchema, historyEntrySchema, positionSchema } from './parts.ts'
import { statusSchema, strengthSchema, typeSchema } from './terms.ts'

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
