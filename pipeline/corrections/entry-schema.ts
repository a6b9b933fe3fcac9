import { z } from 'zod'

/*
 * The entries of `annotations/corrections.jsonl`. An entry is strict; a claim inside one may hold more than is asked
 * here, for claims have grown since and will again.
 */

const text = z.string()
const given = text.min(1)
const offset = z.number().int().min(0)
const optionalSpan = { start: offset.nullable(), end: offset.nullable() }
const span = { start: offset, end: offset }
const entity = given.nullable()

const quantity = z.looseObject({ ...span, kind: given, value: z.number().nullable(), bound: given })
const slot = {
  ...optionalSpan,
  text,
  name: text,
  head: text,
  lemmas: z.array(text),
  entity,
  entities: z.array(given),
  quantity: quantity.nullable(),
}
const argument = z.looseObject({ ...slot, candidates: z.array(given) })
const qualifier = z.looseObject({
  ...slot,
  role: given,
  edtf: given.nullable(),
  earliest: given.nullable(),
  latest: given.nullable(),
})

const polarity = z.enum(['affirmed', 'negated'])
const factuality = z.enum(['asserted', 'reported', 'rumoured', 'denied', 'hypothetical', 'normative'])
const kind = z.enum(['fact', 'characterisation', 'recommendation', 'prediction'])

const claim = z
  .looseObject({
    ...span,
    id: given,
    sentence: offset,
    section: z.array(text),
    subject: argument,
    relation: z.looseObject({ ...optionalSpan, text, lemma: text, type: given.nullable() }),
    object: argument.nullable(),
    qualifiers: z.array(qualifier),
    polarity,
    factuality,
    stanceCues: z.array(z.looseObject({ ...span, text })),
    attribution: z
      .looseObject({
        speaker: z.looseObject({ ...optionalSpan, text, name: text, entity }).nullable(),
        cue: z.looseObject({ ...optionalSpan, text }),
      })
      .nullable(),
    kind,
    text: given,
    confidence: z.number(),
    rule: given,
  })
  .refine(({ start, end }) => start < end, 'a claim begins before it ends')

const entities = z.array(
  z.looseObject({
    id: given,
    type: given,
    name: given,
    aliases: z.array(text),
    basis: given,
    partOf: z.array(given),
    wikidata: given.nullable(),
  }),
)

const before = text.nullable()
const change = z.discriminatedUnion('field', [
  z.strictObject({ field: z.enum(['subject', 'object', 'place']), before, after: argument.nullable() }),
  z.strictObject({
    field: z.literal('relation'),
    before,
    after: z.strictObject({ text, lemma: text, type: given.nullable() }),
  }),
  z.strictObject({
    field: z.enum(['subject entity', 'object entity', 'speaker entity']),
    before,
    after: z.strictObject({ id: given, name: given }).nullable(),
  }),
  z.strictObject({
    field: z.literal('speaker'),
    before,
    after: z.strictObject({ name: given, entity }).nullable(),
  }),
  z.strictObject({ field: z.literal('date'), before, after: given.nullable() }),
  z.strictObject({ field: z.literal('polarity'), before: polarity, after: polarity }),
  z.strictObject({ field: z.literal('factuality'), before: factuality, after: factuality }),
  z.strictObject({ field: z.literal('kind'), before: kind, after: kind }),
])

const entry = {
  id: z.string().regex(/^k_[0-9a-f]{20}$/, 'the id of a correction is k_ and 20 hexadecimal digits'),
  reviewer: given,
  at: z.iso.datetime({ message: 'a time is written like 2026-01-31T12:00:00.000Z' }),
  note: text,
}
const textSha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits')
const metadataField = z.enum(['title', 'publisher', 'author', 'published', 'url', 'summaryOf', 'reliability'])

/** An entry of the log; it is strict, but for what claims may hold. */
export const correctionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...entry,
    kind: z.literal('claim'),
    textSha256,
    found: claim,
    changes: z.array(change).min(1),
    entities,
  }),
  z.strictObject({ ...entry, kind: z.literal('not-a-claim'), textSha256, found: claim }),
  z.strictObject({
    ...entry,
    kind: z.literal('missed-claim'),
    textSha256,
    claim,
    entities,
    attached: z.strictObject({ conflict: given, position: given }).nullable(),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal('source'),
    textSha256,
    path: given.nullable(),
    changes: z.array(z.strictObject({ field: metadataField, before, after: given.nullable() })).min(1),
  }),
  z.strictObject({ ...entry, kind: z.literal('undo'), undoes: given }),
])
