/**
 * Makes a tree projective by lifting: while an arc has a word between its ends that does not descend from its head,
 * the shortest such arc is moved to the head's head (Nivre and Nilsson 2005, without encoding the lift).
 * `heads` is by node, words from one; 0 is the root.
 */
export function projectivise(heads: Int32Array): Int32Array {
  const lifted = Int32Array.from(heads)
  for (;;) {
    let shortest = 0
    let length = Number.POSITIVE_INFINITY
    for (let child = 1; child < lifted.length; child += 1) {
      const head = lifted[child]!
      if (head === 0 || Math.abs(head - child) >= length || isProjective(lifted, head, child)) continue
      shortest = child
      length = Math.abs(head - child)
    }
    if (shortest === 0) return lifted
    lifted[shortest] = lifted[lifted[shortest]!]!
  }
}

function isProjective(heads: Int32Array, head: number, child: number): boolean {
  for (let k = Math.min(head, child) + 1; k < Math.max(head, child); k += 1) {
    let above = k
    while (above !== 0 && above !== head) above = heads[above]!
    if (above === 0) return false
  }
  return true
}
