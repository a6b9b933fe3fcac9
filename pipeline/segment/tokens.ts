import { ABBREVIATIONS, ABBREVIATIONS_BEFORE_NUMBER, FUSED, HYPHEN_PREFIXES, UNITS } from './token-lists.ts'

const LETTER = '\\p{L}\\p{M}\\u00AD\\u200C\\u200D'

/** One token, or the blank between two. Every repetition is bounded, so that no text makes the scan look far ahead. */
const TOKEN = new RegExp(
  [
    // 1 blank: white space, control and zero-width characters
    `([\\s\\p{Cc}\\u200B\\u2060\\uFEFF]{1,4096})`,
    // 2 address: https://example.org/a?b=c  jane.doe@example.org  @handle  report_2.doc
    `((?:https?://|ftp://|www\\.|mailto:)[^\\s<>"“”]{1,2048}` +
      `|[\\p{L}\\p{N}_.+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8}` +
      `|[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,6}\\.(?:com|org|net|gov|edu|info|co\\.uk|doc|pdf|xls|html?|txt)(?![\\p{L}\\p{N}])` +
      `|@[\\p{L}\\p{N}_]{1,64})`,
    // 3 number: 1,200.5  10:30  04/30/2001  713-853-3989  2026-02-01  20th  1970s  +44
    `((?:\\+(?=\\p{N}))?\\p{N}(?:\\p{N}|[.,:/](?=\\p{N})){0,255}(?:-\\p{N}{1,12}(?:-\\p{N}{1,12}){1,4}(?![\\p{L}\\p{N}]))?[${LETTER}\\p{N}]{0,64})`,
    // 4 word: letters, with inner apostrophes and underscores, the "&" of "PG&E", the "+" of "C5+1"
    `([${LETTER}](?:[${LETTER}\\p{N}]|['’_](?=[\\p{L}\\p{N}])|&(?=\\p{Lu}(?!\\p{Ll}))|\\+(?=\\p{N})){0,4096})`,
    // a clitic behind something that is no word: U.S.'s, 1990's; a year cut short: ’73
    `['’](?:s|S|ll|ve|re|m|d)(?![\\p{L}\\p{N}])`,
    `['’]\\p{N}{2}s?(?![\\p{L}\\p{N}.,%])`,
    // emoji with modifiers and joiners; flags
    `\\p{Extended_Pictographic}(?:\\uFE0F|\\u200D\\p{Extended_Pictographic}|[\\u{1F3FB}-\\u{1F3FF}]){0,16}`,
    `[\\u{1F1E6}-\\u{1F1FF}]{2}`,
    // :-)  ;)  :(
    `[:;]-?[()DP](?![\\p{L}\\p{N}])`,
    // runs: ...  --  ***  !?!  ''
    `[!?]{1,64}`,
    `([-.*=_~#+|<>•$])\\5{1,255}`,
    `([\\p{P}\\p{S}])\\6{3,255}`,
    `['’‘\`]{2}`,
    // anything else: one code point with its combining marks
    `[^]\\p{M}{0,32}`,
  ].join('|'),
  'uy',
)

/** U.S.  p.m  Ph.D.  e.g. */
const ACRONYM =
  /\p{Lu}\p{Ll}?\.(?:\p{Lu}\p{Ll}?\.){1,12}(?!\p{Ll})|\p{L}(?:\.\p{L}){1,12}(?![\p{L}\p{N}])\.?/uy
const WORD_BEHIND_HYPHEN = new RegExp(`-[\\p{L}\\p{N}][${LETTER}\\p{N}]{0,255}`, 'uy')
const NEGATED =
  /^(?:do|does|did|is|are|was|were|have|has|had|would|could|should|wo|ca|sha|must|might|need|ai|may|dare)n['’]t$/i
const CLITIC = /['’](?:s|m|d|ll|ve|re)$/i
const CURRENCY_COUNTRY = /^(?:US|A|AU|C|CA|HK|NZ|S|R|NT)$/
const LETTERS_BEHIND_NUMBER = /[^\p{N}.,:/+-].*$/u

/**
 * Cuts text into words as Universal Dependencies does for English (the conventions of the EWT treebank):
 * clitics stand apart ("do|n't", "John|'s", "can|not"), so do hyphens between words ("air|-|force") but not
 * behind a prefix ("non-aligned"), and every other punctuation mark; numbers, abbreviations, addresses are whole.
 *
 * Appends start and end (UTF-16, half-open) of every token of `text.slice(start, end)` to `spans`. The range is one
 * sentence: a single capital with a full stop is an initial ("J. Smith") except at its very end ("vitamin C.").
 */
export function tokenize(text: string, start: number, end: number, spans: number[]): void {
  let at = start
  while (at < end) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    const stop = match === null ? at + 1 : Math.min(TOKEN.lastIndex, end)
    if (match === null || match[1] !== undefined) at = stop
    else if (match[2] !== undefined) at = pushAddress(text, at, stop, spans)
    else if (match[3] !== undefined) at = pushNumber(text, at, stop, spans)
    else if (match[4] !== undefined) at = pushWord(text, at, stop, end, spans)
    else {
      spans.push(at, stop)
      at = stop
    }
  }
}

/** An address without the punctuation that closes the clause around it: "see www.example.org)." */
function pushAddress(text: string, at: number, stop: number, spans: number[]): number {
  let last = stop
  while (last - at > 1 && '.,;:!?)\'"’»]>-_'.includes(text[last - 1]!)) last -= 1
  spans.push(at, last)
  return last
}

/** A number and, apart from it, its unit: "10|km", "5|pm"; "20th", "1970s", "4x4" are whole. */
function pushNumber(text: string, at: number, stop: number, spans: number[]): number {
  const letters = LETTERS_BEHIND_NUMBER.exec(text.slice(at, stop))
  if (letters !== null && letters.index > 0 && UNITS.has(letters[0].toLowerCase())) {
    spans.push(at, at + letters.index, at + letters.index, stop)
  } else spans.push(at, stop)
  return stop
}

function pushWord(text: string, at: number, wordEnd: number, end: number, spans: number[]): number {
  let stop = wordEnd
  const next = text[stop]
  if (next === '.' && stop < end) {
    const abbreviation = abbreviationEnd(text, at, stop, end)
    if (abbreviation > 0) {
      spans.push(at, abbreviation)
      return abbreviation
    }
  } else if (next === '-' && stop < end && HYPHEN_PREFIXES.has(text.slice(at, stop).toLowerCase())) {
    WORD_BEHIND_HYPHEN.lastIndex = stop
    if (WORD_BEHIND_HYPHEN.test(text)) stop = Math.min(WORD_BEHIND_HYPHEN.lastIndex, end)
  } else if (next === '$' && stop < end && CURRENCY_COUNTRY.test(text.slice(at, stop))) {
    spans.push(at, stop + 1)
    return stop + 1
  }
  pushClitics(text, at, stop, spans)
  return stop
}

/** Where an abbreviation that starts at `at` ends, with its full stop; 0 where there is none. */
function abbreviationEnd(text: string, at: number, stop: number, end: number): number {
  ACRONYM.lastIndex = at
  if (ACRONYM.test(text) && ACRONYM.lastIndex <= end) return ACRONYM.lastIndex
  const word = text.slice(at, stop)
  const lower = word.toLowerCase()
  if (ABBREVIATIONS.has(lower)) return stop + 1
  if (ABBREVIATIONS_BEFORE_NUMBER.has(lower) && /^\.\s?\p{N}/u.test(text.slice(stop, stop + 3)))
    return stop + 1
  return stop - at === 1 && stop + 1 < end && /\p{Lu}/u.test(word) ? stop + 1 : 0
}

function pushClitics(text: string, at: number, stop: number, spans: number[]): void {
  const word = text.slice(at, stop)
  const cuts: number[] = []
  let rest = word
  if (rest.includes("'") || rest.includes('’')) {
    for (;;) {
      const clitic = CLITIC.exec(rest)
      if (clitic !== null && clitic.index > 0) rest = rest.slice(0, clitic.index)
      else if (NEGATED.test(rest)) rest = rest.slice(0, -3)
      else break
      cuts.unshift(rest.length)
    }
  } else {
    const cut = FUSED.get(word.toLowerCase())
    if (cut !== undefined) cuts.push(cut)
  }
  let from = at
  for (const cut of cuts) {
    spans.push(from, at + cut)
    from = at + cut
  }
  spans.push(from, stop)
}
