import type { WithWords } from '../model/document.ts'
import { type Explained, findAcronyms } from './acronyms.ts'
import type { Candidate } from './candidate.ts'
import type { NameKey } from './classify.ts'
import { addName, type Dictionary, emptyDictionary, type Match, matchAt } from './dictionary.ts'
import { isGivenName } from './given.ts'
import { piecesOf } from './pieces.ts'
import { findRuns, startsSentence } from './runs.ts'
import { isCapital, type Unit } from './units.ts'

/** The longest dictionary name at each unit, not overlapping; null elsewhere. */
function matchesOf(dictionary: Dictionary, units: readonly Unit[]): (Match | null)[] {
  const matches: (Match | null)[] = units.map(() => null)
  for (let at = 0; at < units.length; ) {
    const match = matchAt(dictionary, units, at)
    matches[at] = match
    at = match?.to ?? at + 1
  }
  return matches
}

/** All names that stand in capitals or in the dictionary, in reading order. */
export function findCandidates(
  doc: WithWords,
  sentences: readonly (readonly Unit[])[],
  dictionary: Dictionary,
): Candidate[] {
  return sentences.flatMap((units, sentence) => {
    if (doc.blocks[doc.sentences[sentence]!.block]?.kind === 'code') return []
    const matches = matchesOf(dictionary, units)
    const chance = isTitleCase(units)
    return findRuns(units, matches).flatMap((run) =>
      piecesOf(sentence, units, run, matches).flatMap((piece) => {
        const holds =
          piece.known.length > 0 || (chance ? isCertain(piece, units) : isTaggedAsName(piece, units))
        return holds || isDateline(units, piece) ? [grown(piece, units)] : knownInside(piece, matches)
      }),
    )
  })
}

/** With what belongs to the name though it is written small, and with the evidence that this gives. */
function grown(piece: Candidate, units: readonly Unit[]): Candidate {
  if (isDateline(units, piece)) return { ...piece, votes: { ...piece.votes, place: 4 } }
  return withItsNoun(withItsPossessive(piece, units), units)
}

/** "SARNHOLM, Monday –": where a story was filed. */
function isDateline(units: readonly Unit[], { from, to }: Candidate): boolean {
  if (from !== 0 || !units.slice(from, to).every(({ shape }) => shape === 'all-caps')) return false
  return /^[,(—–-]$/.test(units[to]?.text ?? '') && /^[—–-]+$/.test(units.at(-1)!.text)
}

const BUILT =
  /^(dam|mill|yard|archive|(?:foot|draw)?bridge|hospital|airport|prison|stadium|tunnel|barracks|shipyard|lighthouse|cemetery|harbour|harbor|school|viaduct|aqueduct|reservoir|weir|levee|overpass|flyover|breakwater)$/

/**
 * "The {Kerrin dam}", "the {Lowe paper mill}" are built things, and not Kerrin and Lowe. Leaves known names ("the
 * Chinese bridge"), what has its owner's name as often ("the Vesper plant"), and what needs its noun no more ("the Kerrin dam builders").
 */
function withItsNoun(piece: Candidate, units: readonly Unit[]): Candidate {
  const { from, to, known, title } = piece
  if (known.length > 0 || title !== null || units[from - 1]?.folded !== 'the' || units[to]?.shape !== 'lower')
    return piece
  const noun = BUILT.test(units[to]!.folded) ? to : units[to]!.word.pos === 'NOUN' ? to + 1 : -1
  const next = units[noun + 1]
  if (
    !BUILT.test(units[noun]?.folded ?? '') ||
    /^(NOUN|PROPN)$/.test(next?.word.pos ?? '') ||
    next?.shape === 'hyphen'
  )
    return piece
  return { ...piece, to: noun + 1, votes: { ...piece.votes, facility: 4 } }
}

/**
 * A house that bears its owner's name: "at {Kenneally's} by five", "{St Ilven's} was opened". Leaves "at Kenneally's
 * house" and "a friend of Kenneally's" their owner.
 */
function withItsPossessive(piece: Candidate, units: readonly Unit[]): Candidate {
  const { from, to, known } = piece
  if (known.length > 0 || !/^['’]s$/.test(units[to]?.text ?? '')) return piece
  const saint = /^(st\.?|saint)$/.test(units[from]!.folded)
  if (!saint && !/^(at|to|near|outside)$/.test(units[from - 1]?.folded ?? '')) return piece
  const next = units[to + 1]
  const owns =
    next !== undefined && (next.shape === 'number' || /^(NOUN|PROPN|ADJ|NUM|ADV)$/.test(next.word.pos))
  if (owns) return piece
  return { ...piece, to: to + 1, votes: { ...piece.votes, facility: 4 } }
}

/** What remains of a stretch that is no name: the known names inside it. */
function knownInside({ sentence, from, to }: Candidate, matches: readonly (Match | null)[]): Candidate[] {
  return matches
    .slice(from, to)
    .filter((match) => match !== null && match.to <= to)
    .map((match) => ({
      sentence,
      from: match!.from,
      to: match!.to,
      known: match!.names,
      votes: {},
      title: null,
    }))
}

/** A name of this text alone needs the tagger's word or a head noun for it: "Very Impressed" is none. */
function isTaggedAsName({ from, to, votes }: Candidate, units: readonly Unit[]): boolean {
  if (Object.values(votes).some((weight) => weight >= 3)) return true
  for (let at = from; at < to; at++) if (units[at]!.word.pos === 'PROPN') return true
  return false
}

/** "Fishing Quotas Cut For Third Year", "SALE ENDS SUNDAY HERE": capitals that say nothing of names. */
function isTitleCase(units: readonly Unit[]): boolean {
  let long = 0
  let capital = 0
  for (const unit of units.slice(1)) {
    if (unit.shape === 'lower' && /^(VERB|NOUN|PRON)$/.test(unit.word.pos) && unit.folded.length > 2)
      return false
    if (unit.folded.length < 4 || unit.shape === 'number' || unit.shape === 'mark') continue
    long++
    if (isCapital(unit)) capital++
  }
  return long >= 3 && capital > long * 0.8
}

function isCertain({ known, from, to, votes }: Candidate, units: readonly Unit[]): boolean {
  if (known.length > 0) return true
  return to - from >= 2 && to - from <= 4 && (isGivenName(units[from]!.folded) || (votes.person ?? 0) >= 4)
}

/**
 * Without the lone capitals at the start of a sentence that nothing else in the document calls a name: "Simple." and
 * "Kudos to all" go; "Aurora sank." stays, and so does "Maria," and what stands in capitals elsewhere too.
 */
export function withoutChance(
  doc: WithWords,
  candidates: readonly Candidate[],
  sentences: readonly (readonly Unit[])[],
): Candidate[] {
  const small = smallLetters(sentences)
  const isWeak = ({ sentence, from, to, known, votes }: Candidate) => {
    const units = sentences[sentence]!
    const unit = units[from]!
    // "X", "Section B": a letter names nobody.
    if (to - from === 1 && known.length === 0 && unit.text.length === 1) return true
    if (known.length > 0 || Object.values(votes).some((weight) => weight >= 3)) return false
    if (units.slice(from, to).every(({ folded }) => small.has(folded))) return !isGivenName(unit.folded)
    if (to - from > 1 || votes.person !== undefined || !startsSentence(units, from)) return false
    // "Vesper's shares fell": what owns has a name.
    if (unit.word.pos === 'PROPN' && /^['’]s$/.test(units[to]?.text ?? '')) return false
    if (unit.shape === 'all-caps') return true
    const heading = doc.blocks[doc.sentences[sentence]!.block]?.kind === 'heading'
    return !isGivenName(unit.folded) && (heading || !unit.word.deprel.startsWith('nsubj'))
  }
  const strong = new Set<string>()
  for (const candidate of candidates) {
    if (isWeak(candidate)) continue
    const own = sentences[candidate.sentence]!.slice(candidate.from, candidate.to)
    // Of a longer name, only a person's surname stands alone.
    if (own.length === 1 || isGivenName(own[0]!.folded) || candidate.title !== null)
      strong.add(own.at(-1)!.folded)
  }
  return candidates.filter(
    (candidate) => !isWeak(candidate) || strong.has(sentences[candidate.sentence]![candidate.from]!.folded),
  )
}

/** Words that the document writes in small letters at least as often as with a capital: "Defence" is none of its names. */
function smallLetters(sentences: readonly (readonly Unit[])[]): Set<string> {
  const balance = new Map<string, number>()
  for (const units of sentences)
    for (const { folded, shape } of units) {
      if (shape === 'lower') balance.set(folded, (balance.get(folded) ?? 0) + 1)
      else if (shape === 'capital' || shape === 'all-caps')
        balance.set(folded, (balance.get(folded) ?? 0) - 1)
      else if (shape === 'hyphen') balance.set(folded, 0)
    }
  return new Set([...balance].filter(([, count]) => count >= 0).map(([word]) => word))
}

/**
 * Acronym definitions, and their long forms as names where they stand in capitals: whatever was found inside a long
 * form gives way to it.
 */
export function refineByAcronyms(
  candidates: readonly Candidate[],
  sentences: readonly (readonly Unit[])[],
): { candidates: Candidate[]; explained: Explained[] } {
  const explained = sentences.flatMap((units, sentence) => findAcronyms(sentence, units))
  if (explained.length === 0) return { candidates: [...candidates], explained }
  const taken = new Set<string>()
  for (const { sentence, long, short } of explained)
    for (const { from, to } of [long, short])
      for (let at = from; at < to; at++) taken.add(`${sentence} ${at}`)
  const isFree = ({ sentence, from, to }: Candidate) => {
    for (let at = from; at < to; at++) if (taken.has(`${sentence} ${at}`)) return false
    return true
  }
  const place = (sentence: number, range: { from: number; to: number }) =>
    `${sentence} ${range.from} ${range.to}`
  const whole = new Map(candidates.map((candidate) => [place(candidate.sentence, candidate), candidate]))
  const added = explained.flatMap(({ sentence, long, short }): Candidate[] => [
    whole.get(place(sentence, long)) ?? {
      sentence,
      ...long,
      known: [],
      votes: { organization: 2 },
      title: null,
    },
    { sentence, ...short, known: [], votes: {}, title: null },
  ])
  return { candidates: [...candidates.filter(isFree), ...added].sort(inOrder), explained }
}

/**
 * Finds the document's own names again where capitals said nothing: at the start of a sentence and in headings.
 * `names` are names as written, found elsewhere.
 */
export function recall(
  candidates: readonly Candidate[],
  sentences: readonly (readonly Unit[])[],
  names: ReadonlyMap<NameKey, string>,
): Candidate[] {
  const dictionary = emptyDictionary()
  for (const name of names.values())
    if (name.length > 2) addName(dictionary, { id: name, name, type: 'other', demonym: false })
  const bySentence = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const list = bySentence.get(candidate.sentence)
    if (list === undefined) bySentence.set(candidate.sentence, [candidate])
    else list.push(candidate)
  }
  return sentences.flatMap((units, sentence) => {
    const found = bySentence.get(sentence) ?? []
    const taken = new Set(
      found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
    )
    const again: Candidate[] = []
    for (let at = 0; at < units.length; ) {
      const match = taken.has(at) ? null : matchAt(dictionary, units, at)
      const free = match !== null && isCapital(units[at]) && !range(match).some((index) => taken.has(index))
      if (free) again.push({ sentence, from: at, to: match.to, known: [], votes: {}, title: null })
      at = free ? match.to : at + 1
    }
    return [...found, ...again].sort(inOrder)
  })
}

function range({ from, to }: Match): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function inOrder(a: Candidate, b: Candidate): number {
  return a.sentence - b.sentence || a.from - b.from || a.to - b.to
}
