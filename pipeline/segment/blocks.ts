import type { Block, Source } from '../model/document.ts'
import { markBiography } from './blocks/biography.ts'
import { markBoilerplate } from './blocks/boilerplate.ts'
import { spreadBoxes } from './blocks/boxes.ts'
import { markClosing } from './blocks/closing.ts'
import type { Context } from './blocks/draft.ts'
import { markFront } from './blocks/front.ts'
import { markHeadings } from './blocks/headings.ts'
import { hintedDrafts } from './blocks/hinted.ts'
import { joinTornParagraphs } from './blocks/join-torn.ts'
import { markdownDrafts } from './blocks/markdown-drafts.ts'
import { plainDrafts } from './blocks/plain.ts'
import { markReferences } from './blocks/references.ts'
import { markRepeated } from './blocks/repeated.ts'
import { splitRunInHeads } from './blocks/run-in-heads.ts'
import { toBlocks } from './blocks/sections.ts'
import { markTitle } from './blocks/title.ts'
import { maskParts, parseMarkdown } from './markdown.ts'

/**
 * The blocks of a source's body, in the order of the text and without overlap: found by the format's own marks, by the
 * hints that came with a drawn-out text, or by the lines of plain text, then settled by one pass after the other. Every
 * visible character is in a block, marks of mark-up aside; what is no prose is kept with the kind that says so.
 */
export function segmentBlocks(source: Source): readonly Block[] {
  const parts = parseMarkdown(source)
  const hints = source.extraction?.hints ?? []
  // A text drawn out of its file holds no mark-up any more.
  const masked = hints.length > 0 ? source.text : maskParts(source, parts)
  const context: Context = { source, masked }
  let drafts = parts
    ? parts.flatMap((part) => markdownDrafts(part, context))
    : hints.length > 0
      ? hintedDrafts(context, hints)
      : plainDrafts(context)
  drafts = markTitle(drafts, source.metadata)
  drafts = markFront(drafts, source.metadata)
  drafts = markBoilerplate(drafts)
  drafts = markRepeated(drafts)
  drafts = markBiography(drafts, source.metadata)
  drafts = markClosing(drafts)
  drafts = markReferences(drafts)
  drafts = spreadBoxes(drafts)
  drafts = joinTornParagraphs(drafts, context)
  drafts = markHeadings(drafts)
  drafts = splitRunInHeads(drafts, context)
  return toBlocks(drafts)
}
