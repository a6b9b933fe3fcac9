import type { UniversalPos } from '../../model/document.ts'

/** One sentence's tree while it is repaired. Words are numbered from 0; the root's head is -1. */
export interface Draft {
  /** Lower case. */
  readonly forms: readonly string[]
  readonly pos: UniversalPos[]
  readonly tag: string[]
  readonly head: number[]
  readonly deprel: string[]
}

/** A systematic mistake of the parser on edited prose, and its mend. Returns true where it changed something. */
export type Repair = (draft: Draft) => boolean

export function childrenOf({ head }: Draft, word: number): number[] {
  const found: number[] = []
  for (let at = 0; at < head.length; at++) if (head[at] === word) found.push(at)
  return found
}

export function childBy(draft: Draft, word: number, ...deprels: readonly string[]): number | null {
  return childrenOf(draft, word).find((child) => deprels.includes(draft.deprel[child]!)) ?? null
}

export function attach(draft: Draft, word: number, head: number, deprel: string): void {
  draft.head[word] = head
  draft.deprel[word] = deprel
}

export function isNominal({ pos }: Draft, word: number): boolean {
  return pos[word] === 'NOUN' || pos[word] === 'PROPN' || pos[word] === 'PRON'
}

export function isFiniteVerb({ tag }: Draft, word: number): boolean {
  return tag[word] === 'VBD' || tag[word] === 'VBZ' || tag[word] === 'VBP'
}

/** True where following heads from every word ends at the one root. */
export function isTree({ head }: Draft): boolean {
  let roots = 0
  for (let at = 0; at < head.length; at++) {
    if (head[at] === -1) roots++
    let up = at
    for (let steps = 0; up !== -1; steps++) {
      if (steps > head.length) return false
      up = head[up]!
    }
  }
  return roots === 1
}
