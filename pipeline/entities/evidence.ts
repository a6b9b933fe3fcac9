import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/entity.ts'
import type { Candidate } from './candidate.ts'
import { type Votes, vote } from './candidate.ts'
import { HEAD_NOUNS, KIND_NOUNS, PERSON_VERBS, PLACE_PREPOSITIONS } from './cues.ts'
import { isGivenName } from './given.ts'
import { isCapital, type Unit } from './units.ts'

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
  const count = own.filter((unit) => unit.shape !== 'hyphen').length
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
  if (own.some((unit) => unit.text === '&' || /[+!]/.test(unit.text))) vote(votes, 'organization', 1.5)
  if (count >= 2 && count <= 3 && own.every((unit) => unit.shape === 'capital' || unit.shape === 'hyphen'))
    vote(votes, 'person', 0.6)
  if (count >= 3) vote(votes, 'organization', 0.7)
  if (own.some((unit) => HEAD_NOUNS.get(unit.folded) === 'organization')) vote(votes, 'organization', 1)
  if (count === 1) vote(votes, 'person', 0.3)
}

/** "in Aurora", "the ferry Aurora", "exercises like Aurora". */
function before(votes: Votes, { from }: Candidate, units: readonly Unit[]): void {
  const previous = units[from - 1]
  if (previous === undefined) return
  if (PLACE_PREPOSITIONS.has(previous.folded))
    vote(
      votes,
      'place',
      /^(in|near|across|around|towards?|outside|inside)$/.test(previous.folded) ? 1.2 : 0.5,
    )
  const kind = KIND_NOUNS.get(previous.folded)
  if (kind !== undefined && !isCapital(previous)) vote(votes, kind, 2.5)
  else vote(votes, ...listKind(units, from))
  if (previous.folded === 'the') {
    vote(votes, 'organization', 0.4)
    vote(votes, 'person', -0.7)
  }
}

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
    if (article !== undefined && /^(a|an|the|its|their|his|her|our)$/.test(article.text))
      for (let at = to + 2; at < Math.min(units.length, to + 7); at++) {
        const unit = units[at]!
        if (/^(of|,|that|which|who|in|for|\))$/.test(unit.text)) break
        const named = KIND_NOUNS.get(unit.folded)
        if (named !== undefined && KIND_NOUNS.get(units[at + 1]?.folded ?? '') === undefined) {
          vote(votes, named, 2)
          break
        }
      }
  }
  if (next.folded === 'who') vote(votes, 'person', 2)
}

/** What speaks, thinks or dies is mostly a person. */
function syntax(votes: Votes, { from, to }: Candidate, units: readonly Unit[], words: readonly Word[]): void {
  for (let at = from; at < to; at++) {
    const { word } = units[at]!
    if (!word.deprel.startsWith('nsubj') || word.head === null) continue
    const verb = words[word.head]
    if (verb !== undefined && PERSON_VERBS.has(verb.lemma.toLowerCase())) vote(votes, 'person', 1)
    return
  }
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
