const LIGATURES: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
}

/** British spellings as American ones, at the level of letters; enough for names of bodies and documents. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)\b/g, 'ization$1'],
  [/ise(d?)\b/g, 'ize$1'],
  [/defence/g, 'defense'],
  [/centre/g, 'center'],
  [/theatre/g, 'theater'],
  [/harbour/g, 'harbor'],
  [/labour/g, 'labor'],
  [/programme/g, 'program'],
  [/co-operation/g, 'cooperation'],
  [/\b(\w+)-i\b/g, '$1 1'],
  [/\b(ii|iii|iv|vi{1,3}|ix)\b/g, '#$1'],
]

const ROMAN: Readonly<Record<string, string>> = {
  '#ii': '2',
  '#iii': '3',
  '#iv': '4',
  '#vi': '6',
  '#vii': '7',
  '#viii': '8',
  '#ix': '9',
}

/** The words of a name in one spelling: "Organisation" as "organization", "Dustlik-III" as "dustlik", "3". */
export function wordsOf(name: string): string[] {
  let folded = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłßæœđı]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/['’.]/g, '')
  for (const [pattern, spelling] of SPELLINGS) folded = folded.replace(pattern, spelling)
  return folded
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .map((word) => ROMAN[word] ?? word)
}

/** What two writings of one name share: "KAZIND" and "Kaz-Ind", "Airbase" and "Air Base". */
export function writing(name: string): string {
  return wordsOf(name).join('')
}

/**
 * A name of a person or a place as transliterations share it: "Rakhmon" and "Rahmon", "Kharkov" stays apart from
 * "Kharkiv". Short words keep their letters: there is too little in them to be the same by chance.
 */
export function transliterated(word: string): string {
  if (word.length < 5) return word
  return word
    .replace(/kh/g, 'h')
    .replace(/dzh|zh/g, 'j')
    .replace(/(.)\1/g, '$1')
    .replace(/ou/g, 'u')
    .replace(/[iy]{2}|ij$|y$/g, 'i')
    .replace(/q/g, 'k')
}
