import type { Clause } from './clause.ts'
import type { Context } from './context.ts'
import { dependentsBy, isRelated, lemmaAt, type Tree, wordAt } from './tree.ts'

/** Nouns in the singular that take a verb in the plural: groups, what counts something, and plurals of the same form. */
const COLLECTIVE = new Set(
  `aircraft army audience board band cabinet cattle cavalry class club committee company council couple craft crew crowd dead first fish government group half
  handful host infantry jury lot majority management media minority navy number pair panel parliament people percent % percentage personnel police press
  public quarter range rest series set sheep spacecraft species staff team third variety`.split(/\s+/),
)

const SAME_PAST = new Set(
  'bet burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust'.split(' '),
)

/**
 * False where subject and verb disagree in number, for then the parse took the wrong noun: not "Thousands of patients
 * [has] spoken", nor "the site [were] closed". Names, sums and nouns of groups take either.
 */
export function agrees(tree: Tree, context: Context, { verbs, subjects, existential }: Clause): boolean {
  const [subject] = subjects
  const finite = verbs.find((index) => wordAt(tree, index).pos !== 'ADV')
  if (subject === undefined || finite === undefined || existential || subjects.length > 1) return true
  const noun = wordAt(tree, subject)
  if (noun.pos !== 'NOUN' || dependentsBy(tree, subject, 'conj', 'nummod').length > 0) return true
  if (/\p{Lu}/u.test(context.doc.text.charAt(noun.start))) return true
  const verb = verbNumber(tree, finite)
  if (noun.tag === 'NNS')
    return verb !== 'singular' || noun.lemma.endsWith('s') || lemmaAt(tree, subject).endsWith('ics')
  return noun.tag !== 'NN' || verb !== 'plural' || COLLECTIVE.has(lemmaAt(tree, subject))
}

function verbNumber(tree: Tree, verb: number): 'singular' | 'plural' | null {
  const { tag, start, end } = wordAt(tree, verb)
  const past = lemmaAt(tree, verb) === 'be' && tag === 'VBD'
  if (past) return end - start === 4 ? 'plural' : 'singular'
  // "hit" may be past, and "would sell and [turn] a profit" has its modal elsewhere.
  if (tag === 'VBP' && (isRelated(tree, verb, 'conj') || SAME_PAST.has(lemmaAt(tree, verb)))) return null
  return tag === 'VBZ' ? 'singular' : tag === 'VBP' ? 'plural' : null
}
