import { mix, type WordForms } from './features.ts'
import type { LinearModel } from './linear-model.ts'

/** Most features that one word has. */
export const TAGGER_FEATURES = 64

const BEFORE = 0x1234567
const AFTER = 0x7654321

/**
 * Writes the features of word `i` of a sentence (words `first` to `end` of `forms`) into `out` and gives their number.
 * `tags` are the classes given so far: the tagger goes from left to right.
 */
export function taggerFeatures(
  forms: WordForms,
  first: number,
  end: number,
  i: number,
  tags: Uint8Array,
  out: Int32Array,
): number {
  const { lower, suffix1, suffix2, suffix3, suffix4, prefix1, prefix2, prefix3, shape, stem, lexical } = forms
  const p1 = i - 1 >= first
  const p2 = i - 2 >= first
  const n1 = i + 1 < end
  const n2 = i + 2 < end
  const w = lower[i]!
  const s = shape[i]!
  const wp = p1 ? lower[i - 1]! : BEFORE
  const wpp = p2 ? lower[i - 2]! : BEFORE
  const wn = n1 ? lower[i + 1]! : AFTER
  const wnn = n2 ? lower[i + 2]! : AFTER
  const tp = p1 ? tags[i - 1]! : 254
  const tpp = p2 ? tags[i - 2]! : 254
  const sn3 = n1 ? suffix3[i + 1]! : AFTER
  const sp3 = p1 ? suffix3[i - 1]! : BEFORE
  const shn = n1 ? shape[i + 1]! : AFTER
  const shp = p1 ? shape[i - 1]! : BEFORE
  const s3 = suffix3[i]!
  let n = 0
  out[n++] = 11
  out[n++] = mix(1, w)
  out[n++] = mix(2, suffix1[i]!)
  out[n++] = mix(3, suffix2[i]!)
  out[n++] = mix(4, s3)
  out[n++] = mix(5, suffix4[i]!)
  out[n++] = mix(6, prefix1[i]!)
  out[n++] = mix(7, prefix2[i]!)
  out[n++] = mix(8, prefix3[i]!)
  out[n++] = mix(9, s)
  out[n++] = mix(mix(10, s), p1 ? 1 : 0)
  out[n++] = mix(mix(12, s), w)
  out[n++] = mix(mix(13, s), suffix2[i]!)
  out[n++] = mix(mix(14, s), shn)
  out[n++] = mix(mix(15, s), shp)
  out[n++] = mix(16, wp)
  out[n++] = mix(17, wn)
  out[n++] = mix(18, wpp)
  out[n++] = mix(19, wnn)
  out[n++] = mix(20, tp)
  out[n++] = mix(mix(21, tp), tpp)
  out[n++] = mix(22, tpp)
  out[n++] = mix(mix(23, tp), w)
  out[n++] = mix(mix(24, tp), s3)
  out[n++] = mix(mix(25, wp), w)
  out[n++] = mix(mix(26, wn), w)
  out[n++] = mix(27, sn3)
  out[n++] = mix(28, sp3)
  out[n++] = mix(mix(29, tp), wn)
  out[n++] = mix(mix(30, tp), sn3)
  out[n++] = mix(mix(31, s3), sn3)
  out[n++] = mix(mix(32, wp), wn)
  out[n++] = mix(mix(33, n2 ? suffix3[i + 2]! : AFTER), s3)
  out[n++] = mix(mix(34, tp), s)
  out[n++] = mix(mix(35, suffix2[i]!), prefix1[i]!)
  out[n++] = mix(mix(mix(36, tp), tpp), w)
  out[n++] = mix(mix(37, wp), tpp)
  const known = lexical[i]!
  const knownNext = n1 ? lexical[i + 1]! : AFTER
  out[n++] = mix(38, stem[i]!)
  out[n++] = mix(mix(39, stem[i]!), tp)
  out[n++] = mix(40, known)
  out[n++] = mix(mix(41, known), s)
  out[n++] = mix(mix(42, known), tp)
  out[n++] = mix(mix(43, known), suffix2[i]!)
  out[n++] = mix(mix(44, known), knownNext)
  out[n++] = mix(45, knownNext)
  out[n++] = mix(mix(46, known), mix(tp, tpp))
  out[n++] = mix(47, n1 ? stem[i + 1]! : AFTER)
  return n
}

/** Tags the words `first` to `end` of `forms`: the numbers of their classes go into `tags`. */
export function tagWords(
  model: LinearModel,
  forms: WordForms,
  first: number,
  end: number,
  tags: Uint8Array,
): void {
  for (let i = first; i < end; i += 1) {
    const scores = model.score(taggerFeatures(forms, first, end, i, tags, model.features))
    let best = 0
    for (let cls = 1; cls < scores.length; cls += 1) if (scores[cls]! > scores[best]!) best = cls
    tags[i] = best
  }
}
