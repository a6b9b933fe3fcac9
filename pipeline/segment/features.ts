import { lexicon } from './lexicon.ts'

/** Mixes a value into a 32-bit hash (a round of MurmurHash3). */
export function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  let h = hash ^ Math.imul(k, 0x1b873593)
  h = (h << 13) | (h >>> 19)
  return (Math.imul(h, 5) + 0xe6546b64) | 0
}

/** Hash of the UTF-16 code units of `word` from `start` to `end`. */
function hashText(word: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return (h ^ (h >>> 13)) | 1
}

/** What the tagger and the parser see of a word's form: hashes, so that nothing is concatenated in their loops. */
export interface WordForms {
  /** Of the form in lower case, with straight quotes and digits made alike ("1945" and "2003" are one). */
  readonly lower: Int32Array
  readonly suffix1: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly suffix4: Int32Array
  readonly prefix1: Int32Array
  readonly prefix2: Int32Array
  readonly prefix3: Int32Array
  /** Upper case, lower case, digits and marks, runs made one: "Xx", "X", "x-d". */
  readonly shape: Int32Array
  /** What is left without the common endings: "employs", "employed" and "employing" are one. */
  readonly stem: Int32Array
  /** Of the tags that compromise's lexicon has for the word; 0 where it does not know it. */
  readonly lexical: Int32Array
}

/** A form with straight quotes, plain hyphens, no soft ones, and - as the hashes see it - all digits alike. */
export function normalise(form: string, digitsAlike: boolean): string {
  let out = ''
  for (let i = 0; i < form.length; i += 1) {
    const c = form.charCodeAt(i)
    if (digitsAlike && c >= 48 && c <= 57) out += '0'
    else if (c === 0x2019 || c === 0x2018 || c === 0x60) out += "'"
    else if (c === 0x201c || c === 0x201d || c === 0xab || c === 0xbb) out += '"'
    else if (c === 0x2013 || c === 0x2014 || c === 0x2010 || c === 0x2011 || c === 0x2212) out += '-'
    else if (c === 0x2026) out += '...'
    else if (c === 0xad) continue
    else out += form[i]
  }
  return out
}

/** Of longer words only the beginning is looked at. */
const LONGEST_FORM = 40

export function wordForms(forms: readonly string[]): WordForms {
  const n = forms.length
  const make = () => new Int32Array(n)
  const out = {
    lower: make(),
    suffix1: make(),
    suffix2: make(),
    suffix3: make(),
    suffix4: make(),
    prefix1: make(),
    prefix2: make(),
    prefix3: make(),
    shape: make(),
    stem: make(),
    lexical: make(),
  }
  for (let i = 0; i < n; i += 1) {
    const form = formOf(forms[i]!)
    out.lower[i] = form.lower
    out.suffix1[i] = form.suffix1
    out.suffix2[i] = form.suffix2
    out.suffix3[i] = form.suffix3
    out.suffix4[i] = form.suffix4
    out.prefix1[i] = form.prefix1
    out.prefix2[i] = form.prefix2
    out.prefix3[i] = form.prefix3
    out.shape[i] = form.shape
    out.stem[i] = form.stem
    out.lexical[i] = form.lexical
  }
  return out
}

/** The hashes of one form. */
type WordForm = Readonly<Record<keyof WordForms, number>>

/**
 * Forms met before, as most words of a text are: .98 of the time of all that is done for words. So many at most, for none
 * is forgotten, and so long at most, for a longer piece of a text would keep the whole text in memory.
 */
const met = new Map<string, WordForm>()
const MOST_MET = 20_000
const LONGEST_MET = 12

function formOf(written: string): WordForm {
  let form = met.get(written)
  if (form === undefined) {
    form = hashForm(written)
    if (written.length <= LONGEST_MET && met.size < MOST_MET) met.set(written, form)
  }
  return form
}

function hashForm(written: string): WordForm {
  const form = normalise(written.slice(0, LONGEST_FORM), true)
  const lower = form.toLowerCase()
  const length = lower.length
  const tags = lexicon().tagsOf(lower)
  return {
    lower: hashText(lower, 0, length),
    suffix1: hashText(lower, Math.max(0, length - 1), length),
    suffix2: hashText(lower, Math.max(0, length - 2), length),
    suffix3: hashText(lower, Math.max(0, length - 3), length),
    suffix4: hashText(lower, Math.max(0, length - 4), length),
    prefix1: hashText(lower, 0, Math.min(1, length)),
    prefix2: hashText(lower, 0, Math.min(2, length)),
    prefix3: hashText(lower, 0, Math.min(3, length)),
    shape: shapeOf(form),
    stem: hashText(lower, 0, stemEnd(lower)),
    lexical: tags === '' ? 0 : hashText(tags, 0, tags.length),
  }
}

function shapeOf(form: string): number {
  let h = 1
  let last = 0
  for (let i = 0; i < form.length; i += 1) {
    const c = form.charCodeAt(i)
    let kind: number
    if (c >= 97 && c <= 122) kind = 1
    else if (c >= 65 && c <= 90) kind = 2
    else if (c >= 48 && c <= 57) kind = 3
    else if (c < 128) kind = c
    else {
      const ch = form[i]!
      kind = ch !== ch.toLowerCase() ? 2 : ch !== ch.toUpperCase() ? 1 : 4
    }
    if (kind !== last) h = Math.imul(h, 31) + kind
    else if (i === 1 && kind === 2) h = Math.imul(h, 31) + 7
    last = kind
  }
  return h | 0
}

/** Where a word's stem ends: "stopp|ed", "compan|ies", "clos|e", "ship|s"; four letters at least are kept. */
function stemEnd(lower: string): number {
  const ending = /(?:ings?|ed|ies|ied|es|s|e|y|ers?|ly)$/.exec(lower)
  return ending === null || ending.index < 4 ? lower.length : ending.index
}
