import { type Line, lineNumberAt, linesOf } from '../../model/lines.ts'

/** A line of an article's head, without the marks of headings, lists and emphasis around it. */
export interface HeadLine extends Line {
  /** 1 to 6 for a Markdown heading; null for anything else. */
  readonly heading: number | null
  readonly listItem: boolean
  /** The line opens a bold or italic stretch that ends on a later line. */
  readonly opensEmphasis: boolean
  readonly afterBlank: boolean
  readonly prose: boolean
  /** Comes again and again, as the running head of a text that was copied out of pages does. */
  readonly repeated: boolean
}

/** A finding, with the words that say why. */
export interface Finding {
  readonly value: string
  readonly reason: string
}

/** What is read in search of title, masthead, byline and date: lines, and prose after which there is no byline. */
const MOST_LINES = 40
const MOST_PROSE = 3
const MOST_CHARACTERS = 20_000

/**
 * The non-blank lines at the head of the article, up to its third line of prose. A heading of Markdown may be
 * underlined: the rule below it makes the line above a heading.
 */
export function headOf(text: string, bodyStart: number): HeadLine[] {
  const head: HeadLine[] = []
  let afterBlank = true
  let prose = 0
  const end = Math.min(text.length, bodyStart + MOST_CHARACTERS)
  const lines = linesOf(text, bodyStart, end, lineNumberAt(text, bodyStart))
  for (const line of lines) {
    if (line.text === '') {
      afterBlank = true
      continue
    }
    const above = head.at(-1)
    if (/^(?:={3,}|-{3,})$/.test(line.text)) {
      if (above && !afterBlank && !above.prose)
        head[head.length - 1] = { ...above, heading: line.text[0] === '=' ? 1 : 2 }
      continue
    }
    const read = readLine(line, afterBlank, text)
    head.push(read)
    afterBlank = false
    if (read.prose) prose++
    if (head.length >= MOST_LINES || prose >= MOST_PROSE) break
  }
  return head
}

function readLine(line: Line, afterBlank: boolean, whole: string): HeadLine {
  const marks = /^(?:(#{1,6})\s+|([-*+•–]\s+)|(>\s*))?/.exec(line.text)!
  const content = line.text.slice(marks[0].length).replace(/\s+#+$/, '')
  const text = content
    .replace(/\[([^\][]{1,300})\]\([^()\s]{1,500}\)/g, '$1')
    .replace(/^[*_]+(?=\S)|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|[*_]+$/g, '')
    .trim()
  const opening = /^(\*\*|__|\*|_)(?=\S)/.exec(content)?.[1]
  return {
    ...line,
    text,
    heading: marks[1]?.length ?? null,
    listItem: marks[2] !== undefined,
    opensEmphasis: opening !== undefined && !content.slice(opening.length).includes(opening),
    afterBlank,
    prose: isProse(text),
    repeated: wordsOf(text).length >= 3 && occurs(line.text, whole, LEAST_REPEATED),
  }
}

const LEAST_REPEATED = 3

/** True where a text holds some words so often. */
function occurs(words: string, text: string, often: number): boolean {
  let at = -1
  for (let time = 0; time < often; time++) {
    at = text.indexOf(words, at + 1)
    if (at < 0) return false
  }
  return true
}

/** A line that states things in sentences; a title, a byline or a date does not. */
export function isProse(text: string): boolean {
  const words = wordsOf(text).length
  return (
    words > 35 ||
    (words >= 8 && /[.!]["'”’)\]]*$/.test(text)) ||
    (words >= 20 && /[.!?]["'”’)]* \p{Lu}/u.test(text))
  )
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
