import { contains } from '../../model/span.ts'
import { acronymsIn, type Context } from '../context.ts'
import { casesOf, isBroken, nounPhrase } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { dependentsBy, isNominal, isRelated, isVerbal, lemmaAt, type Tree, wordAt } from '../tree.ts'

/**
 * "Farida Noor, the mayor of Tiel, said ..." gives (Farida Noor; is; the mayor of Tiel), and so does "the mayor of
 * Tiel, Farida Noor". "Tiel, Arle" (a place in a place), dates, and an acronym in brackets give nothing.
 */
export const appositionRule: Rule = {
  id: 'apposition',
  find(tree, context) {
    const found: Proposition[] = []
    for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
      if (!isRelated(tree, index, 'appos') || isAcronym(context, tree, index)) continue
      const head = describedBy(tree, index)
      if (head === null || isListed(tree, head, index) || isCited(tree, index)) continue
      const roles = rolesOf(tree, head, index)
      if (roles === null) continue
      const leaveOut = (word: number) => word === index
      const object = nounPhrase(tree, roles.description, { leaveOut })
      const subject = nounPhrase(tree, roles.name, { leaveOut })
      if (object.words.length > 20 || isBroken(tree, object) || isBroken(tree, subject)) continue
      found.push({
        rule: 'apposition',
        predicate: index,
        subject,
        relation: { understood: isPlural(tree, roles.name) ? 'are' : 'is' },
        lemma: 'be',
        object,
        adjuncts: [],
        reduced: false,
        confidence: 0.75,
      })
    }
    return found
  },
}

/**
 * What an apposition stands behind: its head, but where a verb stands between the two, the noun right before the comma:
 * "Premark sells [a simulator], a bicycle on a stand".
 */
function describedBy(tree: Tree, index: number): number | null {
  const { head } = wordAt(tree, index)
  if (head === null || head > index) return null
  const start = nounPhrase(tree, index).words[0]!
  let verb = false
  for (let at = head + 1; at < start; at++)
    verb ||= isRelated(tree, at, 'root', 'conj', 'ccomp') && isVerbal(tree, at)
  if (!verb && start - 1 > head && wordAt(tree, start - 1).pos === 'NOUN') return start - 1
  if (!verb) return head
  const comma = start - 1
  const noun = comma - 1
  if (lemmaAt(tree, comma) !== ',' || noun <= head || !isNominal(tree, noun)) return null
  const above = wordAt(tree, noun).head
  return isRelated(tree, noun, 'flat', 'compound') && above !== null && above < index ? above : noun
}

/** "a shared framework (Roe 2015, 6)": a source, and no other name of the framework. */
function isCited(tree: Tree, index: number): boolean {
  const { words } = nounPhrase(tree, index)
  if (wordAt(tree, words[0]! - 1)?.tag !== '-LRB-') return false
  return [...words, words.at(-1)! + 1].some((word) =>
    /^(?:1[89]|20)\d\d\b/.test(tree.words[word]?.lemma ?? ''),
  )
}

/** "from Chad, the Niger and Togo", "Lancaster, Pa.": members of a list, and a place in a place. */
function isListed(tree: Tree, head: number, index: number): boolean {
  if (dependentsBy(tree, index, 'conj').length > 0 && wordAt(tree, index).pos === 'PROPN') return true
  return (
    casesOf(tree, head).length > 0 &&
    wordAt(tree, head).pos === 'PROPN' &&
    wordAt(tree, index).pos === 'PROPN'
  )
}

/** Which of the two is named and which describes; null where neither does. */
function rolesOf(tree: Tree, first: number, second: number): { name: number; description: number } | null {
  if (isNamed(tree, first) && isDescription(tree, second)) return { name: first, description: second }
  if (isNamed(tree, second) && isDescription(tree, first) && casesOf(tree, second).length === 0)
    return { name: second, description: first }
  return null
}

function isAcronym(context: Context, tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  return acronymsIn(context, tree.sentence).some((definition) => contains(definition, word))
}

/** A common noun that says what the other is; not a bare name, number or pronoun. */
function isDescription(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  if (!isNominal(tree, index) || word.pos === 'PRON' || word.pos === 'NUM' || word.pos === 'SYM') return false
  // "Roe, whose study we read" is a relative clause, whatever the parse makes of it.
  if (dependentsBy(tree, index, 'nmod:poss').some((owner) => wordAt(tree, owner).tag === 'WP$')) return false
  if (word.pos === 'NOUN')
    return dependentsBy(tree, index, 'det', 'amod', 'nmod', 'compound', 'nummod').length > 0
  return dependentsBy(tree, index, 'det', 'nmod', 'nmod:poss').length > 0
}

function isNamed(tree: Tree, index: number): boolean {
  return wordAt(tree, index).pos === 'PROPN'
}

function isPlural(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  return (word.tag === 'NNS' || dependentsBy(tree, index, 'conj').length > 0) && lemmaAt(tree, index) !== ''
}
