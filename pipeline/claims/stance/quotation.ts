import type { Block } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { type Context, formAt } from '../context.ts'
import { firstDependent, lemmaAt, type Tree, wordAt } from '../tree.ts'
import type { Voice } from './reading.ts'
import { voiceOf } from './reporters.ts'

/** Somebody's words between quotation marks, and who they are given to in the same paragraph. */
export interface Quotation extends Span {
  readonly voice: Voice | null
}

const OPEN = /["“]/

/**
 * The quotations of a block, paired by mark; an opening mark without a closing one runs to the block's end, as it does
 * in a quotation of several paragraphs. Single quotes are left alone: they are apostrophes too often.
 */
export function findQuotations(context: Context, block: Block, trees: readonly Tree[]): Quotation[] {
  const { text } = context.doc
  if (!OPEN.test(text.slice(block.start, block.end))) return []
  const spans: Span[] = []
  let start: number | null = null
  for (let at = block.start; at < block.end; at++) {
    const mark = text[at]
    if (mark === '“' || (mark === '"' && start === null)) start = at
    else if ((mark === '”' || mark === '"') && start !== null) {
      spans.push({ start, end: at + 1 })
      start = null
    }
  }
  if (start !== null) spans.push({ start, end: block.end })
  const reporters = trees.flatMap((tree) => reportersOf(context, tree, spans))
  return spans.map((span) => ({ ...span, voice: nearest(context, span, reporters) }))
}

interface Reporter {
  readonly tree: Tree
  readonly verb: number
}

/** Verbs of saying outside all quotation marks that have a subject. */
function reportersOf(context: Context, tree: Tree, spans: readonly Span[]): Reporter[] {
  const found: Reporter[] = []
  for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
    if (!context.cues.attribution.has('verbs', lemmaAt(tree, index)) || wordAt(tree, index).pos !== 'VERB')
      continue
    const { start } = wordAt(tree, index)
    if (spans.some((span) => span.start <= start && start < span.end)) continue
    if (firstDependent(tree, index, 'nsubj') !== null) found.push({ tree, verb: index })
  }
  return found
}

/** The nearest reporter of the same sentence wins, else the nearest: a paragraph has one speaker far more often than two. */
function nearest(context: Context, span: Span, reporters: readonly Reporter[]): Voice | null {
  let best: Reporter | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const reporter of reporters) {
    const word = context.doc.words[reporter.verb]!
    const { sentence } = reporter.tree
    const apart = sentence.end <= span.start || span.end <= sentence.start ? context.doc.text.length : 0
    const gap = apart + (word.start >= span.end ? word.start - span.end : span.start - word.end)
    if (gap < distance) {
      best = reporter
      distance = gap
    }
  }
  return best === null ? null : voiceOf(context, best.tree, best.verb)
}

/** The quotation that holds a word and more than a few words: 'an "enlarged neighbourhood"' quotes a term, not a claim. */
export function quotationAt(
  context: Context,
  quotations: readonly Quotation[],
  word: number,
): Quotation | null {
  const { start } = context.doc.words[word]!
  const found = quotations.find((quotation) => quotation.start <= start && start < quotation.end)
  if (!found) return null
  const words = context.doc.text.slice(found.start, found.end).split(/\s+/).length
  return words >= 4 && formAt(context, word) !== '' ? found : null
}
