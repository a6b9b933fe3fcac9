import { dependentsBy, firstDependent, isInfinitive, isRelated, lemmaAt, type Tree, wordAt } from './tree.ts'

/** Whose act a verb without a subject is: the object's above it, the subject's above it, or nobody's that grammar tells. */
export type Controller = 'object' | 'subject' | 'conjunct' | null

/** Verbs whose object does what the infinitive says: "helped the town [to rebuild]", "ordered the firm [to pay]". */
const OBJECT_CONTROL = new Set(
  'advise allow ask authorise authorize cause compel direct enable encourage force forbid help instruct invite lead let make oblige order permit persuade press prompt require tell urge warn'.split(
    ' ',
  ),
)

/** Words before a participle behind which the subject stays the same: "[while] hauling", "[after] leaving". */
const SAME_SUBJECT = new Set(['while', 'after', 'before', 'when', 'since', 'by'])

/**
 * Who controls a verb that has no subject of its own. "The strike hit Tolvane, closing the port": the subject's above.
 * "The court ordered the firm to pay": the object. "It prices the harm, limits the trade": a member of a list that the
 * parse did not see. "by trust in maintaining peace" and "plans to expand" tell nobody, and give none.
 */
export function controllerOf(tree: Tree, predicate: number): Controller {
  const { head, tag } = wordAt(tree, predicate)
  if (head === null) return null
  const object = firstDependent(tree, head, 'obj', 'iobj')
  const bare = tag === 'VB' || tag === 'VBP'
  const controls = object !== null && object < predicate && bare && OBJECT_CONTROL.has(lemmaAt(tree, head))
  if (isRelated(tree, predicate, 'xcomp')) return controls ? 'object' : null
  if (controls && isRelated(tree, predicate, 'advcl') && isInfinitive(tree, predicate)) return 'object'
  if (!isRelated(tree, predicate, 'advcl')) return null
  const marks = dependentsBy(tree, predicate, 'mark')
  if (marks.length === 0 && isFiniteVerb(tree, predicate)) return 'conjunct'
  if (tag !== 'VBG' && tag !== 'VBN') return null
  if (firstDependent(tree, head, 'nsubj') === null || wordAt(tree, head).pos !== 'VERB') return null
  const participle = marks.length === 0 ? isSetOff(tree, predicate, head) : marks.length === 1
  return participle && marks.every((mark) => SAME_SUBJECT.has(lemmaAt(tree, mark))) ? 'subject' : null
}

function isFiniteVerb(tree: Tree, verb: number): boolean {
  const first = dependentsBy(tree, verb, 'aux', 'cop')[0] ?? verb
  return ['VBZ', 'VBD', 'MD'].includes(wordAt(tree, first).tag)
}

/** A comma stands between the participle's clause and the verb that it hangs on. */
function isSetOff(tree: Tree, predicate: number, head: number): boolean {
  for (let at = Math.min(predicate, head) + 1; at < Math.max(predicate, head); at++)
    if (lemmaAt(tree, at) === ',') return true
  return false
}
