import { firstDependent, lemmaAt, type Tree, wordAt } from '../tree.ts'

/*
 * Which infinitives happened. Most are open ("agreed to open", "hard to open"); behind these words they are as real as
 * the word itself, after the implicative verbs of Karttunen (1971) and the verbs of aspect.
 */

/** "managed to open", "continued to open", "came to be known", "is known to be". */
const REALISING = new Set(
  'manage continue begin start keep go come get use tend happen turn prove remain serve proceed grow dare help know find see show rush bother care hasten stop resume lucky quick slow first last'.split(
    ' ',
  ),
)

/** "forced them to leave": they left. */
const CAUSING = new Set('force cause lead prompt compel drive make help let induce inspire'.split(' '))

/** "happy to hear": who is, has heard. */
const EMOTIVE = new Set(
  'happy glad sorry lucky pleased proud sad delighted surprised shocked relieved amazed disappointed fortunate thrilled'.split(
    ' ',
  ),
)

/** True where a word makes the infinitive of its own subject as real as itself. */
export function isRealising(tree: Tree, governor: number): boolean {
  const lemma = lemmaAt(tree, governor)
  return REALISING.has(lemma) || EMOTIVE.has(lemma)
}

/** True where a verb says that its object did what the infinitive says: in the past, or passive. */
export function isCausing(tree: Tree, verb: number): boolean {
  return CAUSING.has(lemmaAt(tree, verb)) && isDone(tree, verb)
}

/** "happy to hear", where the parse calls what was heard a purpose. */
export function isEmotive(tree: Tree, governor: number): boolean {
  return EMOTIVE.has(lemmaAt(tree, governor))
}

function isDone(tree: Tree, verb: number): boolean {
  const { tag } = wordAt(tree, verb)
  return (
    tag === 'VBD' ||
    tag === 'VBZ' ||
    tag === 'VBG' ||
    (tag === 'VBN' && firstDependent(tree, verb, 'aux', 'aux:pass') !== null)
  )
}
