import type { Clause } from '../clause.ts'
import type { Context } from '../context.ts'
import { firstDependent, type Tree } from '../tree.ts'
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
  if (draft.objects.length === 0) promoteAdjunct(tree, clause, draft)
  return {
    relation: [...new Set(draft.relation)],
    objects: draft.objects.filter(({ words }) => words.length > 0),
    adjuncts: draft.adjuncts.filter(({ phrase }) => phrase.words.length > 0),
  }
}

function takeThere(tree: Tree, clause: Clause, draft: Draft): void {
  const there = firstDependent(tree, clause.predicate, 'expl')
  if (there !== null) draft.relation = [there, ...draft.relation].sort((a, b) => a - b)
}
