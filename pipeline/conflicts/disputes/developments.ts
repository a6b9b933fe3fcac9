import type { Gate } from '../../model/conflict.ts'
import { commonSubject } from '../gates/common-subject.ts'
import { passGates } from '../gates/gates.ts'
import type { Interval } from '../propositions/intervals.ts'
import { apart, daysBetween } from '../propositions/intervals.ts'
import { canBothHold, sameMeasure } from '../propositions/measure.ts'
import type { Party } from '../propositions/party.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { isSpecific, relate, type World } from '../propositions/world.ts'
import { isCounted } from './topic-key.ts'

/** What two figures for one measure are to each other. */
export interface MeasureComparison {
  readonly outcome: 'agree' | 'conflict' | 'update'
  readonly gates: readonly Gate[]
}

/**
 * Compares the figures of two propositions; null where they do not measure the same. A later figure is an update
 * where the value holds at a time (a toll, a price), and where one speaker corrects himself; a figure that never
 * changes (how many were aboard) given by two speakers is a conflict whenever they said it.
 */
export function compareMeasures(a: Proposition, b: Proposition, world: World): MeasureComparison | null {
  if (a.relation !== b.relation || !a.measure || !b.measure || !sameMeasure(a.measure, b.measure)) return null
  if (a.stance !== 'affirmed' || b.stance !== 'affirmed') return null
  if (hasAlternative(a) || hasAlternative(b)) return null
  // Outside the vocabulary, and inside one text, nothing tells that two figures are of one thing.
  if (!a.definition && (a.document.id === b.document.id || a.measure.unit === '' || b.measure.unit === ''))
    return null
  if (!a.definition && !(restrictsLike(a, b) && restrictsLike(b, a))) return null
  if (!a.definition && (listsFigures(a) || listsFigures(b))) return null
  const gates = measureGates(a, b, world)
  if (!gates) return null
  if (canBothHold(a.measure.quantity, b.measure.quantity)) return { outcome: 'agree', gates }

  const changes = a.definition?.separators.includes('time') ?? true
  const one = asOfOf(a, changes)
  const other = asOfOf(b, changes)
  if (one && other && apart(one, other) && (changes || a.speaker === b.speaker)) {
    if (!changesSlowly(a, b) || daysBetween(one, other) > SLOW_CHANGE_DAYS)
      return { outcome: 'update', gates }
    const note = 'written days apart: it hardly changed so fast'
    return { outcome: 'conflict', gates: [...gates, { name: 'as-of', outcome: 'assumed', note }] }
  }
  if (a.document.id === b.document.id && a.speaker === b.speaker) return null
  if (!changes) return { outcome: 'conflict', gates }
  if (!one || !other) {
    return {
      outcome: 'conflict',
      gates: [
        ...gates,
        { name: 'as-of', outcome: 'unknown', note: 'no date tells whether one updates the other' },
      ],
    }
  }
  return {
    outcome: 'conflict',
    gates: [...gates, { name: 'as-of', outcome: 'passed', note: 'of the same time' }],
  }
}

/** What takes longer than this to change by as much as two figures differ. */
const SLOW_CHANGE_DAYS = 14
const SLOW: ReadonlySet<string> = new Set(['workforce', 'population', 'capacity', 'revenue', 'profit'])

/** Two speakers on what an organisation or a town has, both dated by their publication alone. */
function changesSlowly(a: Proposition, b: Proposition): boolean {
  return SLOW.has(a.relation) && a.speaker !== b.speaker && a.time === null && b.time === null
}

/**
 * Every adjunct of one is spoken of by the other: "earned 5 million abroad" is not "earned 3 million at home", nor
 * 8 million in all.
 */
function restrictsLike({ claim, measure }: Proposition, other: Proposition): boolean {
  const { subject, object, qualifiers } = other.claim
  const spoken = new Set(
    [subject, object, ...qualifiers].flatMap((part) => (part ? [...part.lemmas, ...part.entities] : [])),
  )
  return claim.qualifiers.every((qualifier) => {
    if (qualifier.role === 'time' || qualifier.role === 'as-of' || qualifier.quantity === measure?.quantity)
      return true
    return [...qualifier.lemmas, ...qualifier.entities].some((word) => spoken.has(word))
  })
}

/** "It earned $5 million at home and $3 million abroad": which figure answers which question is not told. */
function listsFigures({ source }: Proposition): boolean {
  return (source.sentence.match(/[$€£¥₹]\s?\d|\d\s?(?:%|percent|per cent)/g)?.length ?? 0) > 1
}

/** The time that a changing value holds for: the one in the sentence, else the day of publication. */
export function asOfOf(proposition: Proposition, changes: boolean): Interval | null {
  return changes ? (proposition.time ?? proposition.asOf) : proposition.asOf
}

/** "12 or 13 people", "killed or injured" count something else than their parts. */
function hasAlternative(proposition: Proposition): boolean {
  const { relation, subject, object } = proposition.claim
  return /\bor\b/.test(
    `${relation.text} ${subject.quantity ? subject.text : ''} ${object?.quantity ? object.text : ''}`,
  )
}

function measureGates(a: Proposition, b: Proposition, world: World): readonly Gate[] | null {
  const agentA = isCounted(a, 'agent') ? null : a.agent
  const agentB = isCounted(b, 'agent') ? null : b.agent
  const patientA = isCounted(a, 'patient') ? null : a.patient
  const patientB = isCounted(b, 'patient') ? null : b.patient
  if (!a.definition || (agentA && agentB) || (patientA && patientB)) {
    const held = (proposition: Proposition, agent: Party | null, patient: Party | null) => ({
      ...proposition,
      agent,
      patient,
    })
    const gates = passGates(held(a, agentA, patientA), held(b, agentB, patientB), 'quantity', world)
    if (gates) return restMatches(a, b) ? gates : null
    if (
      !a.definition ||
      (agentA?.entities.length && agentB?.entities.length && a.definition.single.length > 0)
    )
      return null
  }
  return anchorGates(a, b, world)
}

/** What is counted must be described alike: "12 crew" and "12 passengers" differ by unit, "foreign" by a word. */
function restMatches(a: Proposition, b: Proposition): boolean {
  const words = (proposition: Proposition) => describing(proposition).join(' ')
  return words(a) === words(b)
}

/** Words beside a figure that tell nothing of what it counts. */
const UNTELLING: ReadonlySet<string> = new Set(
  'people person more than least at about around some over nearly total net million billion'.split(' '),
)

function describing(proposition: Proposition): readonly string[] {
  const slot = proposition.measure?.slot
  const argument =
    slot === 'object' ? proposition.claim.object : slot === 'subject' ? proposition.claim.subject : null
  if (!argument) return []
  return argument.lemmas
    .slice(0, Math.max(0, argument.lemmas.indexOf(argument.head)))
    .filter((lemma) => !UNTELLING.has(lemma) && !/[\d€$£¥₹]/.test(lemma) && lemma !== argument.head)
    .sort()
}

/**
 * "12 people died when the Aurelia sank" and "the sinking of the Aurelia killed 15": no role is shared, but a ship is.
 * A shared country is not enough; a shared town is, with the same day, and only as an assumption.
 */
function anchorGates(a: Proposition, b: Proposition, world: World): readonly Gate[] | null {
  if (!restMatches(a, b) || isTownOf(a, b, world)) return null
  const shared = a.anchors.filter((id) => b.anchors.includes(id))
  const named = shared.find((id) => isSpecific(id, world))
  const own = (proposition: Proposition) => proposition.anchors.filter((id) => isSpecific(id, world))
  if (!named && own(a).length > 0 && own(b).length > 0) {
    if (own(a).every((id) => own(b).every((next) => relate(id, next, world) === 'apart'))) return null
  }
  if (a.time && b.time && apart(a.time, b.time) && !a.definition?.separators.includes('time')) return null
  if (named) return [{ name: 'participants', outcome: 'passed', note: world.name(named) }, speakerGate(a, b)]
  const about = commonSubject(a, b, world)
  if (!about) return null
  return [
    {
      name: about.specific ? 'edition' : 'participants',
      outcome: 'assumed',
      note: a.document.id === b.document.id ? 'one text gives both' : `both texts are about ${about.name}`,
    },
    speakerGate(a, b),
  ]
}

/** "74 died in Linden" counts a part of "112 died", where only one of them names a town or a country. */
function isTownOf(a: Proposition, b: Proposition, world: World): boolean {
  const places = ({ sites, patient }: Proposition) =>
    [...sites, ...(patient?.entities ?? [])].filter((id) => world.entity(id)?.type === 'place').length
  return places(a) > 0 !== places(b) > 0
}

function speakerGate(a: Proposition, b: Proposition): Gate {
  return a.speaker === b.speaker
    ? { name: 'speaker', outcome: 'assumed', note: 'one speaker says both' }
    : { name: 'speaker', outcome: 'passed', note: 'two speakers' }
}
