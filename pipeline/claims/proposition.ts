import type { QualifierRole } from '../model/claim.ts'
import type { Context } from './context.ts'
import type { Phrase } from './phrase.ts'
import type { Tree } from './tree.ts'

/** A relation that no word spells out ("is", in an apposition), or the words that do. */
export type RelationWords = { readonly words: readonly number[] } | { readonly understood: string }

export interface Adjunct {
  /** With its preposition: "in Farkhor". */
  readonly phrase: Phrase
  /** Lower case; empty for bare ones ("last month"). */
  readonly preposition: string
  /** Where the rule knows it; else it is told from the words. */
  readonly role: QualifierRole | null
}

/** What a rule finds: who does what to whom, as words of the tree. The stance is another step's. */
export interface Proposition {
  readonly rule: string
  /** The word whose governors decide the stance. */
  readonly predicate: number
  readonly subject: Phrase
  readonly relation: RelationWords
  /** "shut down", "be", "agree to expand". */
  readonly lemma: string
  readonly object: Phrase | null
  readonly adjuncts: readonly Adjunct[]
  /** A verb in the passive without its auxiliary: the claim's sentence needs a "was". */
  readonly reduced: boolean
  /** A verb that puts the proposition into its subject's mouth: "[calls] it a base". */
  readonly reporter?: number
  /** How often such a finding is right, from the rule's record on gold. */
  readonly confidence: number
}

/** A claim pattern. Adding one is a file of its own and a line in the list of `rules/index.ts`. */
export interface Rule {
  readonly id: string
  find(tree: Tree, context: Context): Proposition[]
}
