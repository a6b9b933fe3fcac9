/** Words of a shingle: long enough that chance overlaps are rare, short enough to survive light editing. */
const SHINGLE = 5
/** Permutations; the standard error of the estimate is about 1 / sqrt(64) = 0.125. */
const PERMUTATIONS = 64
const SEED = 0x9e3779b9

/**
 * MinHash signature of a text over shingles of five words (Broder 1997). Seeded by constants: the same text has the
 * same signature on every machine. Empty for a text shorter than one shingle.
 */
export function signatureOf(text: string): readonly number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < SHINGLE) return []
  const hashes = words.map(hashWord)
  const signature = new Array<number>(PERMUTATIONS).fill(0xffffffff)
  for (let at = 0; at + SHINGLE <= hashes.length; at++) {
    let shingle = 0
    for (let k = 0; k < SHINGLE; k++) shingle = mix(shingle ^ hashes[at + k]!)
    for (let k = 0; k < PERMUTATIONS; k++) {
      const value = mix(shingle ^ Math.imul(k + 1, SEED))
      if (value < signature[k]!) signature[k] = value
    }
  }
  return signature
}

/** Estimated share of shingles that two texts have in common, 0 to 1; 0 where one of them is too short. */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length === 0 || a.length !== b.length) return 0
  let common = 0
  for (let at = 0; at < a.length; at++) if (a[at] === b[at]) common++
  return common / a.length
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
