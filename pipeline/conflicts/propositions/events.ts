/** Common nouns of what texts are written about, those of one kind of event together; the first names it. */
const KINDS: readonly (readonly string[])[] = [
  ['earthquake', 'quake', 'tremor'],
  ['sinking', 'shipwreck', 'capsizing'],
  ['crash', 'collision', 'derailment'],
  ['fire', 'blaze', 'wildfire'],
  ['flood', 'floods', 'flooding'],
  ['storm', 'hurricane', 'cyclone', 'typhoon', 'tornado'],
  ['explosion', 'blast'],
  ['attack', 'bombing', 'shooting', 'massacre'],
  ['eruption'],
  ['landslide', 'avalanche', 'mudslide'],
  ['collapse'],
  ['outbreak', 'epidemic'],
  ['election', 'referendum', 'ballot'],
  ['strike', 'walkout'],
  ['trial', 'verdict'],
]

const BY_NOUN = new Map(KINDS.flatMap((nouns) => nouns.map((noun) => [noun, nouns[0]!] as const)))

/**
 * The kinds of event that words name: "a tremor shook the valley" names an earthquake; "it shook the valley" and
 * "earthquake insurance" name none.
 */
export function eventsIn(text: string): readonly string[] {
  const kinds = new Set<string>()
  for (const [, word = ''] of text
    .toLowerCase()
    .matchAll(/\b(\p{L}+)\b(?! (?:insurance|brigade|engine|station|drill|safety|warning))/gu)) {
    const kind = BY_NOUN.get(word)
    if (kind) kinds.add(kind)
  }
  return [...kinds].sort()
}
