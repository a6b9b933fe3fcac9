import { type Tree, wordAt } from '../tree.ts'

/** Under which heading of `cues.yaml` a governor is looked up; "Rumours" may be taken for a name. */
export function wordClass(tree: Tree, index: number): 'verbs' | 'nouns' | 'adjectives' {
  const { pos } = wordAt(tree, index)
  return pos === 'ADJ' ? 'adjectives' : pos === 'NOUN' || pos === 'PROPN' ? 'nouns' : 'verbs'
}
