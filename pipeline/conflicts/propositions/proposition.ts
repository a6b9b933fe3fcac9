import type { Claim } from '../../model/claim.ts'
import type { CorpusClaim, CorpusDocument } from '../../model/corpus.ts'
import type { EntityId } from '../../model/ids.ts'
import type { RelationDefinition } from '../../model/knowledge.ts'
import type { Telling } from '../sources/passages.ts'
import type { About } from './about.ts'
import type { Interval } from './intervals.ts'
import { type Measure, measureOf } from './measure.ts'
import type { Party } from './party.ts'
import { type Rank, rankOf } from './rank.ts'
import { type RelationReading, readRelation } from './relation.ts'
import { rolesOf } from './roles.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type EventTime, spokenOf, timeOf } from './when.ts'
import type { World } from './world.ts'

/** What the source does with the proposition. `open` is never compared: wishes, forecasts, conditions. */
export type Stance = 'affirmed' | 'negated' | 'denied' | 'unproven' | 'open'

/** A claim in the form in which it can be compared with others. */
export interface Proposition {
  readonly claim: Claim
  readonly source: CorpusClaim
  readonly document: CorpusDocument
  readonly relation: string
  readonly definition: RelationDefinition | null
  readonly reading: RelationReading
  readonly stance: Stance
  /** The word of doubt that stands before the claim in its sentence, where the claim carries none. */
  readonly doubt: string | null
  /** Who says so: a speaker's entity or name, else the document. */
  readonly speaker: string
  readonly agent: Party | null
  readonly patient: Party | null
  /** Where it is, narrowest as written. */
  readonly sites: readonly EntityId[]
  /** True where a pronoun leaves open which building is meant, and the likeliest was taken. */
  readonly siteInferred: boolean
  /** Every entity named in the claim, speakers left out. */
  readonly anchors: readonly EntityId[]
  readonly time: EventTime | null
  readonly asOf: Interval | null
  readonly measure: Measure | null
  /** "the first of its kind", where the claim says so. */
  readonly rank: Rank | null
  /** What the whole text is about, for words that leave it out. */
  readonly about: About
}

/** What a claim's own words leave to the text around them. */
export interface Surroundings {
  readonly about: About
  /** Who has something in this sentence. */
  readonly owner: EntityId | null
  readonly doubt: string | null
  /** The sentence rejects the claim. */
  readonly rejected: boolean
}

/**
 * A claim as a proposition: who, what, where, when, how much, and what the source does with it.
 * "Narland maintained a naval presence in Port Ash" and "Port Ash was the first naval base of Narland" get the same
 * relation, agent (Narland) and site (Port Ash).
 */
export function propositionOf(
  source: CorpusClaim,
  document: CorpusDocument,
  vocabulary: Vocabulary,
  world: World,
  around: Surroundings,
): Proposition {
  const { claim } = source
  const reading = readRelation(claim, vocabulary)
  const roles = rolesOf(claim, reading, world, around.owner)
  const anchors = new Set<EntityId>([
    ...claim.subject.entities,
    ...(claim.object?.entities ?? []),
    ...claim.qualifiers.flatMap((qualifier) => qualifier.entities),
    ...(roles.agent?.entities ?? []),
    ...(roles.patient?.entities ?? []),
  ])
  return {
    claim,
    source,
    document,
    relation: reading.id,
    definition: reading.definition,
    reading,
    stance: stanceAround(claim, reading, around),
    doubt: around.doubt,
    speaker: reading.reporting ? reporterOf(claim) : speakerOf(claim, document),
    siteInferred: false,
    ...roles,
    anchors: [...anchors].sort(),
    time: timeOf(claim),
    asOf: spokenOf(claim, document),
    measure: measureOf(claim, reading),
    rank: rankOf(claim),
    about: around.about,
  }
}

/** The stance that the whole sentence gives the claim. */
function stanceAround(claim: Claim, reading: RelationReading, around: Surroundings): Stance {
  if (around.doubt && claim.factuality === 'asserted') return 'unproven'
  const stance = stanceOf(claim, reading.presupposed)
  return around.rejected && stance === 'affirmed' ? 'denied' : stance
}

function stanceOf(claim: Claim, presupposed: boolean): Stance {
  if (claim.factuality === 'hypothetical' || claim.factuality === 'normative') return 'open'
  if (claim.kind === 'recommendation' || claim.kind === 'prediction') return 'open'
  if (claim.factuality === 'rumoured') return 'unproven'
  if (claim.factuality === 'denied') return presupposed ? 'open' : 'denied'
  return claim.polarity === 'negated' && !presupposed ? 'negated' : 'affirmed'
}

/** Who counted or measured is who says so. */
function reporterOf({ subject }: Claim): string {
  return subject.entity ?? `name:${subject.name.toLowerCase()}`
}

/** Speakers who are only pronouns are somebody of this text. */
function speakerOf({ attribution }: Claim, document: CorpusDocument): string {
  const speaker = attribution?.speaker
  if (!speaker) return `document:${document.id}`
  if (speaker.entity) return speaker.entity
  const name = speaker.name.toLowerCase()
  return /^(?:it|he|she|they|i|we|who|one)$/.test(name) ? `document:${document.id} ${name}` : `name:${name}`
}

/** Where the propositions are told, for the count of who tells them by himself. */
export function tellingsOf(propositions: readonly Proposition[]): readonly Telling[] {
  return propositions.map(({ document, source }) => ({ document: document.id, sentence: source.sentence }))
}
