import type { Nodes } from 'mdast'
import type { BlockKind } from '../../model/document.ts'
import { linesOf } from '../../model/lines.ts'
import { cover } from '../../model/span.ts'
import { type MarkdownPart, spanOf } from '../markdown.ts'
import { type Context, type Draft, draft } from './draft.ts'
import { arePasted, groupLines, plainDrafts } from './plain.ts'
import { isProse, normal } from './shape.ts'

/** A Markdown tree to drafts; spans leave out the marks of headings, quotes and items. */
export function markdownDrafts(part: MarkdownPart, context: Context): Draft[] {
  if (!part.tree) return plainDrafts(context, part)
  const { masked } = context
  const drafts: Draft[] = []
  const open: { node: Nodes; kind: BlockKind }[] = [{ node: part.tree, kind: 'paragraph' }]
  while (open.length > 0) {
    const { node, kind } = open.pop()!
    const made = toDraft(node, kind, part, masked)
    if (made !== undefined) {
      if (made) drafts.push(...pastedLines(made, context))
    } else if ('children' in node) {
      const inner = kindInside(node, kind)
      for (const child of [...node.children].reverse()) open.push({ node: child, kind: inner })
    }
  }
  return drafts
}

/**
 * A paragraph whose lines are paragraphs of their own, pasted from a page, or which begins with the author's line:
 * a draft for each. The text behind an item's pasted first line is no part of the item.
 */
function pastedLines(whole: Draft, { source, masked }: Context): Draft[] {
  if (whole.marked || whole.title || (whole.kind !== 'paragraph' && whole.kind !== 'item')) return [whole]
  const lines = linesOf(masked, whole.start, whole.end)
  const author = normal(source.metadata.author?.value ?? '')
  const byline = author !== '' && lines.length > 1 && normal(lines[0]!.text) === author
  if (!byline && !arePasted(lines)) return [whole]
  return groupLines(lines).flatMap((group, at) => {
    const span = { start: group[0]!.start, end: group.at(-1)!.end }
    const made = draft(masked, span, at === 0 ? { kind: whole.kind } : { afterBlank: false })
    return made ? [made] : []
  })
}

/** What a paragraph is inside such a node. */
function kindInside(node: Nodes, kind: BlockKind): BlockKind {
  if (node.type === 'blockquote') return 'quote'
  if (node.type === 'listItem') return kind === 'quote' ? 'quote' : 'item'
  if (node.type === 'footnoteDefinition') return 'reference'
  return kind
}

/** A draft for a node that is a block; null for one that shows nothing; undefined for a node to look into. */
function toDraft(node: Nodes, kind: BlockKind, part: MarkdownPart, masked: string): Draft | null | undefined {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
    case 'tableCell': {
      if (node.children.length === 0) return null
      const span = cover(node.children.map((child) => spanOf(child, part)))
      if (node.type === 'heading')
        return draft(masked, span, { kind: 'heading', marked: true, level: node.depth })
      if (node.type === 'tableCell') return draft(masked, span, { kind: 'cell', marked: true })
      return draft(masked, span, { kind, marked: kind === 'quote' || kind === 'reference' })
    }
    case 'code':
      return draft(masked, spanOf(node, part), { kind: 'code', marked: true })
    case 'html': {
      const made = draft(masked, spanOf(node, part))
      return made && !isProse(made.text) ? { ...made, kind: 'boilerplate' } : made
    }
    case 'definition':
    case 'thematicBreak':
      return null
    default:
      return undefined
  }
}
