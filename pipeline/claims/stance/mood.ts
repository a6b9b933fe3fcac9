import { type Context, formAt } from '../context.ts'
import {
  dependentsBy,
  dependentsOf,
  firstDependent,
  isAmong,
  isRelated,
  lemmaAt,
  type Tree,
  wordAt,
} from '../tree.ts'
import { lower, type Reading, recommend } from './reading.ts'

/**
 * Reads whether a sentence asks or orders. "Did Oman sell the port?" and "Oman sold the port?" ask; in "Oman sold the
 * port, so who runs it?" only the second half does. "Close the port." orders; "Closed since May." does not.
 */
export function readMood(context: Context, tree: Tree, top: number, reading: Reading): void {
  const mark = questionMarkOf(context, tree)
  if (mark !== null && (isInterrogative(tree, top) || !hasInterrogative(tree))) {
    lower(reading, 'hypothetical', mark)
  } else if (mark === null && isImperative(context, tree, top)) recommend(reading, top)
}

const BEHIND = new Set(['"', '”', "''", ')', '’', "'", '?', '!'])

/** The question mark that ends the sentence, closing quotation marks aside. */
function questionMarkOf(context: Context, tree: Tree): number | null {
  for (let index = tree.sentence.endWord - 1; index >= tree.sentence.firstWord; index--) {
    const form = formAt(context, index)
    if (form.includes('?')) return index
    if (!BEHIND.has(form)) return null
  }
  return null
}

/** An auxiliary before the subject, or a question word of the clause's own. */
function isInterrogative(tree: Tree, top: number): boolean {
  const subject = firstDependent(tree, top, 'nsubj', 'expl')
  const verb = firstDependent(tree, top, 'aux', 'cop')
  if (verb !== null && (subject === null || verb < subject)) return subject !== null
  return dependentsOf(tree, top).some(
    (index) =>
      index < top &&
      (isQuestionWord(tree, index) ||
        dependentsBy(tree, index, 'det', 'advmod', 'case').some((inner) => isQuestionWord(tree, inner))),
  )
}

function isQuestionWord(tree: Tree, index: number): boolean {
  return wordAt(tree, index).tag.startsWith('W') && lemmaAt(tree, index) !== 'that'
}

const interrogatives = new WeakMap<Tree, boolean>()

/** True where any clause that may stand alone has a question's form; found once for a sentence. */
function hasInterrogative(tree: Tree): boolean {
  const known = interrogatives.get(tree)
  if (known !== undefined) return known
  let found = false
  for (let index = tree.sentence.firstWord; index < tree.sentence.endWord && !found; index++)
    found = isRelated(tree, index, 'root', 'conj', 'parataxis', 'ccomp') && isInterrogative(tree, index)
  interrogatives.set(tree, found)
  return found
}

/** Said of oneself, with "I" left out: "[Hope] this helps." */
const EXPRESSIVE = new Set('thank hope wish love like hate want need appreciate regret'.split(' '))

/** What may stand before an order whose verb could as well be a present tense. */
const BEFORE = new Set(['PUNCT', 'ADV', 'INTJ', 'CCONJ', 'PART'])

const OF_A_STATEMENT = ['nsubj', 'aux', 'expl', 'csubj', 'cop', 'mark']

/** A bare verb without a subject: "[Close] the port.", "If it burns, [close] it." */
function isImperative(context: Context, tree: Tree, verb: number): boolean {
  const { tag, pos } = wordAt(tree, verb)
  if (pos !== 'VERB' || EXPRESSIVE.has(lemmaAt(tree, verb))) return false
  if (dependentsOf(tree, verb).some((index) => isAmong(tree, index, OF_A_STATEMENT))) return false
  if (tag === 'VB') return true
  if (tag !== 'VBP') return false
  for (let index = tree.sentence.firstWord; index < verb; index++)
    if (!BEFORE.has(wordAt(tree, index).pos) && formAt(context, index) !== 'please') return false
  return true
}
