import type { WithWords, Word } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { fold } from './names.ts'

/** How a unit is written; names are read from capitals before anything else. */
export type Shape = 'capital' | 'all-caps' | 'lower' | 'number' | 'hyphen' | 'mark'

/**
 * The smallest stretch that a name begins or ends with: a word, or what stands between hyphens and slashes inside
 * one, so that "India-led" and "Delhi/Pune" hold their names whatever the tagger took for a word.
 */
export interface Unit extends Span {
  readonly text: string
  /** Lower case, without diacritics. */
  readonly folded: string
  readonly shape: Shape
  /** Index into `words` of the word that holds it. */
  readonly index: number
  readonly word: Word
  /** True where a short line ends before it: addresses, lists and signatures hold one name a line. */
  readonly newLine: boolean
}

const PIECES = /[\p{L}\p{M}\p{N}.'’&+]+|[^\p{L}\p{M}\p{N}.'’&+]/gu
/** Web and mail addresses and names of files hold no names of the text. */
const ADDRESS = /:\/\/|@|^www\.|\.(com|org|net|edu|gov|pdf|docx?|xlsx?|jpe?g|png|html?|exe|zip)$|_|[=?]/i
const PLAIN = /^[\p{L}\p{M}]+$/u

/** The units of a document, sentence by sentence. */
export function unitsOf(doc: WithWords): Unit[][] {
  return doc.sentences.map((sentence) => {
    const units: Unit[] = []
    let end = sentence.start
    for (let index = sentence.firstWord; index < sentence.endWord; index++) {
      const word = doc.words[index]!
      const text = doc.text.slice(word.start, word.end)
      const newLine = word.start > end && startsShortLine(doc.text, end, word.start)
      end = word.end
      if (PLAIN.test(text)) units.push(unit(text, word.start, index, word, newLine))
      else if (ADDRESS.test(text))
        units.push({ ...unit(text, word.start, index, word, newLine), shape: 'mark' })
      else
        for (const piece of text.matchAll(PIECES))
          pushPiece(units, piece[0], word.start + piece.index, index, word, newLine && piece.index === 0)
    }
    return units
  })
}

/** "Delhi’s" is two: the tagger may have left the ending on the name. */
function pushPiece(
  units: Unit[],
  text: string,
  start: number,
  index: number,
  word: Word,
  newLine: boolean,
): void {
  const possessive = text.length > 2 ? /['’]s$/i.exec(text) : null
  if (possessive === null) {
    units.push(unit(text, start, index, word, newLine))
    return
  }
  units.push(unit(text.slice(0, possessive.index), start, index, word, newLine))
  units.push(unit(possessive[0], start + possessive.index, index, word, false))
}

/** True where a line of less than 50 characters ends between two words: prose is not torn so early. */
function startsShortLine(text: string, end: number, start: number): boolean {
  const feed = text.indexOf('\n', end)
  return feed !== -1 && feed < start && (end < 50 || text.lastIndexOf('\n', end - 1) > end - 50)
}

function unit(text: string, start: number, index: number, word: Word, newLine: boolean): Unit {
  const folded = fold(text)
  const shape = folded === text && PLAIN.test(text) ? 'lower' : shapeOf(text)
  return { start, end: start + text.length, text, folded, shape, index, word, newLine }
}

function shapeOf(text: string): Shape {
  if (/^[-‐‑–—/]$/.test(text)) return 'hyphen'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'mark'
  if (/^\p{N}/u.test(text)) return /\p{Lu}/u.test(text) ? 'capital' : 'number'
  if (/^['’]/.test(text)) return 'lower'
  if (!/\p{Lu}/u.test(text)) return 'lower'
  if (!/\p{Ll}/u.test(text) && text.replace(/[^\p{L}]/gu, '').length > 1) return 'all-caps'
  return 'capital'
}

/** True for what can be a word of a name by its writing: "Pune", "NATO", "iPhone". */
export function isCapital(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.shape === 'capital' || unit.shape === 'all-caps')
}

/** True where the first letter is a capital, as in "MV" and "Mv", not in "mv" or "iPhone". */
export function startsWithCapital(unit: Unit): boolean {
  return /^\p{Lu}/u.test(unit.text)
}

/** The stretch of text that a half-open range of units covers. */
export function spanOf(units: readonly Unit[], from: number, to: number): Span {
  return { start: units[from]!.start, end: units[to - 1]!.end }
}
