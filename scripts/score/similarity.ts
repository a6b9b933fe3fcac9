/** Words of a slot, lower case, without articles, brackets and the ellipsis between parts that do not touch. */
function slotWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*/gu) ?? []
  const content = words.filter((word) => !['a', 'an', 'the'].includes(word))
  return content.length > 0 ? content : words
}

/** F1 of two bags of words: 1 for the same words, 0 for none in common; 1 where both are empty. */
export function wordF1(a: string, b: string): number {
  const left = slotWords(a)
  const right = slotWords(b)
  if (left.length === 0 && right.length === 0) return 1
  const pool = new Map<string, number>()
  for (const word of right) pool.set(word, (pool.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of left) {
    const count = pool.get(word) ?? 0
    if (count === 0) continue
    pool.set(word, count - 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

/**
 * Pairs items one to one, the most similar first; what is equally similar in the order given. A similarity of 0 is
 * no pair.
 */
export function pairUp<A, B>(
  left: readonly A[],
  right: readonly B[],
  similarity: (a: A, b: B) => number,
): { readonly a: A; readonly b: B }[] {
  const candidates = left
    .flatMap((a, i) => right.map((b, j) => ({ a, b, i, j, score: similarity(a, b) })))
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j)
  const usedLeft = new Set<number>()
  const usedRight = new Set<number>()
  return candidates.filter(({ i, j }) => {
    if (usedLeft.has(i) || usedRight.has(j)) return false
    usedLeft.add(i)
    usedRight.add(j)
    return true
  })
}
