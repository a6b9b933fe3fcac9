/** Invented names: no two numbers give the same one, and none is a real place that we know of. */
export interface Names {
  /** "Valdora" */
  place(number: number): string
  /** "Mira Tossel" */
  person(number: number): string
  /** "Brennick Works" */
  company(number: number): string
}

/** Each ends in a vowel: with "Ost", "Osttrask" and "Ostrask" would be two spellings of one name to a reader. */
const BEGINNINGS = ['', 'Nora', 'Ale', 'Oste', 'Meri', 'Weso', 'Hale', 'Tori']
const ONSETS = 'V B K D M R T N S L P G F H J Br Dr Tr Kr St Gr Pl'.split(' ')
const MIDDLES = 'ald orr enn imm usk ell and oss irr unt arv edd olm ist ask'.split(' ')
const CLOSES = 'ora evo ick umi etta ano imir ulo essa inor abek ottu illo ande'.split(' ')
const GIVEN =
  'Mira Tomas Elin Jonas Petra Anton Vera Lukas Ingrid Pavel Rosa Emil Hanna Viktor Clara Oskar'.split(' ')
const TRADES = 'Works Shipping Mills Foods Textiles Motors Papers Breweries'.split(' ')
/** Coprime to the number of words, so that neighbours do not look alike. */
const STRIDE = 1_117

const SHORT_WORDS = ONSETS.length * MIDDLES.length * CLOSES.length
const WORDS = SHORT_WORDS * BEGINNINGS.length

/** The word of a number: a mixed radix over the syllables. */
function word(number: number): string {
  const index = (number * STRIDE) % SHORT_WORDS
  const beginning = BEGINNINGS[Math.floor(number / SHORT_WORDS) % BEGINNINGS.length]!
  const onset = ONSETS[index % ONSETS.length]!
  const middle = MIDDLES[Math.floor(index / ONSETS.length) % MIDDLES.length]!
  const close = CLOSES[Math.floor(index / (ONSETS.length * MIDDLES.length))]!
  return beginning + (beginning ? onset.toLowerCase() : onset) + middle + close
}

export const NAMES: Names = {
  place: (number) => word(number * 3),
  person: (number) => `${GIVEN[number % GIVEN.length]} ${word(number * 3 + 1)}`,
  company: (number) => `${word(number * 3 + 2)} ${TRADES[number % TRADES.length]}`,
}

/** How many subjects have names of their own. */
export const MOST_SUBJECTS = Math.floor(WORDS / 3)
