import type { Claim } from '../model/claim.ts'
import {
  BY_HAND,
  type ClaimChange,
  type ClaimCorrection,
  type CorrectionId,
  type CorrectionMark,
  type CorrectionState,
  type NotAClaim,
} from '../model/correction.ts'
import type { Entity } from '../model/entity.ts'
import type { ClaimId } from '../model/ids.ts'
import { bySpan, overlaps, type Span } from '../model/span.ts'
import { afterOf, changeClaim } from './change-claim.ts'
import { claimWords } from './field-words.ts'
import type { TextCorrection } from './in-force.ts'

/** A text's claims with people's word laid over them. */
export interface CorrectedClaims {
  /** In reading order. */
  readonly claims: readonly Claim[]
  /** Of what was found, the claims that are no longer as they were found. */
  readonly touched: readonly Claim[]
  readonly states: ReadonlyMap<CorrectionId, CorrectionState>
  /** The claim that each entry speaks of, as far as there is one. */
  readonly claimOf: ReadonlyMap<CorrectionId, ClaimId>
}

/**
 * Lays corrections over what the rules found in a text; a pure function, so that the same rules or better ones come to
 * the same. An entry looks for its claim by its id, else by the place of its verb. A corrected claim that no rule finds
 * any more stays as the person left it, under the rule `by hand`: somebody read it and vouched for it. What was taken
 * out and is not found is settled.
 */
export function correctClaims(
  found: readonly Claim[],
  corrections: readonly TextCorrection[],
  sentences: readonly Span[],
): CorrectedClaims {
  const byId = new Map(found.map((claim) => [claim.id, claim]))
  const current = new Map(byId)
  const states = new Map<CorrectionId, CorrectionState>()
  const claimOf = new Map<CorrectionId, ClaimId>()

  for (const entry of corrections) {
    if (entry.kind === 'source') continue
    if (entry.kind === 'missed-claim') {
      const made = { field: 'claim', before: null, after: entry.claim.text }
      current.set(entry.claim.id, markedBy(entry, inSentence(entry.claim, sentences), [made]))
      states.set(entry.id, 'in force')
      claimOf.set(entry.id, entry.claim.id)
      continue
    }
    const target = current.get(entry.found.id) ?? sameClaim(entry.found, found, current)
    claimOf.set(entry.id, target?.id ?? entry.found.id)
    if (entry.kind === 'not-a-claim') {
      states.set(entry.id, target || byId.has(entry.found.id) ? 'in force' : 'settled')
      if (target) current.delete(target.id)
      continue
    }
    if (!target && (entry.found.rule === BY_HAND || byId.has(entry.found.id))) {
      // Made by a person and taken back, or taken out since: there is nothing to correct.
      states.set(entry.id, 'settled')
      continue
    }
    const base = target ?? inSentence({ ...entry.found, rule: BY_HAND }, sentences)
    states.set(entry.id, target ? 'in force' : 'kept')
    current.set(base.id, corrected(base, entry))
  }
  markReplaced(corrections, claimOf, states)
  return {
    claims: [...current.values()].sort((a, b) => bySpan(a, b) || (a.id < b.id ? -1 : 1)),
    touched: found.filter((claim) => current.get(claim.id) !== claim),
    states,
    claimOf,
  }
}

/** The entities that corrections name, each once. */
export function entitiesByHand(corrections: readonly TextCorrection[]): readonly Entity[] {
  const named = corrections.flatMap((entry) =>
    entry.kind === 'claim' || entry.kind === 'missed-claim' ? entry.entities : [],
  )
  return [...new Map(named.map((entity) => [entity.id, entity])).values()]
}

function corrected(claim: Claim, entry: ClaimCorrection): Claim {
  const changed = entry.changes.reduce(changeClaim, claim)
  const marks = entry.changes.map((change) => ({
    field: claimWords(change.field),
    before: change.before,
    after: afterOf(change),
  }))
  return markedBy(entry, changed, marks)
}

/** A later mark on the same value takes the place of the earlier one: the log holds both. */
function markedBy(
  { id, reviewer, at }: TextCorrection,
  claim: Claim,
  marks: readonly Pick<CorrectionMark, 'field' | 'before' | 'after'>[],
): Claim {
  const fields = new Set(marks.map(({ field }) => field))
  const kept = (claim.corrections ?? []).filter(({ field }) => !fields.has(field))
  return { ...claim, corrections: [...kept, ...marks.map((mark) => ({ id, ...mark, reviewer, at }))] }
}

/**
 * The claim that a rule finds now where another stood: its verb in the same place, and subject or object, too. A rule
 * that takes more or less into the evidence does not lose a person's word; where two might be meant, neither is.
 */
function sameClaim(
  sought: Claim,
  found: readonly Claim[],
  current: ReadonlyMap<ClaimId, Claim>,
): Claim | undefined {
  const verb = sought.relation
  const candidates = found.filter(
    ({ relation, subject, object, ...claim }) =>
      current.has(claim.id) &&
      overlaps(claim, sought) &&
      (verb.start === null
        ? relation.start === null && relation.lemma === verb.lemma
        : relation.start === verb.start && relation.end === verb.end) &&
      (samePlace(subject, sought.subject) || samePlace(object, sought.object)),
  )
  return candidates.length === 1 ? current.get(candidates[0]!.id) : undefined
}

interface Placed {
  readonly start: number | null
  readonly end: number | null
}

function samePlace(a: Placed | null, b: Placed | null): boolean {
  return a !== null && b !== null && a.start !== null && a.start === b.start && a.end === b.end
}

/** Sentences are numbered by the rules of today; offsets hold for ever. */
function inSentence(claim: Claim, sentences: readonly Span[]): Claim {
  const at = sentences.findIndex(({ start, end }) => start <= claim.start && claim.start < end)
  return { ...claim, sentence: Math.max(0, at) }
}

/** An entry of which later ones say every value anew. */
function markReplaced(
  corrections: readonly TextCorrection[],
  claimOf: ReadonlyMap<CorrectionId, ClaimId>,
  states: Map<CorrectionId, CorrectionState>,
): void {
  const later = new Set<string>()
  for (const entry of [...corrections].reverse()) {
    if (entry.kind !== 'claim' && entry.kind !== 'not-a-claim') continue
    const values = valuesOf(entry).map((field) => `${claimOf.get(entry.id)} ${field}`)
    if (values.every((value) => later.has(value))) states.set(entry.id, 'replaced')
    for (const value of values) later.add(value)
  }
}

function valuesOf(entry: ClaimCorrection | NotAClaim): readonly (ClaimChange['field'] | 'claim')[] {
  return entry.kind === 'not-a-claim' ? ['claim'] : entry.changes.map(({ field }) => field)
}
