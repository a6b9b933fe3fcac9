import type { Argument, ClaimKind, Qualifier } from '../model/claim.ts'
import type { Context } from './context.ts'
import type { Proposition } from './proposition.ts'
import type { Stance } from './stance/index.ts'
import { dependentsBy, lemmaAt, type Tree, wordAt } from './tree.ts'

interface Slots {
  readonly subject: Argument
  readonly object: Argument | null
  readonly qualifiers: readonly Qualifier[]
}

/**
 * What kind of thing is claimed. "India joined in 2017" is a fact, which a record can decide; "the exercise was a
 * milestone" and "ties were steadily enhanced" are characterisations; "India should seize" is a recommendation,
 * "the port will open" a prediction. What is said in general, without a name, a figure or a date, is no record's matter either.
 */
export function kindOf(
  context: Context,
  tree: Tree,
  proposition: Proposition,
  slots: Slots,
  stance: Stance,
): ClaimKind {
  if (stance.outlook !== null) return stance.outlook
  const { characterisation } = context.cues
  const { object } = slots
  const [lemma] = proposition.lemma.split(' ')
  if (characterisation.has('verbs', lemma ?? '') || characterisation.has('verbs', proposition.lemma))
    return 'characterisation'
  if (
    dependentsBy(tree, proposition.predicate, 'advmod').some((index) =>
      characterisation.has('adverbs', lemmaAt(tree, index)),
    )
  )
    return 'characterisation'
  if (
    proposition.lemma === 'be' &&
    proposition.object !== null &&
    isJudgement(context, tree, proposition.object.head, object)
  )
    return 'characterisation'
  return isGeneric(tree, proposition) && !isAnchored(slots) ? 'characterisation' : 'fact'
}

/** A name, a figure or a date ties a statement to the record. */
function isAnchored({ subject, object, qualifiers }: Slots): boolean {
  return [subject, object, ...qualifiers].some(
    (slot) =>
      slot !== null &&
      (slot.entities.length > 0 ||
        slot.quantity !== null ||
        ('edtf' in slot && (slot.edtf ?? slot.earliest) !== null)),
  )
}

/** "Improved connectivity reduces isolation": the present tense of something in general. */
function isGeneric(tree: Tree, { predicate, subject }: Proposition): boolean {
  const verb = dependentsBy(tree, predicate, 'cop')[0] ?? predicate
  const finite = dependentsBy(tree, predicate, 'aux')[0] ?? verb
  const { tag } = wordAt(tree, finite)
  if (tag !== 'VBZ' && tag !== 'VBP' && tag !== 'MD') return false
  const { pos } = wordAt(tree, subject.head)
  return (
    pos === 'NOUN' &&
    dependentsBy(tree, subject.head, 'det', 'nmod:poss', 'nummod').every((index) =>
      /^an?$/.test(lemmaAt(tree, index)),
    )
  )
}

function isJudgement(context: Context, tree: Tree, head: number, object: Argument | null): boolean {
  const { characterisation } = context.cues
  const { pos } = wordAt(tree, head)
  if (pos === 'ADJ')
    return (
      characterisation.has('adjectives', lemmaAt(tree, head)) ||
      (object?.entities.length === 0 &&
        object.quantity === null &&
        wordAt(tree, head).tag !== 'CD' &&
        characterisation.has('adjectives', lemmaAt(tree, head)))
    )
  if (characterisation.has('nouns', lemmaAt(tree, head))) return true
  return dependentsBy(tree, head, 'amod').some((index) =>
    characterisation.has('adjectives', lemmaAt(tree, index)),
  )
}
