import type { Gate } from '../../model/conflict.ts'
import type { Proposition } from '../propositions/proposition.ts'
import type { World } from '../propositions/world.ts'
import { sourceNames } from '../sources/sources.ts'
import type { Side } from './positions.ts'

const clean = (text: string): string => text.trim().replace(/[.\s]+$/, '')

/** The answer of a position on whether something is so: its stance, then what it says. The best member comes first. */
export function stanceAnswer(members: readonly Proposition[], world: World): string {
  const { claim, stance } = members[0]!
  const said = saidBy(members[0]!, world)
  switch (stance) {
    case 'affirmed':
      return claim.factuality === 'reported'
        ? `reported${by(members[0]!)}: ${said}`
        : `stated as fact: ${said}`
    case 'negated':
      return `stated not to be so: ${said}`
    case 'denied':
      return `denied${by(members[0]!)}: ${said}`
    default:
      return `called unproven${cues(members[0]!)}: ${said}`
  }
}

function by({ claim }: Proposition): string {
  const speaker = claim.attribution?.speaker
  return speaker && !/^(?:it|he|she|they|we|i|you)$/i.test(speaker.name) ? ` by ${speaker.name}` : ''
}

/** A claim's sentence begins with its stance; an answer that words the stance itself drops it. */
const STANCE_PREFIX =
  /^(?:According to [^:]{1,80}|Denied(?: by [^:]{1,80})?|(?:Rumoured|Unconfirmed)[^:]{0,30}|Reported): /

/** The claim's sentence, with the site in brackets where only a pronoun stands for it. */
function saidBy({ claim, sites, siteInferred }: Proposition, world: World): string {
  const said = clean(claim.text).replace(STANCE_PREFIX, '')
  const { name } = claim.subject
  if (!siteInferred || !said.toLowerCase().startsWith(`${name.toLowerCase()} `)) return said
  return `[${sites.map(world.name).join(', ')}]${said.slice(name.length)}`
}

/** The words of doubt as they stand: a quote without them is a misquotation. */
function cues({ claim, doubt }: Proposition): string {
  const groups: { text: string; end: number }[] = []
  for (const { start, end, text } of claim.stanceCues) {
    const last = groups.at(-1)
    if (last && start === last.end + 1) groups[groups.length - 1] = { text: `${last.text} ${text}`, end }
    else groups.push({ text, end })
  }
  if (groups.length === 0 && doubt) return ` (“${doubt}”)`
  const words = [...new Set(groups.map(({ text }) => `“${clean(text)}”`))]
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}

/** One plain sentence: who says what, what nobody says, and the weakest link. */
export function explain(sides: readonly Side[], slot: string, gates: readonly Gate[], world: World): string {
  const parts = sides.map((side) => `${who(side, slot)} ${what(side, slot, world)}`)
  const last = parts.length > 1 ? ` ${parts.length === 2 ? 'while' : 'and'} ${parts.at(-1)}` : ''
  let sentence = `${parts.slice(0, -1).join(', ')}${parts.length > 1 ? ',' : ''}${last || parts[0]}`
  const unproven = sides.some(({ members }) => members[0]!.stance === 'unproven')
  const denied = sides.some(({ members }) => ['negated', 'denied'].includes(members[0]!.stance))
  if (unproven && !denied)
    sentence += '; unproven is not “no”, and none of these texts says that it was not so'
  const weak = weakest(gates)
  if (weak.length > 0) sentence += ` (weakest link: ${weak.join('; ')})`
  return `${sentence}.`
}

/** What was assumed; where nothing was, what stays unknown. */
function weakest(gates: readonly Gate[]): readonly string[] {
  const assumed = gates.filter(({ outcome, name }) => outcome === 'assumed' && name !== 'speaker')
  const links = assumed.length > 0 ? assumed : gates.filter(({ outcome }) => outcome === 'unknown')
  const isFirst = (at: number) => links.findIndex(({ name }) => name === links[at]!.name) === at
  const kindsFirst = [...links.filter((_, at) => isFirst(at)), ...links.filter((_, at) => !isFirst(at))]
  return kindsFirst.slice(0, MOST_LINKS).map(({ name, note }) => `${name}: ${note}`)
}

const MOST_LINKS = 2

/** "The toll rose" inside a sentence is "the toll rose"; names keep their capitals. */
function inSentence(said: string): string {
  return /^(?:The|An?|This|These|That|Those|It|Its|There|In|On|At|Both|All|No)\b/.test(said)
    ? said.charAt(0).toLowerCase() + said.slice(1)
    : said
}

/** The most sources that an explanation names for one position. */
const NAMED = 2

function who(side: Side, slot: string): string {
  const names = sourceNames(side.documents)
  const speakers = [
    ...new Set(
      side.members.map(({ claim }) => claim.attribution?.speaker?.name).filter((name) => name !== undefined),
    ),
  ]
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  const shown = names.slice(0, NAMED).join(more ? ', ' : ' and ') + more
  const named = speakers.length === 1 && side.members.length === 1 && slot !== 'stance'
  return named ? `${speakers[0]} in ${shown}` : shown
}

/** Who stands behind all of it, if that is one. */
function citing(members: readonly Proposition[]): string {
  const [speaker, ...others] = new Set(members.map((member) => by(member)))
  return speaker && others.length === 0 ? `, citing ${inSentence(speaker.replace(' by ', ''))},` : ''
}

/** "report that Ada Rell denied"; where nobody is named, "report a denial". */
function denies(member: Proposition, s: string): string {
  const speaker = by(member).replace(' by ', '')
  return speaker ? `report${s} that ${inSentence(speaker)} denied` : `report${s} a denial`
}

function what({ members, position, documents }: Side, slot: string, world: World): string {
  const s = documents.length === 1 ? 's' : ''
  const said = saidBy(members[0]!, world)
  if (slot !== 'stance') return `say${s} ${position.answer}`
  switch (members[0]!.stance) {
    case 'affirmed':
      return members[0]!.claim.factuality === 'reported'
        ? `report${s}${citing(members)} that ${inSentence(said)}`
        : `state${s} that ${inSentence(said)}`
    case 'negated':
      return `say${s} that it is not so: ${inSentence(said)}`
    case 'denied':
      return `${denies(members[0]!, s)} that ${inSentence(said)}`
    default:
      return `call${s} it unproven${cues(members[0]!)}`
  }
}
