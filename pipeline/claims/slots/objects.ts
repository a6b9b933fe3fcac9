import { extentOf } from '../argument.ts'
import type { Clause } from '../clause.ts'
import { type Context, timesIn } from '../context.ts'
import { conjuncts } from '../coordination.ts'
import { casesOf, nounPhrase, type Phrase, prepositionOf, trimmed } from '../phrase.ts'
import { antecedentOf, isRelativePronoun } from '../subject.ts'
import { dependentsBy, isAmong, isNominal, isRelated, lemmaAt, subtree, type Tree, wordAt } from '../tree.ts'
import { circumstancesInside, type Draft, pushObject, timesInside, whole } from './draft.ts'

/** The noun or adjective after a copula; "is in Glasgow" moves its preposition into the relation. */
export function takePredicateNominal(
  tree: Tree,
  context: Context,
  { predicate }: Clause,
  draft: Draft,
): void {
  draft.relation = [...draft.relation, ...casesOf(tree, predicate)].sort((a, b) => a - b)
  if (!isNominal(tree, predicate)) takeAdjective(tree, context, predicate, draft)
  else
    pushObject(tree, context, predicate, { inner: timesInside(tree, context, predicate), predicate }, draft)
}

export function takeObjects(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  takeAntecedent(tree, context, clause, draft)
  for (const object of clause.objects.length > 0 ? clause.objects : sharedObjects(tree, clause)) {
    if (isCutOff(tree, clause.content, object)) continue
    const antecedent = isRelativePronoun(tree, object) ? antecedentOf(tree, clause.predicate, object) : null
    const heads = antecedent === null ? conjuncts(tree, object) : [antecedent]
    for (const head of heads) {
      if (isTime(tree, context, head) && !DURING.has(lemmaAt(tree, clause.content)))
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

/**
 * "The era ended in 1991, Ostia found itself alone": behind one comma stands no object, but what comes next. "It took on,
 * in 1991, a crew" has two, and "it built a fast, roomy ship" none before its object.
 */
function isCutOff(tree: Tree, verb: number, object: number): boolean {
  const first = nounPhrase(tree, object).words[0]!
  if (first <= verb || lemmaAt(tree, first - 1) !== ',') return false
  // "evolved as incremental, trust-building steps": the comma joins two words for one thing.
  if (wordAt(tree, first - 2).pos === 'ADJ') return false
  let commas = 0
  for (let at = verb + 1; at < first; at++) if (lemmaAt(tree, at) === ',') commas++
  return commas % 2 === 1
}

/**
 * "the gimmicks [that] she used on stage": without a pronoun, too, the noun above is the object. "the day she left" and
 * "the town she lived in" have another role for it.
 */
function takeAntecedent(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  const { predicate, objects, complements, predicatives, content, passive } = clause
  if (!isRelated(tree, predicate, 'acl:relcl') || clause.subjectBasis !== 'own' || passive) return
  if (objects.length > 0 || complements.length > 0 || predicatives.length > 0) return
  const stranded = dependentsBy(tree, content, 'obl', 'advmod', 'compound:prt').some(
    (index) => wordAt(tree, index).pos === 'ADP' || wordAt(tree, index).tag.startsWith('W'),
  )
  const antecedent = wordAt(tree, predicate).head
  if (stranded || antecedent === null || wordAt(tree, antecedent).tag.startsWith('W')) return
  if (!isNominal(tree, antecedent) || clause.subjects[0]! < antecedent) return
  for (let between = antecedent + 1; between < predicate; between++) {
    const { tag, deprel, lemma } = wordAt(tree, between)
    if (tag === ',' || tag.startsWith('W') || (deprel === 'mark' && lemma !== 'that')) return
  }
  if (OF_CIRCUMSTANCE.has(lemmaAt(tree, antecedent)) || isTime(tree, context, antecedent)) return
  draft.objects.push(nounPhrase(tree, antecedent, { leaveOut: (index) => index === predicate }))
}

/** Nouns that a clause without a pronoun tells when, where or how of: "the day she left". */
const OF_CIRCUMSTANCE = new Set(
  'case day extent hour manner minute moment month morning night place point reason spot time way week year'.split(
    ' ',
  ),
)

/** "owns and operates the ferry": the object of the second verb is the first one's, too. */
function sharedObjects(tree: Tree, { content, complements, obliques }: Clause): readonly number[] {
  const next = content + 2
  if (complements.length > 0 || obliques.some((index) => index > content) || next >= tree.sentence.endWord)
    return []
  const paired =
    wordAt(tree, content + 1).pos === 'CCONJ' &&
    isRelated(tree, next, 'conj') &&
    wordAt(tree, next).head === content
  return paired ? dependentsBy(tree, next, 'obj') : []
}

/** Verbs that a time fills: "spent [three weeks] in hospital". */
const DURING = new Set('celebrate last mark need save serve spend take waste'.split(' '))

/** "had died this evening": a bare time is no object, whatever the parse calls it. */
function isTime(tree: Tree, context: Context, head: number): boolean {
  const extent = extentOf(tree, nounPhrase(tree, head).words)
  return timesIn(context, extent).some(({ start, end }) => start === extent.start && end === extent.end)
}

export function takePredicatives(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
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
    if (infinitives.includes(head)) continue
    if (draft.objects.length > 0) {
      draft.adjuncts.push({
        phrase: whole(tree, head),
        preposition: prepositionOf(tree, head),
        role: 'other',
      })
    } else if (wordAt(tree, head).pos === 'ADJ') takeAdjective(tree, context, head, draft)
    else {
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
  return (
    cues.attribution.has('verbs', lemma) ||
    cues.denial.has('verbs', lemma) ||
    cues.doubt.has('verbs', lemma) ||
    cues.recommendation.has('verbs', lemma) ||
    cues.prediction.has('verbs', lemma)
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
  'obl',
  'conj',
  'cc',
  'expl',
  'parataxis',
  'case',
  'discourse',
]

/**
 * "was responsible [for the harbour]": what the adjective is about is the object, and the adjective is of the relation.
 * "was open in 2019", "is cold" and "was lowest in the north" have none.
 */
function takeAdjective(tree: Tree, context: Context, head: number, draft: Draft): void {
  const phrase = adjectivePhrase(tree, head)
  const next = phrase.words.at(-1)! + 1
  const about = dependentsBy(tree, head, 'obl').find(
    (index) => casesOf(tree, index)[0] === next && !isTime(tree, context, index),
  )
  if (about === undefined || wordAt(tree, head).pos !== 'ADJ' || wordAt(tree, head).tag === 'JJS') {
    draft.objects.push(phrase)
    return
  }
  draft.relation = [...new Set([...draft.relation, ...phrase.words, ...casesOf(tree, about)])].sort(
    (a, b) => a - b,
  )
  for (const one of conjuncts(tree, about)) {
    const inner = circumstancesInside(tree, context, one)
    pushObject(tree, context, one, { inner, predicate: head }, draft)
  }
}

function adjectivePhrase(tree: Tree, head: number): Phrase {
  const copula = dependentsBy(tree, head, 'cop')[0] ?? head
  const words = subtree(
    tree,
    head,
    (index, of) => of === head && (isAmong(tree, index, NOT_OF_THE_ADJECTIVE) || index < copula),
  )
  const comma = words.find((index) => index > head && lemmaAt(tree, index) === ',') ?? tree.sentence.endWord
  return trimmed(tree, {
    head,
    words: words.filter((index) => index < comma && wordAt(tree, index).lemma !== 'not'),
  })
}
