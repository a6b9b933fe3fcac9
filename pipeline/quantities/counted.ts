import type { Word } from '../model/document.ts'
import type { SentenceWords } from './sentence-words.ts'

/** How many words may stand between a number and what it counts: "38,000 officially recognised young companies". */
const REACH = 7

/**
 * What the number that ends before word `index` counts: its head in the parse ("38,000 officially recognised
 * startups"), the noun behind a hyphen ("25-bed"), or the noun behind "of" ("two of the ships"). Null where nothing
 * is said: "killing 12".
 */
export function countedAt(words: SentenceWords, index: number): { to: number; unit: string | null } | null {
  if (words.lower(index) === '-') {
    // "a 1,500-strong crowd", "120-odd villages".
    const suffix = words.lower(index + 1)
    if (suffix === 'strong' || suffix === 'odd') {
      return nounRun(words, index + 2, false) ?? { to: index + 2, unit: null }
    }
    const noun = words.word(index + 1)
    return noun !== undefined && isNoun(noun) ? { to: index + 2, unit: noun.lemma.toLowerCase() } : null
  }
  if (words.lower(index) === 'of') return nounRun(words, index + 1, true)
  const number = words.word(index - 1)
  let head = number?.head ?? null
  // The parts of "2.5 million" and "two hundred" hang on one another.
  for (let k = 0; k < 3 && head !== null && words.word(head)?.pos === 'NUM'; k++)
    head = words.word(head)!.head
  const noun = head === null ? undefined : words.word(head)
  if (
    noun !== undefined &&
    isNoun(noun) &&
    words.raw(head! + 1) !== '-' &&
    head! >= index &&
    head! - index <= REACH &&
    isOpen(words, index, head!)
  ) {
    // "600 police officers": a plural says what is counted, whatever the parse took for the head.
    const behind = words.word(head! + 1)
    const last = noun.lemma === 'police' && behind?.tag === 'NNS' ? head! + 1 : head!
    return { to: last + 1, unit: words.word(last)!.lemma.toLowerCase() }
  }
  return nounRun(words, index, false)
}

function isNoun(word: Word): boolean {
  return word.pos === 'NOUN' || word.pos === 'PROPN'
}

/** No punctuation but hyphens and the commas between adjectives, and no verb in the way. */
function isOpen(words: SentenceWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { pos, tag } = words.word(i)!
    if (pos === 'PUNCT' && words.raw(i) !== '-' && words.raw(i) !== ',' && !'"“”\'‘’'.includes(words.raw(i)))
      return false
    if (pos === 'ADP' || pos === 'SCONJ' || pos === 'PRON' || pos === 'AUX') return false
    if (pos === 'VERB' && tag !== 'VBN' && tag !== 'VBG') return false
    // "five states sent observers": nothing is counted beyond a plural and a verb.
    if (pos === 'VERB' && i > from && words.word(i - 1)!.tag === 'NNS') return false
  }
  return true
}

/** Without a parse to go by: adjectives, names and nouns, up to the last noun of the run ("10 Southeast Asian countries"). */
export function nounRun(
  words: SentenceWords,
  from: number,
  afterOf: boolean,
): { to: number; unit: string } | null {
  let last = -1
  let common = false
  for (let i = from; i < from + REACH; i++) {
    const word = words.word(i)
    if (word === undefined || words.isTime(i)) break
    if (isNoun(word)) {
      // "12 sailors Kabul lost": a name behind the noun is no part of the run.
      if (common && word.pos === 'PROPN') break
      common ||= word.pos === 'NOUN'
      last = i
      continue
    }
    // "COVID-19 cases", "T-72 tanks".
    if (word.pos === 'NUM' && words.raw(i - 1) === '-' && words.glued(i)) continue
    if (words.raw(i) === '-' && words.glued(i) && words.word(i + 1)?.pos === 'NUM') {
      common = false
      continue
    }
    const isDeterminer = afterOf && last < 0 && (word.pos === 'DET' || word.pos === 'PRON')
    const isModifier =
      word.pos === 'ADJ' || word.tag === 'VBN' || words.raw(i) === '-' || (word.pos === 'ADV' && last < 0)
    if (!isDeterminer && (!isModifier || common)) break
  }
  const noun = words.word(last)
  return last >= 0 && noun ? { to: last + 1, unit: noun.lemma.toLowerCase() } : null
}
