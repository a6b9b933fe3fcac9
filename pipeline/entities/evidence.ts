import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/entity.ts'
import type { Candidate } from './candidate.ts'
import { type Votes, vote } from './candidate.ts'
import { HEAD_NOUNS, KIND_NOUNS, PARTICLES, PERSON_VERBS, PLACE_PREPOSITIONS } from './cues.ts'
import { isGivenName } from './given.ts'
import { apposition, copula } from './natures.ts'
import { isCapital, type Unit } from './units.ts'

/** United States Postal Service codes, as they stand behind a town's name. */
const STATE_CODES: ReadonlySet<string> = new Set(
  `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC
  SD TN TX UT VT VA WA WV WI WY DC UK`.split(/\s+/),
)

/**
 * What the writing and the neighbourhood of an unknown name say of its type, as weights. All mentions of one name in
 * a document vote together: "Aurora sank" learns from "the ferry Aurora" a page before.
 */
export function gatherEvidence(candidate: Candidate, units: readonly Unit[], words: readonly Word[]): Votes {
  const votes: Votes = { ...candidate.votes }
  writing(votes, candidate, units)
  before(votes, candidate, units)
  behind(votes, candidate, units)
  syntax(votes, candidate, units, words)
  return votes
}

/** "J. Roe", "Maria Lopez" are people; "NHTSA", "OpenTable" are bodies; "Delta-III" is an edition of something. */
function writing(votes: Votes, { from, to }: Candidate, units: readonly Unit[]): void {
  const own = units.slice(from, to)
  const first = own[0]!
  const particle = own.some((unit) => unit.shape === 'lower' && PARTICLES.has(unit.folded))
  const count = own.filter((unit) => unit.shape !== 'hyphen' && !PARTICLES.has(unit.folded)).length
  if (isGivenName(first.folded)) vote(votes, 'person', count === 1 ? 2 : 2.5)
  if (
    count > 1 &&
    own.slice(0, -1).some((unit) => /^(\p{Lu}\.)+$/u.test(unit.text) || /^\p{Lu}$/u.test(unit.text))
  )
    vote(votes, 'person', 2)
  if (count === 1 && first.shape === 'all-caps' && first.text.length >= 2 && first.text.length <= 6)
    vote(votes, 'organization', 1.5)
  if (
    count === 1 &&
    /\p{Ll}\p{Lu}/u.test(first.text) &&
    !/^(Mc|Mac|O['’]|De|La|Le|Di)\p{Lu}/u.test(first.text)
  )
    vote(votes, 'organization', 1)
  if (particle && count >= 2) vote(votes, 'person', 1)
  if (count === 1 && STATE_CODES.has(first.text) && /^[,]$/.test(units[from - 1]?.text ?? ''))
    vote(votes, 'place', 3)
  if (own.some((unit) => unit.text === '&' || /[+!]/.test(unit.text))) vote(votes, 'organization', 1.5)
  if (
    count >= 2 &&
    count <= 3 &&
    own.every((unit) => unit.shape === 'hyphen' || (unit.shape === 'capital' && unit.word.pos === 'PROPN'))
  )
    vote(votes, 'person', 0.6)
  else if (count >= 2) vote(votes, 'organization', 0.4)
  if (count >= 3) vote(votes, 'organization', count === 3 ? 0.4 : 0.7)
  if (own.some((unit) => HEAD_NOUNS.get(unit.folded) === 'organization')) vote(votes, 'organization', 1)
  if (count === 1) vote(votes, 'person', 0.3)
}

/** "in Aurora", "the ferry Aurora", "exercises like Aurora". */
function before(votes: Votes, { from, to }: Candidate, units: readonly Unit[]): void {
  const previous = units[from - 1]
  if (previous === undefined) return
  // "In Roe's view": whose it is, not where.
  if (PLACE_PREPOSITIONS.has(previous.folded) && !/^['’]s?$/.test(units[to]?.text ?? ''))
    vote(votes, 'place', placeWeight(previous.folded, units[from - 2]))
  if (
    previous.folded === 'of' &&
    /^(north|south|east|west|island|town|city|village|port|coast|shore|outskirts|suburb|streets|people|capital|province|region|district|governorship|governor|mayor|parliament|kingdom|republic|citizens|residents|inhabitants)$/.test(
      units[from - 2]?.folded ?? '',
    )
  )
    vote(votes, 'place', 2)
  const kind = KIND_NOUNS.get(previous.folded)
  if (kind !== undefined && !isCapital(previous)) vote(votes, kind, 2.5)
  else vote(votes, ...listKind(units, from))
  // "The Roe administration" is Roe's; "the Aurora" is nobody.
  if (previous.folded === 'the' && units[to]?.word.pos !== 'NOUN') {
    vote(votes, 'organization', 0.4)
    vote(votes, 'person', -2.5)
  }
}

/** "In" and "off" stand before places, "to" and "from" before people too, unless something travels. */
function placeWeight(preposition: string, before: Unit | undefined): number {
  if (/^(in|near|off|across|around|towards?|outside|inside)$/.test(preposition)) return 1.2
  return before !== undefined && TRAVEL.test(before.word.lemma) ? 1.2 : 0.5
}

const TRAVEL =
  /^(sail|travel|go|come|fly|drive|move|return|arrive|head|flee|march|ferry|boat|ship|flight|train|bus|road|trip|journey|voyage|way|border|exile|visit)$/

/** "Aurora, a ferry", "Aurora (a village)", "Aurora district", "Aurora, who". */
function behind(votes: Votes, { to }: Candidate, units: readonly Unit[]): void {
  const next = units[to]
  if (next === undefined) return
  const kind = KIND_NOUNS.get(next.folded)
  if (kind !== undefined && !isCapital(next) && kind !== 'person')
    vote(votes, kind, kind === 'place' || kind === 'event' ? 2 : 1)
  if (next.text === ',' || next.text === '(') {
    const article = units[to + 1]
    if (article !== undefined && /^(who|whose|\d\d)$/.test(article.folded)) vote(votes, 'person', 1.5)
  }
  const apposed = apposition(units, to) ?? copula(units, to)
  if (apposed !== null) vote(votes, KIND_NOUNS.get(units[apposed]!.folded)!, 3)
  owns(votes, units, to)
  if (next.folded === 'who') vote(votes, 'person', 2)
}

/** "Aurora's chief executive" and "Aurora's shares" make it a company, "Aurora's coast" a land. */
function owns(votes: Votes, units: readonly Unit[], to: number): void {
  if (!/^['’]s?$/.test(units[to]?.text ?? '')) return
  for (let at = to + 1; at < Math.min(units.length, to + 4) && units[at]!.shape === 'lower'; at++) {
    const noun = units[at]!.word.lemma
    if (OF_COMPANIES.test(noun)) vote(votes, 'organization', 2)
    else if (OF_LANDS.test(noun)) vote(votes, 'place', 2)
    if (units[at]!.word.pos === 'NOUN' && units[at + 1]?.word.pos !== 'NOUN') return
  }
}

const OF_COMPANIES =
  /^(executive|shareholder|share|profit|revenue|turnover|subsidiary|headquarters|spokesman|spokeswoman|spokesperson|employee|workforce|customer|brand|board|chairman|chairwoman|factory)$/
const OF_LANDS =
  /^(coast|capital|border|population|neighbour|neighbor|parliament|economy|inhabitant|airspace|constitution|harbour|harbor|outskirts|suburb|currency)$/

/** What speaks, thinks or dies is mostly a person; "Aurora was the first ferry" says what Aurora is. */
function syntax(votes: Votes, { from, to }: Candidate, units: readonly Unit[], words: readonly Word[]): void {
  for (let at = from; at < to; at++) {
    const { word } = units[at]!
    if (!word.deprel.startsWith('nsubj') || word.head === null) continue
    const verb = words[word.head]
    const kind = verb?.pos === 'NOUN' ? KIND_NOUNS.get(verb.lemma.toLowerCase()) : undefined
    if (kind !== undefined) vote(votes, kind, 2.5)
    if (verb !== undefined && /^(sail|sink|capsize|founder|moor|dock|run aground)$/.test(verb.lemma))
      vote(votes, 'product', 1.5)
    if (verb !== undefined && /^(acquire|employ|manufacture|operate|hire)$/.test(verb.lemma))
      vote(votes, 'organization', 1.2)
    if (verb?.lemma === 'have' && hasInhabitants(units, to)) vote(votes, 'place', 3)
    if (verb !== undefined && PERSON_VERBS.has(verb.lemma.toLowerCase())) vote(votes, 'person', 1)
    return
  }
}

/** "Aurora had 40,812 inhabitants" */
function hasInhabitants(units: readonly Unit[], to: number): boolean {
  return units.slice(to, to + 6).some(({ folded }) => folded === 'inhabitants')
}

/** The noun before a list or a colon that says what its members are: "exercises such as A (in B), C and [D]". */
function listKind(units: readonly Unit[], from: number): [EntityType, number] {
  let at = from - 1
  const first = Math.max(0, from - 14)
  while (at >= first && (isCapital(units[at]) || /^([,():“”"–-]|and|or|\p{N}+|II+)$/u.test(units[at]!.text)))
    at--
  while (at >= first && /^(like|such|as|including|namely|called|named|is|was|of)$/.test(units[at]!.folded))
    at--
  const noun = units[at]
  if (at < first || noun === undefined || isCapital(noun) || at === from - 1) return ['other', 0]
  const kind = KIND_NOUNS.get(noun.folded)
  return kind === undefined ? ['other', 0] : [kind, 1.5]
}
