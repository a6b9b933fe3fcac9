import type { Argument, Attribution, Claim, Qualifier } from '../model/claim.ts'
import type { Span } from '../model/span.ts'
import {
  endOf,
  listed,
  NO_DATES,
  NONE,
  type Packed,
  packEntities,
  packHead,
  packLemmas,
  packQuantity,
  packSpan,
  packWords,
  shortened,
  startOf,
  unpackEntities,
  unpackHead,
  unpackLemmas,
  unpackQuantity,
  unpackSpan,
  unpackWords,
} from './packed.ts'

/**
 * A claim as a row: what is asked for stands in columns, all else in one JSON list, without names, with offsets from the
 * start of the claim, with 0 for what is empty or said already, and without words that stand in the quote where their
 * offsets say. A database of claims is half the size for it.
 */
export interface ClaimColumns {
  readonly id: string
  readonly start_utf16: number
  readonly end_utf16: number
  readonly sentence_number: number
  readonly text: string
  readonly quote: string
  readonly kind: string
  readonly polarity: string
  readonly factuality: string
  readonly subject: string
  readonly subject_entity: string | null
  readonly relation: string
  readonly relation_lemma: string
  readonly relation_type: string | null
  readonly object: string | null
  readonly object_entity: string | null
  readonly attributed_to: string | null
  readonly attribution_cue: string | null
  readonly confidence: number
  readonly rule: string
  readonly record: string
}

export const COLUMNS_OF_A_CLAIM = [
  'id',
  'start_utf16',
  'end_utf16',
  'sentence_number',
  'text',
  'quote',
  'kind',
  'polarity',
  'factuality',
  'subject',
  'subject_entity',
  'relation',
  'relation_lemma',
  'relation_type',
  'object',
  'object_entity',
  'attributed_to',
  'attribution_cue',
  'confidence',
  'rule',
  'record',
] as const satisfies readonly (keyof ClaimColumns)[]

/** In SQL, of `claims c`: what a claim is read from. */
export const CLAIM = COLUMNS_OF_A_CLAIM.map((column) => `c.${column}`).join(', ')

/** The lists that `packClaim` writes, for whoever reads them. */
type Record = readonly [
  relation: Packed | 0,
  subject: Packed,
  object: Packed | 0,
  qualifiers: readonly Packed[] | 0,
  stanceCues: readonly Packed[] | 0,
  attribution: Packed | 0,
  section: readonly string[] | 0,
  corrections: Claim['corrections'] | 0,
]

/** `quote` is what stands in the text from the claim's start to its end. */
export function packClaim(claim: Claim, quote: string): ClaimColumns {
  const { id, start, end, sentence, text, kind, polarity, factuality, confidence, rule } = claim
  const { subject, relation, object, attribution } = claim
  const record: Record = [
    packSpan(relation, start),
    packArgument(subject, start, quote),
    object ? packArgument(object, start, quote) : 0,
    listed(claim.qualifiers.map((qualifier) => packQualifier(qualifier, start, quote))),
    listed(claim.stanceCues.map((cue) => packCue(cue, start, quote))),
    attribution ? packAttribution(attribution, start) : 0,
    listed(claim.section),
    claim.corrections ?? 0,
  ]
  return {
    id,
    start_utf16: start,
    end_utf16: end,
    sentence_number: sentence,
    text,
    quote,
    kind,
    polarity,
    factuality,
    subject: subject.name,
    subject_entity: subject.entity,
    relation: relation.text,
    relation_lemma: relation.lemma,
    relation_type: relation.type,
    object: object?.name ?? null,
    object_entity: object?.entity ?? null,
    attributed_to: attribution?.speaker?.name ?? null,
    attribution_cue: attribution?.cue.text ?? null,
    confidence,
    rule,
    record: JSON.stringify(shortened(record)),
  }
}

export function unpackClaim(row: ClaimColumns): Claim {
  const { start_utf16: start, quote } = row
  const record = JSON.parse(row.record) as Record
  const [relation, subject, object, qualifiers] = [record[0], record[1], record[2], record[3]] as const
  const [stanceCues, attribution, section, corrections] = [
    record[4],
    record[5],
    record[6],
    record[7],
  ] as const
  return {
    start,
    end: row.end_utf16,
    id: row.id,
    sentence: row.sentence_number,
    section: section || NONE,
    subject: unpackArgument(subject, row.subject, row.subject_entity, start, quote),
    relation: {
      start: startOf(relation, start),
      end: endOf(relation, start),
      text: row.relation,
      lemma: row.relation_lemma,
      type: row.relation_type,
    },
    object: object ? unpackArgument(object, row.object!, row.object_entity, start, quote) : null,
    qualifiers: (qualifiers || []).map((packed) => unpackQualifier(packed, start, quote)),
    polarity: row.polarity as Claim['polarity'],
    factuality: row.factuality as Claim['factuality'],
    attribution: attribution
      ? unpackAttribution(attribution, row.attributed_to, row.attribution_cue!, start)
      : null,
    stanceCues: (stanceCues || []).map((packed) => ({
      ...(unpackSpan(packed, start) as Span),
      text: unpackWords(packed[2], packed, quote),
    })),
    kind: row.kind as Claim['kind'],
    text: row.text,
    confidence: row.confidence,
    rule: row.rule,
    ...(corrections && { corrections }),
  }
}

function packArgument(argument: Argument, from: number, quote: string): Packed {
  const { text, name, head, lemmas, entity, candidates, entities, quantity } = argument
  const at = packSpan(argument, from)
  return shortened([
    at,
    packHead(head, lemmas),
    packLemmas(lemmas, head),
    listed(candidates),
    packEntities(entities, entity),
    text === name ? 0 : [packWords(text, at, quote)],
    quantity ? packQuantity(quantity, from) : 0,
  ])
}

function unpackArgument(
  packed: Packed,
  name: string,
  entity: string | null,
  from: number,
  quote: string,
): Argument {
  const [at, text, quantity] = [packed[0], packed[5], packed[6]] as const
  const lemmas = unpackLemmas(packed[2], packed[1])
  return {
    start: startOf(at, from),
    end: endOf(at, from),
    text: text ? unpackWords((text as Packed)[0], at, quote) : name,
    name,
    head: unpackHead(packed[1], lemmas),
    lemmas,
    entity,
    candidates: (packed[3] || NONE) as readonly string[],
    entities: unpackEntities(packed[4], entity),
    quantity: quantity ? unpackQuantity(quantity as Packed, from) : null,
  }
}

function packQualifier(qualifier: Qualifier, from: number, quote: string): Packed {
  const { role, text, name, head, lemmas, entity, entities, edtf, earliest, latest, quantity } = qualifier
  const dated = edtf !== null || earliest !== null || latest !== null
  const at = packSpan(qualifier, from)
  return shortened([
    at,
    role,
    packWords(name, at, quote),
    packHead(head, lemmas),
    packLemmas(lemmas, head),
    entity ?? 0,
    packEntities(entities, entity),
    dated ? [edtf, earliest, latest] : 0,
    text === name ? 0 : [packWords(text, at, quote)],
    quantity ? packQuantity(quantity, from) : 0,
  ])
}

function unpackQualifier(packed: Packed, from: number, quote: string): Qualifier {
  const [at, text, quantity] = [packed[0], packed[8], packed[9]] as const
  const name = unpackWords(packed[2], at, quote)
  const lemmas = unpackLemmas(packed[4], packed[3])
  const entity = (packed[5] || null) as string | null
  const dates = (packed[7] || NO_DATES) as readonly (string | null)[]
  return {
    role: packed[1] as Qualifier['role'],
    start: startOf(at, from),
    end: endOf(at, from),
    text: text ? unpackWords((text as Packed)[0], at, quote) : name,
    name,
    head: unpackHead(packed[3], lemmas),
    lemmas,
    entity,
    entities: unpackEntities(packed[6], entity),
    edtf: dates[0]!,
    earliest: dates[1]!,
    latest: dates[2]!,
    quantity: quantity ? unpackQuantity(quantity as Packed, from) : null,
  }
}

function packAttribution({ speaker, cue }: Attribution, from: number): Packed {
  if (!speaker) return [packSpan(cue, from)]
  const { text, name, entity } = speaker
  return shortened([packSpan(cue, from), packSpan(speaker, from), entity ?? 0, text === name ? 0 : [text]])
}

function unpackAttribution(packed: Packed, name: string | null, cue: string, from: number): Attribution {
  const [cueSpan, span, entity, text] = packed
  return {
    speaker:
      name === null
        ? null
        : {
            ...unpackSpan(span, from),
            text: text ? ((text as Packed)[0] as string) : name,
            name,
            entity: (entity || null) as string | null,
          },
    cue: { ...unpackSpan(cueSpan, from), text: cue },
  }
}

function packCue(cue: Claim['stanceCues'][number], from: number, quote: string): Packed {
  const at = packSpan(cue, from) as Packed
  const words = packWords(cue.text, at, quote)
  return words === 0 ? at : [...at, words]
}
