import type { Claim, Qualifier } from '../../model/claim.ts'
import type { RelationDefinition } from '../../model/knowledge.ts'
import {
  BECOMING_VERBS,
  COPULAS,
  COUNTING_VERBS,
  EARNING_VERBS,
  EXISTENTIAL_VERBS,
  LIGHT_VERBS,
  MEASURE_VERBS,
  MEASURING_VERBS,
  ON_REVENUE,
} from './verbs.ts'
import { CHANGE, goalOf, nounBehindFigure, nounIn, type Vocabulary } from './vocabulary.ts'

/** How a claim expresses a relation. */
export interface RelationReading {
  /** Canonical id, or `verb:` and the lemma outside the vocabulary. */
  readonly id: string
  readonly definition: RelationDefinition | null
  /** Which part carries the meaning: the verb, or a noun in the object or the subject. */
  readonly carrier: 'verb' | 'object' | 'subject'
  /** Where the noun stands that carries the meaning, if it stands in an adjunct: "evolved [as an alliance]". */
  readonly adjunct: Qualifier | null
  /** The noun phrase that carried it, as the vocabulary spells it ("air force presence"); null for verbs. */
  readonly phrase: string | null
  readonly copula: boolean
  readonly passive: boolean
  /** True where the object is a part of the relation ("be open", "lose life"), and no party. */
  readonly absorbed: boolean
  /** True where a noun in the subject only presupposes the relation: "the alliance was praised". */
  readonly presupposed: boolean
  /** True where the subject only says so: "the ministry counted 12 dead", "the centre measured it at 6.1". */
  readonly reporting: boolean
  /** The state that the subject is said to be in, outside the vocabulary: "overloaded". */
  readonly state: string | null
}

/**
 * "Narland maintained a naval presence in Port Ash" and "Port Ash was Narland's first naval base" read as
 * `military_presence`; "Narland maintained a hospital in Port Ash" does not, and "Port Ash Naval Base lies on the
 * coast" does not either: there the noun is part of a name.
 */
export function readRelation(claim: Claim, vocabulary: Vocabulary): RelationReading {
  const { subject, object, relation } = claim
  const copula = COPULAS.has(relation.lemma)
  const passive = isPassive(relation.text, relation.lemma)
  const common = {
    copula,
    passive,
    absorbed: false,
    adjunct: null,
    presupposed: false,
    reporting: false,
    state: null,
  }
  if (claim.rule === NOMINALISATION) return nominalReading(claim, vocabulary)

  if (object && (copula || LIGHT_VERBS.has(relation.lemma)) && !(copula && object.entity)) {
    const noun = nounIn(object, vocabulary)
    if (noun)
      return {
        ...common,
        id: noun.definition.id,
        definition: noun.definition,
        carrier: 'object',
        phrase: noun.phrase,
      }
  }
  if (object?.quantity && COUNTING_VERBS.has(relation.lemma) && !passive) {
    const counted = nounIn(object, vocabulary) ?? nounBehindFigure(object.text, vocabulary)
    if (counted) {
      const { definition, phrase } = counted
      return { ...common, id: definition.id, definition, carrier: 'object', phrase, reporting: true }
    }
  }
  const profit = vocabulary.definitions.get('profit')
  if (
    profit &&
    object?.quantity?.kind === 'money' &&
    EARNING_VERBS.has(relation.lemma) &&
    ON_REVENUE.test(object.text)
  )
    return { ...common, id: profit.id, definition: profit, carrier: 'object', phrase: 'profit' }
  if (BECOMING_VERBS.has(relation.lemma)) {
    for (const adjunct of claim.qualifiers) {
      const noun = /^(?:to|into|as) /i.test(adjunct.text) ? nounIn(adjunct, vocabulary) : null
      if (!noun) continue
      const { definition, phrase } = noun
      return { ...common, id: definition.id, definition, carrier: 'object', phrase, adjunct, passive: false }
    }
  }
  const goal = object && BECOMING_VERBS.has(relation.lemma) ? goalOf(object.text, vocabulary) : null
  if (goal) {
    const { definition, phrase } = goal
    return { ...common, id: definition.id, definition, carrier: 'object', phrase, passive: false }
  }
  if (!subject.entity) {
    const noun = nounIn(subject, vocabulary)
    const measured = MEASURE_VERBS.has(relation.lemma.split(' ')[0] ?? '') && quantityAfter(claim)
    const existential = EXISTENTIAL_VERBS.has(relation.lemma)
    if (noun && (measured || existential || subject.entities.length > 0 || CHANGE.has(subject.head))) {
      return {
        ...common,
        id: noun.definition.id,
        definition: noun.definition,
        carrier: 'subject',
        phrase: noun.phrase,
        presupposed: !measured && !existential,
      }
    }
  }
  const { definition, absorbed } = verbIn(claim, vocabulary)
  const state = definition ? null : stateOf(claim, passive, copula)
  if (state) {
    const id = `state:${stemOf(state)}`
    return {
      ...common,
      id,
      definition: null,
      carrier: 'verb',
      phrase: null,
      passive: true,
      absorbed: copula,
      state,
    }
  }
  const id = definition?.id ?? `verb:${relation.lemma}`
  const reporting = MEASURING_VERBS.has(relation.lemma) && object !== null && quantityAside(claim)
  return { ...common, id, definition, absorbed, carrier: 'verb', phrase: null, reporting }
}

/** "had been overloaded" and "was | overloaded" say one thing; "was tired of", "was given a prize" are left. */
function stateOf({ relation, object }: Claim, passive: boolean, copula: boolean): string | null {
  if (passive && object === null) return /\b(\w+ed)$/i.exec(relation.text)?.[1]?.toLowerCase() ?? null
  if (!copula || object?.lemmas.length !== 1 || object.entities.length > 0) return null
  return /^\w+ed$/i.test(object.text) ? object.text.toLowerCase() : null
}

/** "closed" and "planned" without their ending, however it was joined. */
function stemOf(participle: string): string {
  return participle.replace(/ed$/, '').replace(/([^aeiouls])\1$/, '$1')
}

/** The claims stage's rule for "the presence of Narland at Port Ash": the relation is a noun. */
const NOMINALISATION = 'nominalisation'

/** What a noun phrase presupposes: "Narland's accession to the League" says that it acceded. */
function nominalReading({ relation, object }: Claim, vocabulary: Vocabulary): RelationReading {
  const words = relation.text.toLowerCase().split(/[\s-]+/)
  const behind = object?.lemmas.map((lemma) => lemma.toLowerCase()) ?? []
  const entry = vocabulary.nouns
    .get(relation.lemma)
    ?.find(
      ({ modifiers, place }) =>
        modifiers.every((word) => words.includes(word)) && place.every((word) => behind.includes(word)),
    )
  return {
    id: entry?.definition.id ?? `noun:${relation.lemma}`,
    definition: entry?.definition ?? null,
    carrier: 'verb',
    phrase: entry?.phrase ?? null,
    adjunct: null,
    copula: false,
    passive: false,
    absorbed: false,
    presupposed: true,
    reporting: false,
    state: null,
  }
}

function quantityAside(claim: Claim): boolean {
  return !claim.object?.quantity && claim.qualifiers.some(({ quantity }) => quantity)
}

function quantityAfter(claim: Claim): boolean {
  return Boolean(claim.object?.quantity) || claim.qualifiers.some((qualifier) => qualifier.quantity)
}

const STAYING: ReadonlySet<string> = new Set(['be', 'remain', 'stay'])

function verbIn(
  { relation, object }: Claim,
  vocabulary: Vocabulary,
): { readonly definition: RelationDefinition | null; readonly absorbed: boolean } {
  const last = relation.text.toLowerCase().split(/\s+/).at(-1) ?? ''
  const lemma = relation.lemma
  // "remains closed to traffic": the state comes first
  const state = object?.text.toLowerCase().split(/\s+/)[0] ?? ''
  const withObject =
    object &&
    (vocabulary.verbs.get(`${lemma} ${object.head}`) ??
      (STAYING.has(lemma) ? vocabulary.verbs.get(`${lemma} ${state}`) : undefined))
  if (withObject) return { definition: withObject, absorbed: true }
  // "is open to" traffic: the state stands among the relation's own words
  const stated = STAYING.has(lemma)
    ? relation.text
        .toLowerCase()
        .split(/\s+/)
        .map((word) => vocabulary.verbs.get(`${lemma} ${word}`))
        .find((found) => found !== undefined)
    : undefined
  if (stated) return { definition: stated, absorbed: true }
  const definition = vocabulary.verbs.get(`${lemma} ${last}`) ?? vocabulary.verbs.get(lemma)
  const given = relation.type ? vocabulary.definitions.get(relation.type) : undefined
  return { definition: definition ?? given ?? null, absorbed: false }
}

const PASSIVE_AUXILIARIES = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'got', 'gets'])

/** "was founded in", "have been killed"; not "was founding", "was a founder". */
export function isPassive(text: string, lemma: string): boolean {
  if (COPULAS.has(lemma)) return false
  const words = text.toLowerCase().split(/\s+/)
  const auxiliary = words.findLastIndex((word) => PASSIVE_AUXILIARIES.has(word))
  if (auxiliary < 0) return false
  const verb = words
    .slice(auxiliary + 1)
    .find((word) => !word.endsWith('ly') && word !== 'not' && word !== 'never')
  return verb !== undefined && !verb.endsWith('ing')
}
