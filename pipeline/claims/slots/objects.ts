import { extentOf } from '../argument.ts'
import type { Clause } from '../clause.ts'
import { type Context, timesIn } from '../context.ts'
import { casesOf, conjuncts, nounPhrase, type Phrase, prepositionOf, trimmed } from '../phrase.ts'
import { antecedentOf, isRelativePronoun } from '../subject.ts'
import { dependentsBy, isNominal, isRelated, lemmaAt, subtree, type Tree, wordAt } from '../tree.ts'
import { circumstancesInside, type Draft, pushObject, timesInside, whole } from './draft.ts'

/** The noun or adjective after a copula; "is in Glasgow" moves its preposition into the relation. */
export function takePredicateNominal(
  tree: Tree,
  context: Context,
  { predicate }: Clause,
  draft: Draft,
): void {
  draft.relation = [...draft.relation, ...casesOf(tree, predicate)].sort((a, b) => a - b)
  if (!isNominal(tree, predicate)) draft.objects.push(adjectivePhrase(tree, predicate))
  else
    pushObject(tree, context, predicate, { inner: timesInside(tree, context, predicate), predicate }, draft)
}

export function takeObjects(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  for (const object of clause.objects.length > 0 ? clause.objects : sharedObjects(tree, clause)) {
    const antecedent = isRelativePronoun(tree, object) ? antecedentOf(tree, clause.predicate, object) : null
    const heads = antecedent === null ? conjuncts(tree, object) : [antecedent]
    for (const head of heads) {
      if (isTime(tree, context, head))
        draft.adjuncts.push({ phrase: whole(tree, head), preposition: '', role: 'time' })
      else {
        const inner = circumstancesInside(tree, context, head)
        if (isRelated(tree, head, 'iobj') && clause.objects.length > 1) {
          draft.adjuncts.push({
            phrase: nounPhrase(tree, head, { conjuncts: true }),
            preposition: '',
            role: 'other',
          })
          continue
        }
        pushObject(tree, context, head, { inner, predicate: clause.predicate }, draft)
      }
    }
  }
}

/** "owns and operates the ferry": the object of the second verb is the first one's, too. */
function sharedObjects(tree: Tree, { content, complements, obliques }: Clause): number[] {
  const next = content + 2
  if (complements.length > 0 || obliques.length > 0 || next >= tree.sentence.endWord) return []
  const paired =
    wordAt(tree, content + 1).pos === 'CCONJ' &&
    isRelated(tree, next, 'conj') &&
    wordAt(tree, next).head === content
  return paired ? dependentsBy(tree, next, 'obj') : []
}

/** "had died this evening": a bare time is no object, whatever the parse calls it. */
function isTime(tree: Tree, context: Context, head: number): boolean {
  const extent = extentOf(tree, nounPhrase(tree, head).words)
  return timesIn(context, extent).some(({ start, end }) => start === extent.start && end === extent.end)
}

export function takePredicatives(tree: Tree, clause: Clause, draft: Draft): void {
  // "asked the public [to stay away]": without it, the claim would say something else.
  const infinitives =
    draft.objects.length === 0
      ? []
      : dependentsBy(tree, clause.content, 'xcomp').filter(
          (index) => wordAt(tree, index).pos === 'VERB' && dependentsBy(tree, index, 'mark').length > 0,
        )
  for (const head of infinitives)
    draft.adjuncts.push({ phrase: whole(tree, head), preposition: 'to', role: 'purpose' })
  for (const head of clause.predicatives) {
    if (draft.objects.length > 0) {
      draft.adjuncts.push({
        phrase: whole(tree, head),
        preposition: prepositionOf(tree, head),
        role: 'other',
      })
    } else {
      draft.relation = [...draft.relation, ...casesOf(tree, head)]
      draft.objects.push(whole(tree, head, casesOf(tree, head)))
    }
  }
}

export function takeComplements(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  if (draft.objects.length > 0 || isReporting(context, lemmaAt(tree, clause.content))) return
  const [complement] = clause.complements
  if (complement !== undefined) draft.objects.push(whole(tree, complement))
}

/** Verbs whose complement is somebody's words; what they say is the claim. */
export function isReporting({ cues }: Context, lemma: string): boolean {
  return [cues.attribution, cues.denial, cues.doubt, cues.recommendation, cues.prediction].some((set) =>
    set.has('verbs', lemma),
  )
}

const NOT_OF_THE_ADJECTIVE = [
  'nsubj',
  'csubj',
  'cop',
  'aux',
  'mark',
  'punct',
  'advcl',
  'ccomp',
  'xcomp',
  'obl',
  'conj',
  'cc',
  'expl',
  'parataxis',
  'case',
  'discourse',
]

function adjectivePhrase(tree: Tree, head: number): Phrase {
  const words = subtree(
    tree,
    head,
    (index, of) => of === head && isRelated(tree, index, ...NOT_OF_THE_ADJECTIVE),
  )
  return trimmed(tree, { head, words: words.filter((index) => wordAt(tree, index).lemma !== 'not') })
}
