import type { UniversalPos } from '../model/document.ts'
import { normalise } from './features.ts'
import { lexicon } from './lexicon.ts'

const TENSES: Readonly<Record<string, string>> = {
  VBD: 'PastTense',
  VBN: 'PastTense',
  VBG: 'Gerund',
  VBZ: 'PresentTense',
}

/** Gives a word's lemma by its form and tags. */
export type Lemmatizer = (form: string, pos: UniversalPos, tag: string) => string

/**
 * Lemmas as Universal Dependencies writes them: names keep their case ("Farkhor"), other words are lower case,
 * "them" is "they", "n't" is "not", "1,200" is "1200". `table` holds what the treebank says ("form\ttag\tlemma" lines);
 * what is not in it is undone by compromise's inflection rules ("gainsaid" with VBD is "gainsay").
 */
export function createLemmatizer(table: string): Lemmatizer {
  const known = new Map<string, string>()
  for (const line of table.split('\n')) {
    const cut = line.lastIndexOf('\t')
    if (cut > 0) known.set(line.slice(0, cut), line.slice(cut + 1))
  }
  const {
    model,
    inflections: { verb, noun, adjective },
  } = lexicon()
  const undone = new Map<string, string>()

  const undo = (lower: string, tag: string): string => {
    const tense = TENSES[tag]
    if (tense !== undefined) return verb.toInfinitive(lower, model, tense)
    if (tag === 'NNS' || tag === 'NNPS') return noun.toSingular(lower, model)
    if (tag === 'JJR' || tag === 'RBR') return adjective.fromComparative(lower, model)
    if (tag === 'JJS' || tag === 'RBS') return adjective.fromSuperlative(lower, model)
    return lower
  }

  return (form, pos, tag) => {
    const written = normalise(form, false)
    if (pos === 'NUM') return written.replaceAll(',', '').toLowerCase()
    const lower = written.toLowerCase()
    const key = `${lower}\t${tag}`
    let lemma = known.get(key) ?? undone.get(key)
    if (lemma === undefined) {
      lemma = /^\p{L}+$/u.test(lower) && lower.length < 40 ? undo(lower, tag) || lower : lower
      if (undone.size < 50_000) undone.set(key, lemma)
    }
    if (pos !== 'PROPN' || lemma === '') return lemma === '' ? written : lemma
    if (lemma === lower) return written
    const first = written.slice(0, 1)
    return first === lower.slice(0, 1) ? lemma : first + lemma.slice(1)
  }
}
