import type { Span } from '../model/span.ts'
import { ABBREVIATIONS, ABBREVIATIONS_BEFORE_NUMBER, TITLES } from './token-lists.ts'

/**
 * A run of closing punctuation ("?!", "...", ". . ."), what may close around it, and white space or the end behind it;
 * a stop whose space was lost ("broke off.Then it"). A blank line ends none: a block holds one only where a page break
 * tore a sentence.
 */
const STOP =
  /(?<![.!?…‽。！？])([.!?…‽。！？]+(?:[ \u00A0]\.(?![.\p{L}\p{N}])){0,8})((?:['"”’»)\]}*]|\[\d{1,4}\]){0,16}(?: [:;]-?[()DP])?)(?=\s|$)|(?<=\p{Ll}\p{Ll})[.?!]{1,3}(?=\p{Lu}\p{Ll}+[\s,])(?!Com)/gu

/** The first visible thing behind a stop. */
const FOLLOWING = /\s*(["'“‘«([*]*)([\p{L}\p{M}\p{N}'’]*)/uy

/** Capitalised words that open a sentence more often than they go on with a name. */
const OPENERS = new Set(
  (
    'the a an this that these those he she it they we i you his her its their our my your there here what when where ' +
    'who why how which while in on at by for from with as if but and or so yet however although though because since ' +
    'after before during under over another some many most all both each neither nobody nothing several such no not only then now also even still once ' +
    'according meanwhile moreover nevertheless nonetheless furthermore ' +
    'mr mrs ms dr is are was were do does did has have had can could will would should may might one two'
  ).split(' '),
)

/**
 * Cuts a block into its sentences, trimmed; blank stretches give none. A stop ends a sentence unless it belongs to an
 * abbreviation, an initial, a list number, or what follows goes on in lower case:
 * "Dr. Lund left. She took the U.S. mail." has two sentences; "'Go!' she said." has one.
 */
export function splitSentences(text: string, block: Span): Span[] {
  const sentences: Span[] = []
  let from = skipBlank(text, block.start, block.end)
  const story = behindDateline(text, from, block.end)
  if (story > from) {
    push(sentences, text, from, story)
    from = skipBlank(text, story, block.end)
  }
  // Not beyond the block: where many have no stop at all, each would be sought through the whole text.
  const searched = text.slice(0, block.end)
  STOP.lastIndex = from
  for (;;) {
    const match = STOP.exec(searched)
    if (match === null) break
    const stop = match.index + match[0].length
    if (match.index < from || stop >= block.end) continue
    if (match[1] !== undefined && !endsSentence(text, from, match.index, match[1], match[2]!, block.end))
      continue
    push(sentences, text, from, stop)
    from = skipBlank(text, stop, block.end)
  }
  push(sentences, text, from, block.end)
  return sentences
}

/**
 * "PORT HARROW, 9 March (Reuters) –": where and when a story was filed, before its first sentence. A place in capitals,
 * perhaps a day and an agency, a dash, and a capital. "NATO - the alliance - was" is none.
 */
const DATELINE =
  /(?:\p{Lu}[\p{Lu}.'’-]+)(?: \p{Lu}[\p{Lu}.'’-]+){0,3}(?:, [\p{L}\p{N}., ]{2,30})?(?: ?\([\p{L}\p{N}&./ -]{2,40}\))? ?(?:—|–|--|-) (?=["“‘]?\p{Lu})/uy

/** Where the story begins behind its dateline; `from` itself where there is none. */
function behindDateline(text: string, from: number, end: number): number {
  DATELINE.lastIndex = from
  return DATELINE.test(text) && DATELINE.lastIndex < end ? DATELINE.lastIndex : from
}

function endsSentence(
  text: string,
  from: number,
  at: number,
  marks: string,
  closers: string,
  end: number,
): boolean {
  FOLLOWING.lastIndex = at + marks.length + closers.length
  const following = FOLLOWING.exec(text)!
  if (FOLLOWING.lastIndex > end) return true
  if (/^[,;)\]]/.test(text.slice(FOLLOWING.lastIndex, FOLLOWING.lastIndex + 1)) && following[2] === '')
    return false
  const opener = following[1]!
  const word = following[2]!
  const goesOn = opener === '' && /^\p{Ll}/u.test(word)
  if ((marks.startsWith('.') && marks.length > 1) || marks === '…') {
    const spaced = marks.length - marks.replaceAll('.', '').length
    return !goesOn && closers === '' && (!marks.includes(' ') || spaced > 3)
  }
  if (from + 6 > at && (closers === '' || closers === ')') && LIST_NUMBER.test(text.slice(from, at)))
    return false
  if (closers !== '') return !goesOn && !(opener.startsWith('(') && /["”’]/.test(closers))
  // "where? nobody knew" is careless writing, "Yahoo! in" a name - unless the sentence does without capitals anyway.
  const careless = /^\p{Ll}/u.test(text.slice(from, from + 2))
  if (marks !== '.') return !goesOn || careless || (marks.includes('?') && OPENERS.has(word))
  const last = lastWord(text, from, at)
  const lower = last.toLowerCase()
  if (TITLES.has(lower)) return false
  if (ABBREVIATIONS_BEFORE_NUMBER.has(lower) && /^\p{N}/u.test(word)) return false
  const opens = opener === '' ? OPENERS.has(word.toLowerCase()) && !goesOn : !/^[([]/.test(opener)
  if (TIME_OF_DAY.test(lower) && at - from > OPENING_TIME && opener === '')
    return opens || (/^\p{Lu}\p{Ll}+$/u.test(word) && !BEHIND_TIME.test(word))
  if (/^\p{Lu}$/u.test(last)) return opens && word.length > 1
  if (ABBREVIATIONS.has(lower) || /^\p{L}(?:\.\p{L})+$/u.test(last) || lower === 'ph.d') return opens
  return !goesOn || /^\p{Ll}*[aeiouy]\p{Ll}*$/u.test(last) || careless
}

/** "It fell at 6 p.m. Divers came." has two sentences; "At 6 p.m. Divers came", "6 p.m. Monday" and "6 p.m. Eastern" go on. */
const TIME_OF_DAY = /^[ap]\.m$/
/** A time that stands so early, in UTF-16 units, opens its sentence. */
const OPENING_TIME = 30
const BEHIND_TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|London|Local)$/

/** "1" of "1. The first point" */
const LIST_NUMBER = /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/u

function lastWord(text: string, from: number, at: number): string {
  let start = at
  while (start > from && at - start < 24 && !/[\s("'“‘[—–-]/.test(text[start - 1]!)) start -= 1
  return text.slice(start, at)
}

function push(sentences: Span[], text: string, start: number, end: number): void {
  let from = start
  while (end - from > LONGEST) {
    const cut = cutBefore(text, from, from + LONGEST)
    pushTrimmed(sentences, text, from, cut)
    from = skipBlank(text, cut, end)
  }
  pushTrimmed(sentences, text, from, end)
}

/**
 * No sentence that anybody wrote is longer, in UTF-16 units; a table or a megabyte without a stop is. It is cut, for
 * every claim of a sentence shows the sentence.
 */
const LONGEST = 2_000

/** Behind the last white space before a place, else the place itself; never inside a pair of surrogates. */
function cutBefore(text: string, from: number, at: number): number {
  for (let cut = at; cut > from + LONGEST / 2; cut -= 1) if (isBlank(text.charCodeAt(cut - 1))) return cut
  return isLowSurrogate(text.charCodeAt(at)) ? at - 1 : at
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function pushTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  let last = end
  while (last > start && isBlank(text.charCodeAt(last - 1))) last -= 1
  if (last > start) sentences.push({ start, end: last })
}

function skipBlank(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlank(text.charCodeAt(at))) at += 1
  return at
}

function isBlank(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0xfeff ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x3000 ||
    code === 0x202f ||
    code === 0x2060 ||
    (code >= 0x7f && code <= 0x9f)
  )
}
