import type { Gate } from '../../model/conflict.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Slot } from '../../model/knowledge.ts'
import { apart, daysBetween } from '../propositions/intervals.ts'
import type { Party } from '../propositions/party.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { relate, type World } from '../propositions/world.ts'
import { commonSubject } from './common-subject.ts'
import { matchParties, type PartyMatch } from './parties.ts'

/** What is disputed, and therefore not gated. */
export type Focus = 'stance' | Slot

/** A state that two texts describe this far apart may simply have changed. */
const STATE_MAY_CHANGE_AFTER_DAYS = 60

/**
 * The conditions under which two propositions may be compared at all, each with its outcome; null where one fails.
 * "Narland joined the League" and "Ostia did not join the League" fail (participants); so do a founding in Port Ash
 * and a founding in Velia (place), the 12th and the 13th session (edition), 2015 and 2019 (time).
 */
export function passGates(
  a: Proposition,
  b: Proposition,
  focus: Focus,
  world: World,
): readonly Gate[] | null {
  const gates: Gate[] = []
  for (const check of [checkParties, checkPlace, checkTime, checkSpeaker]) {
    const outcome = check(a, b, focus, world)
    if (outcome === null) return null
    gates.push(...outcome)
  }
  return gates
}

type Check = (a: Proposition, b: Proposition, focus: Focus, world: World) => readonly Gate[] | null

const gate = (name: Gate['name'], outcome: Gate['outcome'], note: string): Gate => ({ name, outcome, note })

const checkParties: Check = (a, b, focus, world) => {
  if (a.definition?.symmetric) return checkTogether(a, b, focus, world)
  const gates: Gate[] = []
  let firm = 0
  let linked = false
  for (const role of ['agent', 'patient'] as const) {
    if (focus === (role === 'agent' ? 'subject' : 'object')) continue
    const needed = a.definition?.separators.includes(role === 'agent' ? 'subject' : 'object') ?? false
    if (needed && (a[role] === null || b[role] === null)) return null
    if (a[role] === null && b[role] === null) continue
    const unnamed = takenFor(a, b, role)
    if (unnamed) {
      firm++
      linked = true
      gates.push(unnamed)
      continue
    }
    const match = matchParties(a[role], b[role], world)
    const outcome = judgeMatch(match, role, a, b, focus, world)
    if (outcome === null) return null
    if (outcome.outcome === 'passed') firm++
    linked ||= match !== 'unknown' && (namesEntity(a[role]) || namesEntity(b[role]))
    gates.push(outcome)
  }
  if (firm === 0) return null
  if (!linked) {
    // "The bow door was open" in two texts: one door, only if both texts are about one ship.
    const subject = commonSubject(a, b, world)
    if (!subject) return null
    const name = subject.specific ? 'edition' : 'participants'
    gates.push(gate(name, 'assumed', `the same words in texts about ${subject.name}`))
  }
  // Outside the vocabulary nothing tells which part of a sentence matters, so all of it must agree.
  if (!a.definition && gates.some(({ outcome }) => outcome === 'unknown')) return null
  return gates
}

/** "The plant" in a text about Port Ash is the Port Ash plant, by assumption. */
function takenFor(a: Proposition, b: Proposition, role: 'agent' | 'patient'): Gate | null {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const [short, full] = [one[role], other[role]]
    if (!short || !full || short.head !== full.head || short.lemmas.length === 0) continue
    if ([...short.entities, ...short.inside, ...full.entities].length > 0 || full.inside.length === 0)
      continue
    if (!short.lemmas.every((lemma) => full.lemmas.includes(lemma))) continue
    if (!full.inside.every((id) => one.about.central.includes(id))) continue
    return gate('participants', 'assumed', `“${short.name}” taken for “${full.name}”`)
  }
  return null
}

const namesEntity = (party: Party | null): boolean =>
  (party?.entities.length ?? 0) + (party?.inside.length ?? 0) > 0

function judgeMatch(
  match: PartyMatch,
  role: 'agent' | 'patient',
  a: Proposition,
  b: Proposition,
  focus: Focus,
  world: World,
): Gate | null {
  const names = `${a[role]?.name ?? 'not named'} / ${b[role]?.name ?? 'not named'}`
  switch (match) {
    case 'same':
      return gate(role === 'patient' ? 'body' : 'participants', 'passed', a[role]?.name ?? '')
    case 'subset':
      return focus === 'stance' || wordsOnly(a[role], b[role])
        ? gate(role === 'patient' ? 'body' : 'participants', 'assumed', `taken for the same: ${names}`)
        : null
    case 'part': {
      // What is denied of a whole is denied of its parts; what is denied of a part may hold for the whole.
      const [yes, no] = b.stance === 'affirmed' ? [b, a] : [a, b]
      const covered = (yes[role]?.entities ?? []).every((id) =>
        (no[role]?.entities ?? []).some((whole) => ['same', 'a-in-b'].includes(relate(id, whole, world))),
      )
      return focus === 'stance' && covered
        ? gate('scope', 'assumed', `one is part of the other: ${names}`)
        : null
    }
    case 'unknown':
      return gate(role === 'patient' ? 'body' : 'participants', 'unknown', names)
    default:
      return null
  }
}

const wordsOnly = (a: Party | null, b: Party | null): boolean =>
  a?.entities.length === 0 && b?.entities.length === 0

/** "A met B" and "B met A": both sides as one set, equal in full unless only the stance is compared. */
const checkTogether: Check = (a, b, focus, world) => {
  const one = together(a)
  const other = together(b)
  if (one.ids.length === 0 || other.ids.length === 0) return null
  const names = `${list(one.ids, world)} / ${list(other.ids, world)}`
  const gates: Gate[] = []
  if (one.inferred || other.inferred) {
    gates.push(gate('participants', 'assumed', `taken from what the text is about: ${names}`))
  }
  const same = one.ids.length === other.ids.length && one.ids.every((id) => other.ids.includes(id))
  if (same && one.ids.length > 1) return [...gates, gate('participants', 'passed', list(one.ids, world))]
  if (focus !== 'stance') return null
  // Only a denial or a doubt that speaks of more than the assertion does covers it.
  const [yes, no] = b.stance === 'affirmed' ? [other.ids, one.ids] : [one.ids, other.ids]
  const covered = no.every((id) => yes.some((next) => ['same', 'a-in-b'].includes(relate(next, id, world))))
  const shares = yes.some((id) => no.includes(id))
  return covered && shares ? [...gates, gate('scope', 'assumed', `different scopes: ${names}`)] : null
}

/** Both sides of a symmetric relation; where the words name nobody, the pair that the whole text is about. */
export function together(proposition: Proposition): {
  readonly ids: readonly EntityId[]
  readonly inferred: boolean
} {
  const { agent, patient, about } = proposition
  const ids = [agent, patient].flatMap((party) => [...(party?.entities ?? []), ...(party?.inside ?? [])])
  if (ids.length > 0) return { ids: [...new Set(ids)].sort(), inferred: false }
  const tie = [agent, patient].some((party) => party === null || TIES.has(party.head))
  return tie && about.titled.length === 2
    ? { ids: about.titled, inferred: true }
    : { ids: [], inferred: false }
}

/** Heads of phrases that speak of the pair itself: "the relationship has become an alliance". */
const TIES = new Set(
  'relationship relation tie cooperation partnership transformation shift transition engagement link bond it they side'.split(
    ' ',
  ),
)

const list = (ids: readonly EntityId[], world: World): string => ids.map(world.name).join(' and ')

const checkPlace: Check = (a, b, focus, world) => {
  const gates = comparePlaces(a, b, focus, world)
  if (!gates) return null
  const inferred = [a, b].filter(({ siteInferred }) => siteInferred)
  const notes = inferred.map(
    ({ claim, sites }) => `“${claim.subject.text}” taken for ${sites.map(world.name).join(', ')}`,
  )
  return [...gates, ...notes.map((note) => gate('place', 'assumed', note))]
}

const comparePlaces: Check = (a, b, focus, world) => {
  if (focus === 'place') return []
  const needed = a.definition?.separators.includes('place') ?? false
  if (a.sites.length === 0 || b.sites.length === 0) {
    if (needed) return null
    return a.sites.length === b.sites.length ? [] : [gate('place', 'unknown', 'only one names a place')]
  }
  if (a.sites.some((id) => b.sites.includes(id))) return [gate('place', 'passed', world.name(a.sites[0]!))]
  for (const one of a.sites) {
    for (const other of b.sites) {
      const relation = relate(one, other, world)
      if (relation === 'apart') continue
      const [part, whole] = relation === 'a-in-b' ? [one, other] : [other, one]
      // "No base in the country" speaks of this town too; "a base in the country" need not be the one in this town.
      const wider = relation === 'a-in-b' ? b : a
      if (!standsFor(part, whole, world) && !(focus === 'stance' && wider.stance === 'negated')) continue
      return [gate('place', 'assumed', `${world.name(whole)} taken for ${world.name(part)}`)]
    }
  }
  return null
}

/** A building and its town are one site to a reader; a building and its country are not. */
function standsFor(part: EntityId, whole: EntityId, world: World): boolean {
  const [facility, ground] = [world.entity(part), world.entity(whole)]
  if (facility?.type !== 'facility' || ground?.type !== 'place') return false
  if (facility.name.toLowerCase().startsWith(`${ground.name.toLowerCase()} `)) return true
  return ground.basis !== 'gazetteer' && ground.partOf.some((id) => world.entity(id)?.type === 'place')
}

const checkTime: Check = (a, b, focus, _world) => {
  if (focus === 'time') return []
  const gates: Gate[] = []
  if (a.time && b.time) {
    if (apart(a.time, b.time)) return null
    gates.push(
      gate('time', a.time.stated && b.time.stated ? 'passed' : 'assumed', `${a.time.text} / ${b.time.text}`),
    )
  } else if (a.time || b.time) {
    gates.push(gate('time', 'unknown', `only one gives a time: ${(a.time ?? b.time)?.text}`))
  }
  const state = isState(a) && isState(b)
  if (a.asOf && b.asOf && state && daysBetween(a.asOf, b.asOf) > STATE_MAY_CHANGE_AFTER_DAYS) {
    gates.push(
      gate('as-of', 'unknown', `written ${daysBetween(a.asOf, b.asOf)} days apart: it may have changed`),
    )
  }
  return gates
}

/** "is", "has", "remains": holds when it is written, and may change. "joined", "was built" happened once. */
function isState(proposition: Proposition): boolean {
  return /^(?:is|are|has|have|does|do|remains?|lacks?|owns?|holds?|can|cannot)\b(?! (?:been|become))/i.test(
    proposition.claim.relation.text,
  )
}

/**
 * Two speakers may gainsay each other anywhere. One who names two values in one sentence tells two things apart, and
 * in one text only names, not mere words, show that he speaks of the same twice.
 */
const checkSpeaker: Check = (a, b) => {
  if (a.speaker !== b.speaker) return [gate('speaker', 'passed', 'two speakers')]
  if (a.document.id === b.document.id) {
    if (a.claim.sentence === b.claim.sentence) return null
    if (![a, b].every(({ agent, patient }) => [agent, patient].some(namesEntity))) return null
  }
  return [gate('speaker', 'assumed', 'one speaker says both')]
}
