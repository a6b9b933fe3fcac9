import type { EntityId } from '../../model/ids.ts'
import { together } from '../gates/gates.ts'
import type { Party } from '../propositions/party.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { groundOf, isSpecific, type World } from '../propositions/world.ts'
import { isCounted } from './topic-key.ts'

/**
 * The disputed question in plain words, from the relation's label and the names of those who take part, the first position's words first. "have a
 * military presence at" with the nouns "naval base" and "naval presence", Narland and Port Ash in Ostia gives "Did
 * Narland have a naval base or a naval presence at Port Ash, Ostia?".
 */
export function questionOf(
  positions: readonly (readonly Proposition[])[],
  slot: string,
  world: World,
): string {
  const all = positions.flat()
  const telling = all.filter(({ relation }) => relation !== 'verb:exist')
  const members = telling.length > 0 ? telling : all
  const model = mostSpecific(members)
  const label = model.definition?.label ?? model.reading.id.replace(/^verb:/, '')
  if (slot === 'stance') return askWhether(members, model, label, world)
  if (slot === 'time') return askWhen(model, label, world)
  if (slot.startsWith('quantity')) return askHowMany(model, label, slot, world)
  if (slot === 'holder') return askWho(model, label)
  if (slot === 'subject')
    return `Who or what is said to ${label} ${party(model.patient, world) ?? ''}?`.replace(/ \?$/, '?')
  return `Where or what: ${party(model.agent ?? model.patient, world) ?? ''} is said to ${label}?`
}

/** The one that names most: questions are worded after it. Ties go to the smaller claim id. */
function mostSpecific(members: readonly Proposition[]): Proposition {
  const weight = (proposition: Proposition) => {
    const { agent, patient, sites, definition } = proposition
    if (definition?.symmetric) return together(proposition).ids.length
    return (agent?.entities.length ?? 0) + (patient?.entities.length ?? 0) + sites.length
  }
  return [...members].sort(
    (a, b) =>
      weight(b) - weight(a) ||
      a.claim.text.length - b.claim.text.length ||
      (a.claim.id < b.claim.id ? -1 : 1),
  )[0]!
}

/** The things that somebody says there are (or were said to be); what is only denied is worded by those. */
function nounsOf(members: readonly Proposition[]): readonly string[] {
  const phrases = (from: readonly Proposition[]) => [
    ...new Set(from.flatMap(({ reading }) => (reading.phrase ? [reading.phrase] : []))),
  ]
  const said = members.filter(({ stance }) => stance !== 'negated' && stance !== 'denied')
  const worded = [
    phrases(said.filter(({ reading }) => !reading.presupposed)),
    phrases(said),
    phrases(members),
  ]
  return (worded.find((nouns) => nouns.length > 0) ?? []).slice(0, MOST_NOUNS)
}

function party(side: Party | null, world: World): string | null {
  if (!side) return null
  return side.entities.length > 0 ? join(side.entities.map(world.name)) : side.name
}

function join(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The place with what it lies in: "Port Ash, Ostia". */
function placeName(id: EntityId, world: World): string {
  const ground = groundOf(id, world)
  const whole = (world.entity(ground)?.partOf ?? []).find((next) => world.entity(next)?.type === 'place')
  return whole ? `${world.name(ground)}, ${world.name(whole)}` : world.name(ground)
}

/** A question that names more things than this is hard to read. */
const MOST_NOUNS = 2

function askWhether(
  members: readonly Proposition[],
  model: Proposition,
  label: string,
  world: World,
): string {
  const did = isPresent(model) ? 'Does' : 'Did'
  const nouns = nounsOf(members)
  const pattern = /^(\w+) (?:an? )?.* (\w+)$/.exec(label)
  if (nouns.length > 0 && pattern && model.definition) {
    const [, verb, preposition] = pattern
    const things = nouns.map((noun) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`).join(' or ')
    const both = model.definition.symmetric ? together(model).ids : []
    const agent = both[0] ? world.name(both[0]) : (party(model.agent, world) ?? 'anybody')
    const place = model.sites[0] ? placeName(model.sites[0], world) : null
    const other =
      both.length > 1 ? join(both.slice(1).map(world.name)) : (party(model.patient, world) ?? place)
    return other
      ? `Did ${agent} ${verb} ${things} ${preposition} ${other}?`
      : `Did ${agent} ${verb} ${things}?`
  }
  if (model.reading.state && model.patient) {
    const many = model.claim.subject.lemmas.length > 0 && /^(?:were|are)\b/i.test(model.claim.relation.text)
    return `${many ? 'Were' : 'Was'} ${lower(party(model.patient, world) ?? '')} ${model.reading.state}?`
  }
  const being = /^(is|are|was|were)\b(?: not| never)?(.*)$/i.exec(model.claim.relation.text)
  if (being && model.agent && !model.reading.passive) {
    const [, verb = '', rest = ''] = being
    const what = model.claim.object?.name ?? ''
    return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${party(model.agent, world)}${rest} ${what}?`
      .replace(/\s+/g, ' ')
      .replace(/ \?$/, '?')
  }
  const object = party(model.patient, world)
  const agent = party(model.agent, world)
  const undergone = participleOf(model)
  if (!agent && object && undergone) return `Was ${lower(object)} ${undergone}?`
  if (!agent) return `Is it so: ${model.claim.text.replace(/\.$/, '')}?`
  const plural = did === 'Does' && (model.agent?.entities.length ?? 0) > 1 ? 'Do' : did
  return `${plural} ${agent} ${label}${object ? ` ${object}` : ''}?`
}

function askWho({ claim }: Proposition, label: string): string {
  const rank = claim.object?.text ?? label
  return /^(?:the )?first \w+[^s]s\b/i.test(rank) ? `Who were ${rank}?` : `Who or what was ${rank}?`
}

/** "lorries", "boxes", "houses"; a noun that is plural as it is stays so. */
function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(?:x|ch|sh|ss)$/.test(noun)) return `${noun}es`
  return noun.endsWith('s') ? noun : `${noun}s`
}

/** The verb's participle: "was closed", and "closed" of a plant that has closed. */
function participleOf({ claim }: Proposition): string | null {
  return /\b(\w+ed)\b(?: \w+)?$/i.exec(claim.relation.text)?.[1]?.toLowerCase() ?? null
}

/** "The plant" inside a question is "the plant". */
const lower = (name: string): string => name.replace(/^The /, 'the ')

function isPresent({ claim }: Proposition): boolean {
  return /^(?:is|are|has|have|does|do|remains?|lacks?)\b(?! been)/i.test(claim.relation.text)
}

function askWhen(model: Proposition, label: string, world: World): string {
  const agent = party(model.agent, world)
  const patient = party(model.patient, world)
  if (model.reading.passive && !agent && patient) {
    const participle = model.claim.relation.text
      .split(/\s+/)
      .find((word) => /(?:ed|en|[^e]t|wn|ung|un|de|ght|lt)$/.test(word))
    return `When was ${patient} ${participle ?? label}?`
  }
  if (model.definition?.symmetric)
    return `When did ${join(together(model).ids.map(world.name))} ${label.replace(/ with$/, '')}?`
  // "The plant opened in 1979": what it happened to is the subject.
  if (!agent && patient && model.claim.object === null) return `When did ${lower(patient)} ${label}?`
  return `When did ${agent ?? 'it'} ${label}${patient ? ` ${patient}` : ''}?`
}

function askHowMany(model: Proposition, label: string, slot: string, world: World): string {
  const unit = slot.replace(/^quantity ?/, '')
  const agent = isCounted(model, 'agent') ? null : party(model.agent, world)
  const patient = isCounted(model, 'patient') ? null : party(model.patient, world)
  const named = model.anchors.length > 0 ? model.anchors : model.about.central
  const subject = [...named, ...model.about.central].find((id) => isSpecific(id, world)) ?? named[0]
  const about = subject ? world.name(subject) : 'it'
  const kind = model.measure?.quantity.kind
  const counted = unit === 'person' || unit === '' ? 'people' : plural(unit)
  if (kind === 'measure') {
    const thing = model.reading.reporting ? patient : (agent ?? patient)
    return `What ${model.definition?.nouns[0] ?? label} did ${thing ? lower(thing) : about} have?`
  }
  if (label === 'exist') return `How many ${counted} were there?`
  if (label.startsWith('be ')) return `How many ${counted} were ${label.slice(3)} ${patient ?? about}?`
  if (kind === 'count')
    return `How many ${counted} did ${agent ?? about} ${label}${patient ? ` (${patient})` : ''}?`
  if (kind === 'percent')
    return `What percentage did ${agent ?? about} ${label}${patient ? ` ${patient}` : ''}?`
  return `How much did ${agent ?? about} ${label}${patient ? ` ${patient}` : ''}?`
}
