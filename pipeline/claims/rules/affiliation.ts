import { type Context, mentionsIn } from '../context.ts'
import { casesOf, nounPhrase, prepositionalPhrase, prepositionOf } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { dependentsBy, lemmaAt, type Tree, wordAt } from '../tree.ts'

/**
 * Whom a person belongs to, and whose a work is: "Ada Roe of the Civic Party won" gives (Ada Roe; is of; the Civic Party),
 * "a paper by Ada Roe from 2016" (a paper; is by; Ada Roe; time: from 2016). "Ada Roe of Tiel" (a place), "the battle of
 * Halm" and "a paper by noon" give nothing.
 */
export const affiliationRule: Rule = {
  id: 'affiliation',
  find(tree, context) {
    const found: Proposition[] = []
    for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
      for (const other of dependentsBy(tree, index, 'nmod')) {
        const preposition = prepositionOf(tree, other)
        const belongs =
          (preposition === 'of' && isAffiliation(tree, context, index, other)) ||
          (preposition === 'by' && isAuthorship(tree, context, index, other))
        if (!belongs) continue
        const times = dependentsBy(tree, index, 'nmod')
          .concat(dependentsBy(tree, other, 'nmod'))
          .filter((time) => YEAR.test(lemmaAt(tree, time)))
        const leaveOut = (word: number) => word === other || times.includes(word)
        found.push({
          rule: 'affiliation',
          predicate: other,
          subject: nounPhrase(tree, index, { leaveOut }),
          relation: { understood: `is ${preposition}` },
          lemma: 'be',
          object: nounPhrase(tree, other, { leaveOut }),
          adjuncts: times.map((time) => ({
            phrase: prepositionalPhrase(tree, time),
            preposition: prepositionOf(tree, time),
            role: 'time',
          })),
          reduced: false,
          confidence: 0.7,
        })
      }
    }
    return found
  },
}

const YEAR = /^(?:1[5-9]|20)\d\d$/

function isAffiliation(tree: Tree, context: Context, person: number, body: number): boolean {
  return (
    isMention(tree, context, person, 'person') &&
    isMention(tree, context, body, 'organization') &&
    casesOf(tree, body)[0] === body - (nounPhrase(tree, body).words.indexOf(body) + 1)
  )
}

const WORKS = new Set(
  'analysis article biography book brief chapter column commentary dissertation essay film interview letter memoir monograph note novel opera painting paper photograph piece play poem poll portrait report review song story study survey symphony thesis treatise'.split(
    ' ',
  ),
)

function isAuthorship(tree: Tree, context: Context, work: number, author: number): boolean {
  return (
    WORKS.has(lemmaAt(tree, work)) &&
    (isMention(tree, context, author, 'person') || isMention(tree, context, author, 'organization'))
  )
}

function isMention(tree: Tree, context: Context, index: number, type: string): boolean {
  const { start, end } = wordAt(tree, index)
  return mentionsIn(context, tree.sentence).some(
    (mention) =>
      mention.form === 'name' && mention.type === type && mention.start <= start && end <= mention.end,
  )
}
