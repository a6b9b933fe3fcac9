import { claimText } from '../claims/claim-text.ts'
import type { Argument, Claim, Qualifier } from '../model/claim.ts'
import type { ClaimChange } from '../model/correction.ts'
import type { EntityId } from '../model/ids.ts'
import { publicationDays } from '../store/publication-days.ts'
import { dateInWords } from './dates.ts'

/** A claim with one value set right, and its sentence said anew. Its id stays: it is made of spans. */
export function changeClaim(claim: Claim, change: ClaimChange): Claim {
  const changed = withValue(claim, change)
  return { ...changed, text: sentenceOf(changed, change.field === 'relation' ? '' : auxiliaryOf(claim)) }
}

/** A change's new value, as it is shown. */
export function afterOf({ after }: ClaimChange): string | null {
  if (after === null || typeof after === 'string') return after
  if ('lemma' in after) return after.text
  return after.name
}

function withValue(claim: Claim, change: ClaimChange): Claim {
  switch (change.field) {
    case 'subject':
      return change.after ? { ...claim, subject: change.after } : claim
    case 'object':
      return { ...claim, object: change.after }
    case 'relation':
      return { ...claim, relation: { start: null, end: null, ...change.after } }
    case 'place':
      return { ...claim, qualifiers: withPlace(claim.qualifiers, change.after) }
    case 'date':
      return { ...claim, qualifiers: withDate(claim.qualifiers, change.after) }
    case 'subject entity':
      return { ...claim, subject: withEntity(claim.subject, change.after) }
    case 'object entity':
      return claim.object ? { ...claim, object: withEntity(claim.object, change.after) } : claim
    case 'speaker entity': {
      const { attribution } = claim
      if (!attribution?.speaker) return claim
      const entity = change.after?.id ?? null
      const name = change.after?.name ?? attribution.speaker.name
      return { ...claim, attribution: { ...attribution, speaker: { ...attribution.speaker, entity, name } } }
    }
    case 'speaker':
      return { ...claim, attribution: change.after && attributionTo(claim, change.after) }
    case 'polarity':
      return { ...claim, polarity: change.after }
    case 'factuality':
      return { ...claim, factuality: change.after }
    case 'kind':
      return { ...claim, kind: change.after }
  }
}

function attributionTo(
  { attribution }: Claim,
  { name, entity }: { readonly name: string; readonly entity: EntityId | null },
): Claim['attribution'] {
  const cue = attribution?.cue ?? { start: null, end: null, text: '' }
  return { speaker: { start: null, end: null, text: name, name, entity }, cue }
}

/** The whole argument is that entity now; what it was taken for is nowhere in it any more. */
function withEntity(
  argument: Argument,
  after: { readonly id: EntityId; readonly name: string } | null,
): Argument {
  const wrong = new Set([argument.entity, ...argument.candidates])
  const others = argument.entities.filter((id) => !wrong.has(id))
  return {
    ...argument,
    name: after?.name ?? argument.text,
    entity: after?.id ?? null,
    candidates: [],
    entities: [...new Set(after ? [...others, after.id] : others)].sort(),
  }
}

/** One date instead of all: a person says when it was. */
function withDate(qualifiers: readonly Qualifier[], edtf: string | null): readonly Qualifier[] {
  const others = qualifiers.filter(({ role }) => role !== 'time')
  if (edtf === null) return others
  const text = dateInWords(edtf)
  const { earliest, latest } = publicationDays(edtf)
  return [...others, { ...UNDERSTOOD, role: 'time', text, name: text, edtf, earliest, latest }]
}

function withPlace(qualifiers: readonly Qualifier[], place: Argument | null): readonly Qualifier[] {
  const others = qualifiers.filter(({ role }) => role !== 'place')
  if (place === null) return others
  const { candidates: _, quantity: __, ...words } = place
  return [...others, { ...UNDERSTOOD, ...words, role: 'place' }]
}

/** A qualifier that stands nowhere in the text. */
const UNDERSTOOD = {
  start: null,
  end: null,
  head: '',
  lemmas: [],
  entity: null,
  entities: [],
  edtf: null,
  earliest: null,
  latest: null,
  quantity: null,
} as const

const AUXILIARIES = ['', 'was', 'were', 'is', 'are']

/** The auxiliary that the sentence of a claim has and its text has not: the one under which it reads as it does. */
function auxiliaryOf(claim: Claim): string {
  return AUXILIARIES.find((auxiliary) => sentenceOf(claim, auxiliary) === claim.text) ?? ''
}

function sentenceOf(claim: Claim, auxiliary: string): string {
  return claimText({ ...claim, auxiliary, nominal: claim.rule === 'nominalisation' })
}
