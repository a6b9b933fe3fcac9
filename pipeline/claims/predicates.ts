import type { Predicate } from '../model/claim.ts'
import type { BlockKind, WithMentions } from '../model/document.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { attributionOf } from './attribution.ts'
import { clauseOf, isPredicate } from './clause.ts'
import { type Context, contextOf } from './context.ts'
import { type Surroundings, stanceAt, surroundingsOf } from './stance/index.ts'
import { findQuotations } from './stance/quotation.ts'
import { isAmong, type Tree, treeOf, wordAt } from './tree.ts'

/** Blocks that say something. Code, reference lists and what stands around an article do not. */
const SAYING: ReadonlySet<BlockKind> = new Set(['heading', 'paragraph', 'item', 'quote', 'cell'])

/**
 * How firmly a text puts forward each thing that it says happens or is, whether or not a claim comes of it: the
 * FactBank view (Sauri and Pustejovsky 2009). "She wants to sell" has two: *wants* is asserted, *sell* is not. The
 * stance of a claim is the stance of its innermost verb, by the same rules.
 */
export function findPredicates(doc: WithMentions, knowledge: Knowledge): readonly Predicate[] {
  const context = contextOf(doc, knowledge)
  const trees = new Map<number, Tree[]>()
  for (const sentence of doc.sentences) {
    if (!SAYING.has(doc.blocks[sentence.block]!.kind)) continue
    const known = trees.get(sentence.block)
    const tree = treeOf(doc.words, sentence)
    if (known) known.push(tree)
    else trees.set(sentence.block, [tree])
  }
  return [...trees].flatMap(([block, members]) => {
    const quotations = findQuotations(context, doc.blocks[block]!, members)
    return members.flatMap((tree) => predicatesOf(context, tree, surroundingsOf(context, tree, quotations)))
  })
}

function predicatesOf(context: Context, tree: Tree, surroundings: Surroundings): Predicate[] {
  const found: Predicate[] = []
  for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
    if (!isSaid(tree, index)) continue
    const { subjects, objects } = clauseOf(tree, index)
    const stance = stanceAt(context, tree, index, [...subjects, ...objects], surroundings)
    const { start, end, lemma } = wordAt(tree, index)
    found.push({
      start,
      end,
      lemma,
      polarity: stance.polarity,
      factuality: stance.factuality,
      attribution: attributionOf(context, stance.voice),
    })
  }
  return found
}

const BESIDE_CLAUSES = ['amod', 'csubj', 'obl', 'nmod', 'obj', 'nsubj', 'ccomp', 'compound', 'flat']

/** Heads of clauses, and verbs that stand before their noun: "[retiring] judges". */
function isSaid(tree: Tree, index: number): boolean {
  return (
    isPredicate(tree, index) || (wordAt(tree, index).pos === 'VERB' && isAmong(tree, index, BESIDE_CLAUSES))
  )
}
