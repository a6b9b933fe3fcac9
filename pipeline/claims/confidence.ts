import type { Proposition } from './proposition.ts'
import type { Tree } from './tree.ts'

/** The rule's own record, corrected by what else told right from wrong: long sentences and objects, and nothing but a verb. */
export function confidenceOf(_tree: Tree, { confidence, object, adjuncts }: Proposition): number {
  const length = object?.words.length ?? 0
  const value =
    confidence -
    Math.min(0.25, length / 50) -
    (object === null && adjuncts.length === 0 ? 0.1 : 0) +
    (adjuncts.length > 0 ? 0.05 : 0)
  return Math.round(Math.min(0.95, Math.max(0.05, value)) * 100) / 100
}
