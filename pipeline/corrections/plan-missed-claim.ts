import { resolveClaim } from '../batch/corpus.ts'
import { claimIdOf } from '../claims/claim-id.ts'
import { claimText } from '../claims/claim-text.ts'
import type { Argument, Claim } from '../model/claim.ts'
import { BY_HAND, type ClaimValues, type MissedClaim } from '../model/correction.ts'
import type { Entity } from '../model/entity.ts'
import { UserError } from '../model/errors.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { DocumentRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { Store } from '../store/index.ts'
import { documentRecord } from './asked.ts'
import { changeClaim } from './change-claim.ts'
import { changesOf } from './changes.ts'
import type { Content } from './journal.ts'
import { entitiesOf, knownEntities, settleEntities } from './known-entities.ts'
import { readClaim } from './read-words.ts'

/** A claim in selected words: what a person says that they say, else what they say themselves. */
export async function planMissedClaim(
  { document: asked, says, set = {}, ...selected }: Span & MissedWords,
  store: Store,
  knowledge: Knowledge,
): Promise<Content<MissedClaim>> {
  const document = await documentRecord(store, asked)
  const span = trimmed(document, selected)
  const words = says?.trim().replace(/\s+/g, ' ') ?? document.text.slice(span.start, span.end)
  const read = await readClaim(words, document.metadata.published, knowledge)
  if (!read) {
    throw new UserError('these words cannot be read as a claim.', {
      remedy: 'Say in one plain sentence what they claim: who did what, where, when.',
    })
  }
  const settled = resolveClaim(read.claim, await settleEntities(read.entities, store))
  const placed = says === undefined ? moved(settled, span.start) : understood(settled)
  const made = byHand(placed, document, span)
  const { changes, entities } = await changesOf(made, set, store, knowledge)
  const claim = changes.reduce(changeClaim, made)
  return missed(document, claim, [...read.entities, ...entities], store, null)
}

interface MissedWords {
  readonly document: string
  readonly says?: string
  readonly set?: ClaimValues
}

/** Selected words that say what the claims of a position say: its best one, said by this text. */
export async function planAttachment(
  {
    document: asked,
    position: id,
    ...selected
  }: Span & { readonly document: string; readonly position: string },
  store: Store,
): Promise<Content<MissedClaim>> {
  const document = await documentRecord(store, asked)
  const span = trimmed(document, selected)
  const conflict = await store.conflictOfPosition(id)
  const position = conflict?.positions.find((one) => one.id === id)
  if (!conflict || !position) {
    throw new UserError(`no dispute has a position ${id} now.`, { remedy: 'Look at the dispute again.' })
  }
  const claims = position.evidence.flatMap(({ claim }) => (claim ? [claim] : []))
  const [best] = [...claims].sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
  if (!best) {
    throw new UserError('this position rests on a list of references, and on no claim.', {
      remedy: 'Add the words as a claim of their own.',
    })
  }
  const canonical = new Map<EntityId, EntityId>()
  for (const id of entitiesOf(best)) {
    const [entity] = await store.findEntities(id)
    if (entity) canonical.set(id, entity.id)
  }
  const said = { ...understood(resolveClaim(best, (id) => canonical.get(id) ?? id)), attribution: null }
  const made = byHand({ ...said, text: textOf(said) }, document, span)
  return missed(document, made, [], store, { conflict: conflict.id, position: id })
}

async function missed(
  document: DocumentRecord,
  claim: Claim,
  alone: readonly Entity[],
  store: Store,
  attached: MissedClaim['attached'],
): Promise<Content<MissedClaim>> {
  const there = await store.show(claim.id)
  if (there?.kind === 'claim' && there.claim.claim.id === claim.id) {
    throw new UserError('these words are this claim already.', { where: claim.id })
  }
  const entities = await knownEntities(entitiesOf(claim), alone, store)
  return { kind: 'missed-claim', textSha256: document.textSha256, claim, entities, attached }
}

function byHand(claim: Claim, { id }: DocumentRecord, span: Span): Claim {
  const { subject, relation, object, qualifiers } = claim
  const { corrections: _, ...rest } = claim
  return {
    ...rest,
    ...span,
    id: claimIdOf(id, span, [subject, relation, object, ...qualifiers]),
    sentence: 0,
    section: [],
    confidence: 1,
    rule: BY_HAND,
  }
}

/** A claim whose spans count from `by`. */
function moved(claim: Claim, by: number): Claim {
  const shift = <T extends { readonly start: number | null; readonly end: number | null }>(slot: T): T => ({
    ...slot,
    start: slot.start === null ? null : slot.start + by,
    end: slot.end === null ? null : slot.end + by,
  })
  const measured = <T extends Argument | Claim['qualifiers'][number]>(slot: T): T => ({
    ...shift(slot),
    quantity: slot.quantity && shift(slot.quantity),
  })
  const { attribution } = claim
  return {
    ...claim,
    subject: measured(claim.subject),
    relation: shift(claim.relation),
    object: claim.object && measured(claim.object),
    qualifiers: claim.qualifiers.map(measured),
    stanceCues: claim.stanceCues.map(shift),
    attribution: attribution && {
      speaker: attribution.speaker && shift(attribution.speaker),
      cue: shift(attribution.cue),
    },
  }
}

/** A claim whose slots stand nowhere in the words that it is found in. */
function understood(claim: Claim): Claim {
  const nowhere = <T>(slot: T): T => ({ ...slot, start: null, end: null })
  const { attribution } = claim
  return {
    ...claim,
    subject: nowhere(claim.subject),
    relation: nowhere(claim.relation),
    object: claim.object && nowhere(claim.object),
    qualifiers: claim.qualifiers.map(nowhere),
    stanceCues: [],
    attribution: attribution && {
      speaker: attribution.speaker && nowhere(attribution.speaker),
      cue: nowhere(attribution.cue),
    },
  }
}

function textOf(claim: Claim): string {
  return claimText({ ...claim, auxiliary: '', nominal: claim.rule === 'nominalisation' })
}

/** In UTF-16 code units: several long sentences. */
const LONGEST_EVIDENCE = 2000

/** A selection without the white space at its ends. Throws a `UserError` where nothing is selected. */
function trimmed({ text, id }: DocumentRecord, { start, end }: Span): Span {
  const words = text.slice(start, end)
  if (end > text.length || words.trim() === '') {
    throw new UserError(`${start} to ${end} selects no words of this text.`, { where: id })
  }
  if (words.length > LONGEST_EVIDENCE) {
    throw new UserError(`${words.length} characters are no evidence that anybody would check.`, {
      where: id,
      remedy: `Select the words that say it, at most ${LONGEST_EVIDENCE} characters.`,
    })
  }
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}
