import { z } from 'zod'

/*
 * The files of `annotations/` as people write them, with snake_case keys. Unknown keys are errors: a misspelt
 * `alias:` would otherwise be ignored in silence.
 */

const text = z.string().trim().min(1)
const id = z
  .string()
  .regex(
    /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}:._-]*$/u,
    'an id is written with lower-case letters, digits, "-", "_", "." and ":"',
  )
const texts = z.array(text).default([])
/** One value may stand without its brackets: `part_of: india`. */
const ids = z.union([id, z.array(id)], 'expected an id or a list of ids').transform((value) => [value].flat())
const slot = z.enum(['subject', 'object', 'time', 'place', 'quantity'])

/** `entities.yaml`: a list of these. */
export const entitySchema = z.strictObject({
  id,
  type: z.enum([
    'person',
    'organization',
    'place',
    'facility',
    'event',
    'agreement',
    'product',
    'group',
    'other',
  ]),
  name: text,
  aliases: texts,
  part_of: ids.default([]),
  /** Another word for `part_of`. */
  located_in: ids.default([]),
  /** What `gainsay entities merge` writes: ids, mostly of texts, for which this entity stands. */
  same_as: ids.default([]),
  /** What `gainsay entities split` writes: ids that are somebody else, however alike the names. */
  distinct_from: ids.default([]),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'a Wikidata id looks like Q863')
    .nullable()
    .default(null),
})

/** `relations.yaml`: a list of these. */
export const relationSchema = z.strictObject({
  id,
  label: text,
  verbs: texts,
  nouns: texts,
  single: z.array(slot).default([]),
  separators: z.array(slot).default([]),
  opposites: ids.default([]),
  symmetric: z.boolean().default(false),
})

const cueWords = z
  .strictObject({ verbs: texts, nouns: texts, adjectives: texts, adverbs: texts, phrases: texts })
  .prefault({})

/** `cues.yaml`. */
export const cuesSchema = z.strictObject({
  attribution: cueWords,
  doubt: cueWords,
  denial: cueWords,
  negation: cueWords,
  hedging: cueWords,
  recommendation: cueWords,
  prediction: cueWords,
  characterisation: cueWords,
})

export type EntityEntry = z.infer<typeof entitySchema>
