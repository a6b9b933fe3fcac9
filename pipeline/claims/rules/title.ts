import { mentionsIn } from '../context.ts'
import type { Phrase } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { dependentsOf, isRelated, type Tree, wordAt } from '../tree.ts'

/**
 * "Indian Prime Minister Narendra Modi chaired" gives (Narendra Modi; is; Indian Prime Minister). "Lake Como" gives
 * nothing: what stands before the name must not be part of it, and the name must be a person's. "Mr Smith" and
 * "the late Jane Roe" say no office.
 */
export const titleRule: Rule = {
  id: 'title',
  find(tree, context) {
    const found: Proposition[] = []
    const { words, sentence } = tree
    const people = mentionsIn(context, sentence).filter(
      ({ type, form }) => type === 'person' && form === 'name',
    )
    for (const person of people) {
      const name: number[] = []
      for (let index = sentence.firstWord; index < sentence.endWord; index++) {
        if (words[index]!.start >= person.start && words[index]!.end <= person.end) name.push(index)
      }
      const first = name[0]
      if (first === undefined) continue
      const title = titleBefore(tree, first, name)
      if (title === null) continue
      found.push({
        rule: 'title',
        predicate: title.head,
        subject: {
          head: name.find((index) => !name.includes(words[index]!.head ?? -1)) ?? first,
          words: name,
        },
        relation: { understood: 'is' },
        lemma: 'be',
        object: title,
        adjuncts: [],
        reduced: false,
        confidence: 0.6,
      })
    }
    return found
  },
}

/** Forms of address and adjectives that are no office. */
const NO_OFFICE = new Set([
  'mr',
  'mr.',
  'mrs',
  'mrs.',
  'ms',
  'ms.',
  'miss',
  'dr',
  'dr.',
  'sir',
  'dame',
  'lady',
  'lord',
  'madam',
  'late',
  'saint',
  'st',
  'st.',
  'uncle',
  'aunt',
  'brother',
  'sister',
  'father',
  'mother',
  'pope',
])

/** The words of office right before a name, back to the last that is no noun or adjective of the same phrase. */
function titleBefore(tree: Tree, first: number, name: readonly number[]): Phrase | null {
  const words: number[] = []
  for (let index = first - 1; index >= tree.sentence.firstWord; index--) {
    const word = wordAt(tree, index)
    const attached =
      isRelated(tree, index, 'compound', 'amod', 'flat', 'nmod:desc', 'appos', 'nmod') ||
      (word.head !== null && words.includes(word.head)) ||
      name.some((part) => wordAt(tree, part).head === index)
    if (!attached || !['NOUN', 'PROPN', 'ADJ'].includes(word.pos) || NO_OFFICE.has(word.lemma.toLowerCase()))
      break
    words.unshift(index)
  }
  while (
    words.length > 0 &&
    dependentsOf(tree, words[0]!).some(
      (index) => isRelated(tree, index, 'case') && wordAt(tree, index).tag === 'POS',
    )
  )
    words.shift()
  const head = words.at(-1)
  if (head === undefined || wordAt(tree, head).pos === 'ADJ') return null
  // An office is a noun that people hold, capitalised or not; a name before a name ("Team Rosa Diaz") is not told apart.
  return { head, words }
}
