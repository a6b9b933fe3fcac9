import { type Clause, findClauses } from '../clause.ts'
import { casesOf, nounPhrase } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { isNominal, lemmaAt, subtree, type Tree, wordAt } from '../tree.ts'

/**
 * "The paper calls Zeila Oman's first base" and "She described the vote as orderly" give (Zeila; is; Oman's first
 * base) and (the vote; is; orderly), as the paper's and her word. "He called his sister" and "They used it as a base"
 * give nothing of the kind.
 */
export const namingRule: Rule = {
  id: 'naming',
  find(tree) {
    return findClauses(tree).flatMap((clause): Proposition[] => {
      const named = namedAs(tree, clause)
      if (named === null) return []
      const [object] = clause.objects
      const words = subtree(tree, named).filter((index) => !casesOf(tree, named).includes(index))
      return [
        {
          rule: 'naming',
          predicate: named,
          subject: nounPhrase(tree, object!, { leaveOut: (index) => index === named }),
          relation: { understood: 'is' },
          lemma: 'be',
          object: isNominal(tree, named) ? nounPhrase(tree, named) : { head: named, words },
          adjuncts: [],
          reporter: clause.content,
          reduced: false,
          confidence: 0.6,
        },
      ]
    })
  },
}

/** With a bare complement, or with "as". */
const NAMING = new Set([
  'call',
  'label',
  'term',
  'dub',
  'brand',
  'deem',
  'consider',
  'judge',
  'declare',
  'think',
  'find',
])
const NAMING_AS = new Set([
  ...NAMING,
  'describe',
  'regard',
  'see',
  'view',
  'treat',
  'portray',
  'present',
  'characterise',
  'characterize',
  'identify',
  'recognise',
  'recognize',
  'hail',
  'denounce',
  'condemn',
  'define',
])

/** What a clause names its object to be, by the head word; null where it names nothing. */
export function namedAs(tree: Tree, clause: Clause): number | null {
  const lemma = lemmaAt(tree, clause.content)
  if (clause.objects.length !== 1 || clause.subjects.length === 0 || clause.passive) return null
  if (lemmaAt(tree, clause.objects[0]!).endsWith('self')) return null
  const as = [...clause.obliques, ...clause.predicatives].find((index) =>
    casesOf(tree, index).some((word) => lemmaAt(tree, word) === 'as'),
  )
  if (as !== undefined) return NAMING_AS.has(lemma) ? as : null
  const [bare] = clause.predicatives
  if (bare === undefined || !NAMING.has(lemma)) return null
  return wordAt(tree, bare).pos === 'VERB' ? null : bare
}
