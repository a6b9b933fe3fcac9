import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Source } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { emphasisMarks } from './blocks/emphasis.ts'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** Deeper nesting than any article has; the parser's time grows with depth times length. */
const DEEPEST_NESTING = 50

/**
 * The syntax tree (mdast) of a Markdown source's body, whose positions count from `source.body.start`; null for plain
 * text, and for Markdown that nests quotes, lists or brackets without end, which is read as plain text.
 */
export function parseMarkdown(source: Source): Root | null {
  if (source.format !== 'markdown') return null
  const body = source.text.slice(source.body.start, source.body.end)
  return nestsWithoutEnd(body) ? null : (processor.parse(body) as Root)
}

function nestsWithoutEnd(body: string): boolean {
  const repeated = new RegExp(
    `(?:(?:>|[-+*]|\\d{1,9}[.)]) *){${DEEPEST_NESTING}}|[[(!*_\`~<]{${4 * DEEPEST_NESTING}}`,
  )
  return /[>\-+*\d[(!_`~<]/.test(body) && repeated.test(body)
}

/** Where a node stands in the source's text, UTF-16. */
export function spanOf(node: Nodes, source: Source): Span {
  const { start, end } = node.position!
  return { start: source.body.start + start.offset!, end: source.body.start + end.offset! }
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
export function maskMarkup(source: Source): string {
  const tree = parseMarkdown(source)
  const { text, body } = source
  if (!tree)
    return text.slice(0, body.start) + blank(text.slice(body.start), emphasisMarks(text.slice(body.start)))
  const kept: string[] = [text.slice(0, body.start)]
  let end = body.start
  for (const leaf of leaves(tree)) {
    const span = spanOf(leaf.node, source)
    kept.push(
      blanks(text.slice(end, span.start)),
      visible(leaf.node, text.slice(span.start, span.end), leaf.quoted),
    )
    end = span.end
  }
  kept.push(blanks(text.slice(end)))
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
  if (node.type === 'inlineCode') return raw.replace(/^`+|`+$/g, blanks)
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
