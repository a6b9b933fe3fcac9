/**
 * What two words must share to mean the same here: their stem without the endings by which English makes nouns of
 * verbs and doers of deeds, or a family of words that stand for one thing in a measure.
 *
 * Finds: "recover" / "recovery", "infect" / "infection", "subscribe" / "subscriber", "die" / "fatality".
 * Leaves: "nation" / "nature", "general" / "generous".
 */
export function meaningOf(lemma: string): string {
  const word = lemma.toLowerCase()
  return FAMILY_OF.get(word) ?? stemOf(word)
}

const ENDINGS = /(?:ations?|ions?|ments?|ings?|ers?|ors?|ies|y|ed|es?)$/

function stemOf(word: string): string {
  if (!/^[a-z]{5,}$/.test(word)) return word
  const stem = word.replace(ENDINGS, '')
  return stem.length >= SHORTEST_STEM ? stem : word
}

const SHORTEST_STEM = 4

/** Words that measure the same or name the same scope, and share no stem. */
const FAMILIES: readonly (readonly string[])[] = [
  'worldwide globally global internationally world'.split(' '),
  'outside elsewhere abroad overseas other foreign'.split(' '),
  'domestic domestically'.split(' '),
  'die death dead kill fatality deadly casualty'.split(' '),
  'case infection infect'.split(' '),
  'earn gross revenue income'.split(' '),
  'employ employee staff workforce'.split(' '),
  'population inhabitant resident'.split(' '),
  'injure injury wound hurt'.split(' '),
  'sell sale'.split(' '),
  'found establish form create'.split(' '),
]

const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((family) => family.map((word) => [word, family[0]!] as const)),
)
