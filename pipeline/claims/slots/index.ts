import type { Clause } from '../clause.ts'
import type { Context } from '../context.ts'
import { firstDependent, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { takeAdverbials } from './adverbials.ts'
import type { Draft, Slots } from './draft.ts'
import { takeComplements, takeObjects, takePredicateNominal, takePredicatives } from './objects.ts'
import { promoteAdjunct, takeObliques } from './obliques.ts'

/**
 * Sorts what hangs on a clause's verbs into relation, object and adjuncts. "arrived in Delhi on Monday" takes Delhi as
 * object with its preposition in the relation, for it is a participant; "on Monday" stays an adjunct.
 */
export function slotsOf(tree: Tree, context: Context, clause: Clause): Slots {
  const draft: Draft = { relation: [...clause.verbs], objects: [], adjuncts: [] }
  if (clause.existential) takeThere(tree, clause, draft)
  else if (clause.copular) takePredicateNominal(tree, context, clause, draft)
  else {
    takeObjects(tree, context, clause, draft)
    takePredicatives(tree, context, clause, draft)
    takeComplements(tree, context, clause, draft)
  }
  takeObliques(tree, context, clause, draft)
  takeAdverbials(tree, context, clause, draft)
  if (draft.objects.length === 0 && !clause.existential) promoteAdjunct(tree, clause, draft)
  const end = Math.min(comparisonBehind(tree, clause.content), contrastBehind(tree, clause.content))
  return {
    relation: [...new Set(draft.relation)],
    objects: draft.objects.filter(({ head, words }) => words.length > 0 && head < end),
    adjuncts: draft.adjuncts.filter(({ phrase }) => phrase.words.length > 0 && phrase.head < end),
  }
}

/** "rose to 86 million in 2029, [up from 71 a year earlier]": what the value is compared with is not said of the value. */
function comparisonBehind(tree: Tree, verb: number): number {
  for (let at = verb + 1; at < tree.sentence.endWord - 1; at++) {
    if (lemmaAt(tree, at) !== ',') continue
    if (['up', 'down', 'compare', 'compared', 'against', 'versus'].includes(lemmaAt(tree, at + 1))) return at
  }
  return tree.sentence.endWord
}

function takeThere(tree: Tree, clause: Clause, draft: Draft): void {
  const there = firstDependent(tree, clause.predicate, 'expl')
  if (there !== null) draft.relation = [there, ...draft.relation].sort((a, b) => a - b)
}

/** "was dissolved, [but rumours went round]": behind "but" and a verb of its own, another clause begins. */
function contrastBehind(tree: Tree, verb: number): number {
  for (let at = verb + 1; at < tree.sentence.endWord - 1; at++) {
    if (lemmaAt(tree, at) !== ',' || lemmaAt(tree, at + 1) !== 'but') continue
    for (let next = at + 2; next < tree.sentence.endWord; next++)
      if (['VBD', 'VBZ', 'VBP', 'MD'].includes(wordAt(tree, next).tag)) return at
  }
  return tree.sentence.endWord
}
