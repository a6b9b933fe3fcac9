import { extentOf } from '../argument.ts'
import { mentionsIn } from '../context.ts'
import { nounPhrase } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { firstDependent, type Tree, wordAt } from '../tree.ts'

/**
 * "Tajikistan's Ayni Air Base" gives (Tajikistan; has; Ayni Air Base): possessor and possession are both names.
 * "Tajikistan's future" and "last year's Tour de France" say nothing of the kind.
 */
export const possessionRule: Rule = {
  id: 'possession',
  find(tree, context) {
    const found: Proposition[] = []
    for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
      if (wordAt(tree, index).pos !== 'PROPN' && wordAt(tree, index).pos !== 'NOUN') continue
      const possessor = firstDependent(tree, index, 'nmod:poss')
      if (possessor === null || wordAt(tree, possessor).pos !== 'PROPN') continue
      const subject = nounPhrase(tree, possessor)
      const owner = {
        head: possessor,
        words: subject.words.filter((word) => wordAt(tree, word).tag !== 'POS'),
      }
      const object = nounPhrase(tree, index, { leaveOut: (word) => word === possessor })
      if (!isOneName(tree, object.words, context) || !isOneName(tree, owner.words, context)) continue
      found.push({
        rule: 'possession',
        predicate: index,
        subject: owner,
        relation: { understood: 'has' },
        lemma: 'have',
        object,
        adjuncts: [],
        reduced: false,
        confidence: 0.7,
      })
    }
    return found
  },
}

function isOneName(tree: Tree, words: readonly number[], context: Parameters<Rule['find']>[1]): boolean {
  const extent = extentOf(tree, words)
  return mentionsIn(context, extent).some(
    ({ form, start, end, type }) =>
      form === 'name' && start === extent.start && end === extent.end && type !== 'person',
  )
}
