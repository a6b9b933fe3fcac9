import { dependentsBy, dependentsOf, firstDependent, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { isControlled } from './own-words.ts'
import { lower, type Reading } from './reading.ts'
import { isEmotive } from './realisation.ts'

/** A word that opens a subordinate clause. */
export interface Mark {
  readonly index: number
  readonly lemma: string
  readonly tag: string
}

/** "that", "if", "to" and their like, and "when", which hangs on its clause as an adverb. */
export function marksOf(tree: Tree, clause: number): Mark[] {
  const marks: Mark[] = []
  for (const index of dependentsOf(tree, clause)) {
    const { tag } = wordAt(tree, index)
    if (
      isRelated(tree, index, 'mark') ||
      (tag === 'WRB' && index < clause && isRelated(tree, index, 'advmod'))
    )
      marks.push({ index, lemma: lemmaAt(tree, index), tag })
  }
  return marks
}

/** Neither stated nor denied: "[if] the port opened". */
const OPEN = new Set(['if', 'unless', 'whether', 'lest'])

/** Given as known: "[although] it kept a base", "closed [because] the lease ended". */
const GRANTING = new Set(['although', 'though', 'because', 'since', 'as', 'while', 'whereas', 'whilst'])

/** "thought [of] selling", "looks forward [to] selling"; "[after] selling" and "[by] selling" did. */
const UNHELD = new Set(['of', 'about', 'to', 'towards', 'toward', 'against', 'from'])

function isUnheld(tree: Tree, clause: number, mark: string): boolean {
  return wordAt(tree, clause).tag === 'VBG' && UNHELD.has(mark)
}

/** Known in the past, open in what is to come: "will sell [before] the lease ends". */
const TEMPORAL = new Set(['when', 'whenever', 'before', 'after', 'until', 'till', 'once'])

const UNREALISED = new Set(['will', 'shall', 'would', 'may', 'might', 'can', 'could', 'should', 'must'])

/**
 * Reads what opens a clause; true where that gives the clause as known, whatever stands above it. "If Oman sold the
 * port" is open, also where a parse takes it for the main clause; "although Oman sold the port" is known; "to sell
 * the port" is what for.
 */
export function readSubordinator(
  tree: Tree,
  clause: number,
  above: number | null,
  reading: Reading,
): boolean {
  const adverbial = isRelated(tree, clause, 'advcl')
  let granted = false
  if (isControlled(tree, clause)) return granted
  for (const { index, lemma, tag } of marksOf(tree, clause)) {
    if (OPEN.has(lemma)) lower(reading, 'hypothetical', index)
    else if (adverbial && tag === 'TO') {
      if (above === null || !isEmotive(tree, above)) lower(reading, 'hypothetical', index)
    } else if (adverbial && isUnheld(tree, clause, lemma)) lower(reading, 'hypothetical', index)
    else if (adverbial && hasSubject(tree, clause)) {
      if (TEMPORAL.has(lemma) && isToCome(tree, clause, above)) lower(reading, 'hypothetical', index)
      else if (TEMPORAL.has(lemma) || GRANTING.has(lemma)) granted = true
    }
  }
  return granted
}

function hasSubject(tree: Tree, clause: number): boolean {
  return firstDependent(tree, clause, 'nsubj', 'expl') !== null
}

/** The present tense below a verb that is yet to happen. */
function isToCome(tree: Tree, clause: number, above: number | null): boolean {
  const finite = dependentsBy(tree, clause, 'aux', 'cop')[0] ?? clause
  const { tag } = wordAt(tree, finite)
  if (tag === 'VBD' || tag === 'VBN' || above === null) return false
  return (
    dependentsBy(tree, above, 'aux').some((index) => UNREALISED.has(lemmaAt(tree, index))) ||
    (wordAt(tree, above).tag === 'VB' && firstDependent(tree, above, 'nsubj', 'aux') === null)
  )
}

/** "to open". */
export function isInfinitive(tree: Tree, clause: number): boolean {
  return marksOf(tree, clause).some(({ tag }) => tag === 'TO')
}
