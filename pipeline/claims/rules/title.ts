import { mentionsIn } from '../context.ts'
import type { Phrase } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { dependentsOf, isAmong, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'

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

/** True for a noun of what people are: "minister", "keyboardist", "captain"; not for "team", "inverse", "year". */
function isOffice(lemma: string): boolean {
  return (
    OFFICES.has(lemma) ||
    /(?:[^i]er|[^aeiou]or|ator|itor|ist|ian|ant|[^mv]ent|man|woman|person|ess|eer|crat|naut)$/.test(lemma)
  )
}

const OFFICES = new Set(
  `actor adviser advisor aide ambassador archbishop author baron bishop boss candidate captain cardinal champion chancellor
  chief clerk coach colonel commissar commander commissioner consul coordinator corporal count critic czar deputy diplomat
  doctor duchess duke earl economist editor emir emperor envoy expert general governor graduate head heir hero host imam
  judge justice king laureate lawyer lead legend lieutenant major marshal mayor medic minister monarch monk negotiator
  nominee notary nun nurse official owner patriarch patron pilot poet premier president priest prime prince princess
  professor prosecutor provost pupil queen rabbi rapporteur registrar rector scholar scientist secretary senator sergeant
  sheikh sheriff skipper soldier spokesman spokeswoman star sultan teacher treasurer tsar tutor veteran victim warden whip
  witness writer`.split(/\s+/),
)

const OF_A_TITLE = ['compound', 'amod', 'flat', 'nmod:desc', 'appos', 'nmod']

/** The words of office right before a name, back to the last that is no noun or adjective of the same phrase. */
function titleBefore(tree: Tree, first: number, name: readonly number[]): Phrase | null {
  const words: number[] = []
  for (let index = first - 1; index >= tree.sentence.firstWord; index--) {
    const word = wordAt(tree, index)
    const attached =
      isAmong(tree, index, OF_A_TITLE) ||
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
  if (head === undefined || !isOffice(lemmaAt(tree, head))) return null
  return { head, words }
}
