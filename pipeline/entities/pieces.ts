import { type Candidate, type Votes, vote } from './candidate.ts'
import { DIRECTIONS, HEAD_NOUNS, PREFIX_NOUNS, TITLE_MODIFIERS, TITLES } from './cues.ts'
import type { KnownName, Match } from './dictionary.ts'
import { isGivenName } from './given.ts'
import { type Run, startsSentence } from './runs.ts'
import { isCapital, startsWithCapital, type Unit } from './units.ts'

/**
 * Cuts a run into names.
 *
 * "Indian Prime Minister Narendra Modi" is {Indian} and {Narendra Modi}, "India-Kazakhstan" is {India} and
 * {Kazakhstan}; "Indian Military Academy" and "Delhi Metro" are one, because of their last word.
 */
export function piecesOf(
  sentence: number,
  units: readonly Unit[],
  run: Run,
  matches: readonly (Match | null)[],
): Candidate[] {
  const pieces: Candidate[] = []
  const add = (
    from: number,
    to: number,
    known: readonly KnownName[],
    votes: Votes = {},
    title: string | null = null,
  ) => {
    while (from < to && units[from]!.shape === 'hyphen') from++
    while (
      to > from &&
      (units[to - 1]!.shape === 'hyphen' || /^(of|and|for|on|the|in)$/.test(units[to - 1]!.text))
    )
      to--
    if (from < to) pieces.push({ sentence, from, to, known, votes, title })
  }
  const cut = (from: number, to: number): void => {
    if (from >= to) return
    const title = lastTitle(units, from, to)
    if (title !== null) {
      cutKnown(from, title.from)
      nameBehindTitle(title.to, to, units[title.to - 1]!.folded)
      return
    }
    const whole = matches[from]
    if (whole?.to === to) {
      add(from, to, whole.names)
      return
    }
    const type = headType(units, from, to)
    if (type !== null && !(whole && isPlainPlural(units[to - 1]!))) {
      const start =
        whole?.names.every((name) => name.demonym) && to - whole.to > 2 && units[whole.to + 1]?.text === 'of'
          ? whole.to
          : from
      if (start > from) add(from, start, whole!.names)
      // "Digital Strategy 2030"
      const year = type === 'agreement' && /^(19|20)\d\d$/.test(units[to]?.text ?? '') ? 1 : 0
      add(start, to + year, [], { [type]: 3 })
      return
    }
    const tiles = tiling(units, from, to, matches)
    if (tiles !== null) {
      for (const tile of tiles) add(tile.from, tile.to, tile.names)
      return
    }
    if (whole?.names.every((name) => name.demonym)) {
      add(from, whole.to, whole.names)
      cut(skipHyphen(units, whole.to), to)
      return
    }
    cutUnknown(from, to)
  }
  /** Keeps of a stretch only what the dictionary knows. */
  const cutKnown = (from: number, to: number): void => {
    for (let at = from; at < to; ) {
      const match = matches[at]
      if (match && match.to <= to) {
        add(at, match.to, match.names)
        at = match.to
      } else at++
    }
  }
  const nameBehindTitle = (from: number, to: number, title: string): void => {
    let end = from
    while (end < to && !/^(of|for|on|and|in)$/.test(units[end]!.text)) end++
    const match = matches[from]
    if (
      match &&
      match.to === end &&
      match.names.some((name) => name.type !== 'person' && !name.demonym) &&
      !isGivenName(units[from]!.folded)
    )
      add(from, end, match.names)
    else if (end > from)
      add(
        from,
        end,
        match?.to === end ? match.names.filter((name) => name.type === 'person') : [],
        { person: 4 },
        title,
      )
    cut(end + 1, to)
  }
  const cutUnknown = (from: number, to: number): void => {
    const first = matches[from]
    const last = lastMatch(from, to)
    if (last && last.from > from && DIRECTIONS.has(units[from]!.folded) && last.from - from <= 2) {
      add(from, to, [], { place: 3 })
      return
    }
    if (first && units[first.to]?.shape === 'hyphen') {
      add(from, first.to, first.names)
      cut(first.to + 1, to)
      return
    }
    if (last && last.from > from && last.to === to && units[last.from - 1]!.shape === 'hyphen') {
      cut(from, last.from - 1)
      add(last.from, last.to, last.names)
      return
    }
    // "Islam Karimov Uzbekistan": a comma was left out.
    if (
      last &&
      last.to === to &&
      last.from - from >= 2 &&
      isGivenName(units[from]!.folded) &&
      last.names.some(({ type }) => type === 'place')
    ) {
      cut(from, last.from)
      add(last.from, to, last.names)
      return
    }
    const votes: Votes = {}
    if (first?.names.some((name) => name.type === 'place') && !isGivenName(units[from]!.folded))
      vote(votes, 'organization', 1)
    if (first?.names.some((name) => name.type === 'organization')) vote(votes, 'organization', 1)
    add(from, to, [], votes)
  }
  const lastMatch = (from: number, to: number): Match | null => {
    for (let at = to - 1; at >= from; at--) if (matches[at]?.to === to) return matches[at]!
    return null
  }
  // "Welcome Maria": the first word of a sentence is a capital by chance.
  const chance =
    run.to - run.from > 1 &&
    startsSentence(units, run.from) &&
    units[run.from]!.word.pos !== 'PROPN' &&
    matches[run.from] === null &&
    isGivenName(units[run.from + 1]!.folded) &&
    !isGivenName(units[run.from]!.folded)
  cut(chance ? run.from + 1 : run.from, run.to)
  return pieces
}

function skipHyphen(units: readonly Unit[], at: number): number {
  return units[at]?.shape === 'hyphen' ? at + 1 : at
}

/** The last word of a title with a name behind it: "[Deputy Prime Minister] Ada Roe"; not "[General] Assembly". */
function lastTitle(units: readonly Unit[], from: number, to: number): Run | null {
  for (let at = from; at < to; at++) {
    if (!TITLES.has(units[at]!.folded) || !isCapital(units[at])) continue
    let end = at + 1
    while (
      end < to &&
      (TITLES.has(units[end]!.folded) || (units[end]!.folded === 'general' && end === at + 1))
    )
      end++
    const rest = headType(units, end, to)
    if (end === to || (rest !== null && rest !== 'place' && end < to && !/^(of|for)$/.test(units[end]!.text)))
      return end === to ? titleAlone(units, from, at, end) : null
    let begin = at
    while (
      begin > from &&
      (TITLE_MODIFIERS.has(units[begin - 1]!.folded) || units[begin - 1]!.shape === 'hyphen')
    )
      begin--
    return { from: begin, to: end }
  }
  return null
}

/** Offices that end no name, as King does in "Burger King". */
const OFFICE =
  /^(president|minister|secretary|chairman|chairwoman|director|ambassador|governor|mayor|chancellor|spokesman|spokeswoman|advisor|adviser|commissioner|premier)$/

/** "Prime Minister" without a name: a title that begins the run or follows its modifiers. */
function titleAlone(units: readonly Unit[], from: number, at: number, end: number): Run | null {
  let begin = at
  while (
    begin > from &&
    (TITLE_MODIFIERS.has(units[begin - 1]!.folded) || units[begin - 1]!.shape === 'hyphen')
  )
    begin--
  return begin === from || begin < at || OFFICE.test(units[end - 1]!.folded) ? { from: begin, to: end } : null
}

/** The type that a name's head noun or first word gives it, or null. */
function headType(units: readonly Unit[], from: number, to: number) {
  if (to - from < 2) return null
  const first = units[from]!
  const prefix = PREFIX_NOUNS.get(first.folded)
  const last = HEAD_NOUNS.get(units[to - 1]!.folded)
  if (prefix !== undefined && startsWithCapital(first))
    return (prefix === 'place' || prefix === 'organization') && last !== undefined ? last : prefix
  for (let at = from; at < to; at++) {
    const next = units[at + 1]
    if (at + 1 === to || (next !== undefined && /^(of|for|on|in)$/.test(next.text))) {
      const type = HEAD_NOUNS.get(units[at]!.folded)
      if (type !== undefined) return type
      if (next !== undefined && at + 1 < to) continue
    }
  }
  return null
}

/** "Central Asian States", "Indian Forces": a people's things, not a name. */
function isPlainPlural(unit: Unit): boolean {
  return /^(states|republics|nations|countries|ministers|forces|governments|exercises)$/.test(unit.folded)
}

/** Dictionary names that cover the stretch but for hyphens, "and" and plain plurals; null where they do not. */
function tiling(
  units: readonly Unit[],
  from: number,
  to: number,
  matches: readonly (Match | null)[],
): Match[] | null {
  const tiles: Match[] = []
  for (let at = from; at < to; ) {
    const match = matches[at]
    if (match && match.to <= to) {
      tiles.push(match)
      at = match.to
    } else if (
      units[at]!.shape === 'hyphen' ||
      units[at]!.text === 'and' ||
      (tiles.length > 0 && isPlainPlural(units[at]!))
    )
      at++
    else return null
  }
  return tiles.length > 0 ? tiles : null
}
