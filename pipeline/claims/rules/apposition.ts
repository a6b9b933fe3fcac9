import { casesOf, nounPhrase, prepositionalPhrase, prepositionOf } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { dependentsBy, isNominal, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'

/**
 * "Farida Noor, the mayor of Tiel, said ..." gives (Farida Noor; is; the mayor of Tiel). "Noor, Tiel's mayor" does
 * too. "Tiel, Arle" (a place in a place), dates, and an acronym in brackets do not.
 */
export const appositionRule: Rule = {
  id: 'apposition',
  find(tree, context) {
    const found: Proposition[] = []
    for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
      if (!isRelated(tree, index, 'appos')) continue
      const { head } = wordAt(tree, index)
      if (head === null || head > index || !isDescription(tree, index) || !isNamed(tree, head)) continue
      if (
        context.doc.acronyms.some(
          ({ start, end }) => start <= wordAt(tree, index).start && wordAt(tree, index).end <= end,
        )
      )
        continue
      const object = nounPhrase(tree, index)
      const subject = nounPhrase(tree, head, { leaveOut: (word) => word === index })
      if (object.words.length > 20) continue
      found.push({
        rule: 'apposition',
        predicate: index,
        subject,
        relation: { understood: isPlural(tree, head) ? 'are' : 'is' },
        lemma: 'be',
        object,
        adjuncts: dependentsBy(tree, index, 'obl').map((oblique) => ({
          phrase: prepositionalPhrase(tree, oblique),
          preposition: prepositionOf(tree, oblique),
          role: null,
        })),
        reduced: false,
        confidence: 0.7,
      })
    }
    return found
  },
}

/** A common noun that says what the other is; not a bare name, number or pronoun. */
function isDescription(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  if (!isNominal(tree, index) || word.pos === 'PRON' || word.pos === 'NUM' || word.pos === 'SYM') return false
  if (casesOf(tree, index).length > 0) return false
  if (word.pos === 'NOUN')
    return dependentsBy(tree, index, 'det', 'amod', 'nmod', 'compound', 'nmod:poss', 'nummod').length > 0
  return dependentsBy(tree, index, 'det', 'nmod', 'nmod:poss').length > 0
}

function isNamed(tree: Tree, index: number): boolean {
  return wordAt(tree, index).pos === 'PROPN'
}

function isPlural(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  return (word.tag === 'NNS' || dependentsBy(tree, index, 'conj').length > 0) && lemmaAt(tree, index) !== ''
}
