import type { BlockKind } from '../../model/document.ts'
import { inline, raised, type TextBuilder } from '../text-builder.ts'
import type { PageElement, PageNode } from './page.ts'

/** Shows nothing, or nothing that is text. */
const SILENT = new Set(
  'head script style template noscript svg math iframe object embed select option textarea input canvas audio video map'.split(
    ' ',
  ),
)
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture source'.split(
    ' ',
  ),
)
/** Of the page, never of an article. */
const FURNITURE = new Set('nav footer button dialog menu'.split(' '))
const FURNITURE_ROLE = /^(?:navigation|banner|contentinfo|search|dialog|complementary|menu|menubar|toolbar)$/

interface Context {
  readonly kind: BlockKind
  readonly level: number | null
  readonly furniture: boolean
  readonly separator: string
  /** In a table that only places things on the page. */
  readonly layout: boolean
}

const ELEMENT = 1
const TEXT = 3

/**
 * Writes a page's visible text, block by block in the order of the tree, with what the elements say of each: heading,
 * item, quote, cell, code. What is not in `kept` (the article's elements; null for all) is boilerplate.
 */
export function layOut(root: PageElement, kept: ReadonlySet<PageElement> | null, builder: TextBuilder): void {
  let line = ''
  const flush = ({ kind, level, furniture, separator }: Context): void => {
    const shown = furniture && kind !== 'heading' ? 'boilerplate' : kind
    // Wikis have a link behind each heading.
    if (kind === 'heading') line = line.replace(/(?<!\s)\s*\[\s*edit(?:\s*\|\s*edit source)?\s*\]\s*$/i, '')
    const content = kind === 'code' ? line : line.split('\n').map(inline).join('\n')
    line = ''
    // Two line breaks are how careless pages part their paragraphs.
    for (const part of kind === 'code' ? [content] : content.split(/\s*\n\s*\n\s*/)) {
      builder.add(furniture ? 'boilerplate' : shown, part, { separator, ...(level ? { level } : {}) })
    }
  }
  const visit = (node: PageNode, context: Context): void => {
    if (node.nodeType === TEXT) {
      const text = node.nodeValue ?? ''
      line += context.kind === 'code' ? text : text.replace(/\s+/g, ' ')
      return
    }
    if (node.nodeType !== ELEMENT) return
    const element = node as PageElement
    const tag = element.tagName.toLowerCase()
    if (SILENT.has(tag) || isHidden(element)) return
    if (tag === 'br' || tag === 'hr') line += '\n'
    else if (tag === 'sup') {
      const before = line.length
      for (const child of element.childNodes) visit(child, context)
      if (line.length > before) line = line.slice(0, before) + raised(line.slice(before))
    } else if (INLINE.has(tag)) for (const child of element.childNodes) visit(child, context)
    else {
      flush(context)
      const inner = contextOf(element, tag, context, kept)
      for (const child of element.childNodes) visit(child, inner)
      flush(inner)
    }
  }
  const context = {
    kind: 'paragraph',
    level: null,
    furniture: false,
    separator: '\n\n',
    layout: false,
  } as const
  visit(root, context)
  flush(context)
}

function contextOf(
  element: PageElement,
  tag: string,
  above: Context,
  kept: ReadonlySet<PageElement> | null,
): Context {
  const role = element.getAttribute('role') ?? ''
  const furniture =
    FURNITURE.has(tag) ||
    FURNITURE_ROLE.test(role) ||
    (kept ? !kept.has(element) : above.furniture || tag === 'aside' || tag === 'form')
  const inner = { ...above, furniture, separator: '\n\n' }
  const heading = /^h([1-6])$/.exec(tag)
  if (heading) return { ...inner, kind: 'heading', level: Number(heading[1]) }
  switch (tag) {
    case 'li':
    case 'dd':
      return { ...inner, kind: above.kind === 'quote' ? 'quote' : 'item' }
    case 'blockquote':
      return { ...inner, kind: 'quote' }
    case 'table':
      return { ...inner, layout: isLayout(element) }
    case 'td':
    case 'th':
      if (above.layout) return { ...inner, kind: 'paragraph' }
      return { ...inner, kind: 'cell', separator: isFirstCell(element) ? '\n' : '\t' }
    case 'pre':
      return { ...inner, kind: 'code' }
    case 'figcaption':
    case 'caption':
      return { ...inner, kind: 'boilerplate' }
    case 'p':
      return { ...inner, kind: keepsKind(above.kind) ? above.kind : 'paragraph' }
    default:
      return inner
  }
}

/** A paragraph in an item is the item's. */
function keepsKind(kind: BlockKind): boolean {
  return kind === 'item' || kind === 'quote' || kind === 'cell' || kind === 'boilerplate'
}

/**
 * A table that holds pages and letters together: it says so, has another one or headings inside, or only one column.
 * With a head or a caption it is one of data.
 */
function isLayout(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6')) return true
  if (table.querySelector('th, caption, thead')) return false
  for (const row of table.querySelectorAll('tr')) {
    let cells = 0
    for (const { nodeType } of row.childNodes) if (nodeType === ELEMENT) cells++
    if (cells > 1) return false
  }
  return true
}

function isFirstCell(element: PageElement): boolean {
  return element.previousElementSibling === null
}

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true
  const style = element.getAttribute('style')
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}
