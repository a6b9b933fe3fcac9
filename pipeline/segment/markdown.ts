import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Source } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { emphasisMarks } from './blocks/emphasis.ts'
import { splitMarkdown } from './blocks/split-markdown.ts'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** A part of a text with its syntax tree (mdast), whose positions count from `start`; null to be read as plain text. */
export interface MarkdownPart extends Span {
  readonly tree: Root | null
}

/** The syntax of a Markdown source's body, part by part; null for a source in plain text. */
export function parseMarkdown({
  format,
  text,
  body,
}: Pick<Source, 'format' | 'text' | 'body'>): readonly MarkdownPart[] | null {
  if (format !== 'markdown') return null
  return splitMarkdown(text, body).map(({ start, end, parsable }) => ({
    start,
    end,
    tree: parsable ? (processor.parse(text.slice(start, end)) as Root) : null,
  }))
}

/** Where a node of a part stands in the source's text, UTF-16. */
export function spanOf(node: Nodes, part: MarkdownPart): Span {
  const { start, end } = node.position!
  return { start: part.start + start.offset!, end: part.start + end.offset! }
}

/**
 * A copy of the whole text, of the same length, in which markup is blanked by spaces: marks of headings, quotes,
 * lists and emphasis, targets of links, images, HTML tags. Offsets into it are offsets into the text. Words are read
 * from here, for a parser's own text of a node is not the raw slice (escapes, entities, `>` of a quote's next line).
 *
 *     A [second](https://example.org) *ferry*   ->   "A  second                        ferry "
 *
 * In plain text only paired marks of emphasis and the brackets around an address are blanked: "2 * 3 * 4" stays.
 */
export function maskMarkup(source: Masked): string {
  if (last !== null && isSame(last.source, source)) return last.masked
  return maskParts(source, parseMarkdown(source))
}

type Masked = Pick<Source, 'format' | 'text' | 'body'>

/** What was masked last: a text's words are sought right behind its blocks, and parsing it twice is a tenth of its time. */
let last: { readonly source: Masked; readonly masked: string } | null = null

function isSame(one: Masked, other: Masked): boolean {
  return (
    one.format === other.format &&
    one.body.start === other.body.start &&
    one.body.end === other.body.end &&
    one.text === other.text
  )
}

/** `maskMarkup` for a source whose syntax is known already. */
export function maskParts(source: Masked, parts: readonly MarkdownPart[] | null): string {
  const { text, format, body } = source
  const parsed = parts ?? [{ ...body, tree: null }]
  const masked = text.slice(0, body.start) + parsed.map((part) => maskPart(text, part)).join('')
  last = { source: { text, format, body }, masked }
  return masked
}

function maskPart(text: string, part: MarkdownPart): string {
  const raw = text.slice(part.start, part.end)
  if (!part.tree) return blank(raw, emphasisMarks(raw))
  const kept: string[] = []
  let end = part.start
  for (const { node, quoted } of leaves(part.tree)) {
    const span = spanOf(node, part)
    kept.push(blanks(text.slice(end, span.start)), visible(node, text.slice(span.start, span.end), quoted))
    end = span.end
  }
  kept.push(blanks(text.slice(end, part.end)))
  return kept.join('')
}

interface Leaf {
  readonly node: Nodes
  readonly quoted: boolean
}

/** The nodes that hold words, in the order of the text; without recursion, for trees may be deep. */
function* leaves(tree: Root): Generator<Leaf> {
  const open: Leaf[] = [{ node: tree, quoted: false }]
  while (open.length > 0) {
    const { node, quoted } = open.pop()!
    if ('children' in node) {
      const inQuote = quoted || node.type === 'blockquote'
      for (const child of [...node.children].reverse()) open.push({ node: child, quoted: inQuote })
    } else if (['text', 'inlineCode', 'code', 'html'].includes(node.type) && node.position) {
      yield { node, quoted }
    }
  }
}

/** What a reader sees of a leaf's raw slice, at the same places. */
function visible(node: Nodes, raw: string, quoted: boolean): string {
  if (node.type === 'html') return blankTags(raw)
  if (node.type === 'inlineCode') return raw.replace(/^`+|(?<!`)`+$/g, blanks)
  let shown = quoted ? raw.replace(/(?<=[\r\n])[ \t]*(?:>[ \t]?)+/g, blanks) : raw
  if (node.type === 'text') {
    shown = shown.replace(/\\(?=[!-/:-@[-`{-~])/g, ' ')
    shown = shown.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, decodeInPlace)
  }
  return shown
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** "&amp;" becomes "&" with spaces behind it, so that the length stays; an unknown entity is left as it is. */
function decodeInPlace(entity: string): string {
  const name = entity.slice(1, -1)
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  const character = name.startsWith('#')
    ? code > 31 && code < 0xd800
      ? String.fromCharCode(code)
      : ' '
    : ENTITIES[name]
  return character === undefined ? entity : character.padEnd(entity.length)
}

/** Tags, comments, scripts and style sheets blanked; the words between tags stay. */
function blankTags(html: string): string {
  const hidden = /^\s*<(?:!--|script\b|style\b|\?|!\[CDATA\[)/i.test(html)
  return hidden ? blanks(html) : html.replace(/<[^<>]*>/g, blanks)
}

function blank(text: string, marks: readonly Span[]): string {
  const parts: string[] = []
  let end = 0
  for (const mark of marks) {
    parts.push(text.slice(end, mark.start), ' '.repeat(mark.end - mark.start))
    end = mark.end
  }
  parts.push(text.slice(end))
  return parts.join('')
}

/** Spaces of the same length; line ends stay, for they tell lines apart. */
function blanks(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}
