import { findClauses } from '../clause.ts'
import type { Context } from '../context.ts'
import { nounPhrase } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { dependentsBy, firstDependent, isNominal, lemmaAt, type Tree } from '../tree.ts'

/**
 * What is denied as a noun. "The firm denied any talks with Barrow" gives (The firm; [had]; talks with Barrow), which the
 * stance finds denied, by the firm. "The firm denied the report" and "denied any passenger a seat" give none: that is
 * no having of theirs.
 */
export const deniedRule: Rule = {
  id: 'denied',
  find(tree, context) {
    return findClauses(tree).flatMap((clause) => {
      const { predicate, content, subjects, objects, passive, copular } = clause
      const [subject] = subjects
      const [object] = objects
      if (passive || copular || predicate !== content || subject === undefined || object === undefined)
        return []
      if (subjects.length > 1 || objects.length > 1 || !isDenial(context, tree, predicate)) return []
      const any = dependentsBy(tree, object, 'det').find((index) => lemmaAt(tree, index) === 'any')
      if (any === undefined || !isNominal(tree, subject) || !isNominal(tree, object)) return []
      return [propositionOf(tree, subject, object, any)]
    })
  },
}

function isDenial({ cues }: Context, tree: Tree, verb: number): boolean {
  return (
    lemmaAt(tree, verb) === 'deny' &&
    cues.denial.has('verbs', 'deny') &&
    firstDependent(tree, verb, 'iobj') === null
  )
}

function propositionOf(tree: Tree, subject: number, object: number, any: number): Proposition {
  return {
    rule: 'denied',
    predicate: object,
    subject: nounPhrase(tree, subject),
    relation: { understood: 'had' },
    lemma: 'have',
    object: nounPhrase(tree, object, { leaveOut: (index) => index === any }),
    adjuncts: [],
    reduced: false,
    confidence: 0.6,
  }
}
