import { extentOf } from './argument.ts'
import { antecedentOf, type Clause, isRelativePronoun } from './clause.ts'
import { type Context, mentionsIn, quantitiesIn, timesIn } from './context.ts'
import {
  casesOf,
  conjuncts,
  nounPhrase,
  type Phrase,
  prepositionalPhrase,
  prepositionOf,
  trimmed,
} from './phrase.ts'
import type { Adjunct } from './proposition.ts'
import {
  dependentsBy,
  firstDependent,
  isNominal,
  isRelated,
  lemmaAt,
  subtree,
  type Tree,
  wordAt,
} from './tree.ts'

/** The slots of a clause beside its subject. Several objects are coordinated ones, each of a claim of its own. */
export interface Slots {
  /** In the order in which they are written: "participated in" also for "in which X participated". */
  readonly relation: readonly number[]
  readonly objects: readonly Phrase[]
  readonly adjuncts: readonly Adjunct[]
}

/** Slots while they are filled. */
interface Draft {
  relation: number[]
  readonly objects: Phrase[]
  readonly adjuncts: Adjunct[]
}

/**
 * Sorts what hangs on a clause's verbs into relation, object and adjuncts. "arrived in Delhi on Monday" takes Delhi as
 * object with its preposition in the relation, for it is a participant; "on Monday" stays an adjunct.
 */
export function slotsOf(tree: Tree, context: Context, clause: Clause): Slots {
  const draft: Draft = { relation: [...clause.verbs], objects: [], adjuncts: [] }
  if (clause.existential) takeThere(tree, clause, draft)
  else if (clause.copular) takePredicateNominal(tree, context, clause, draft)
  else {
    takeObjects(tree, context, clause, draft)
    takePredicatives(tree, clause, draft)
    takeComplements(tree, context, clause, draft)
  }
  takeObliques(tree, context, clause, draft)
  takeAdverbials(tree, context, clause, draft)
  if (draft.objects.length === 0) promoteAdjunct(tree, clause, draft)
  return {
    relation: [...new Set(draft.relation)],
    objects: draft.objects.filter(({ words }) => words.length > 0),
    adjuncts: draft.adjuncts.filter(({ phrase }) => phrase.words.length > 0),
  }
}

function takeThere(tree: Tree, clause: Clause, draft: Draft): void {
  const there = firstDependent(tree, clause.predicate, 'expl')
  if (there !== null) draft.relation = [there, ...draft.relation].sort((a, b) => a - b)
}

/** The noun or adjective after a copula; "is in Glasgow" moves its preposition into the relation. */
function takePredicateNominal(tree: Tree, context: Context, { predicate }: Clause, draft: Draft): void {
  draft.relation = [...draft.relation, ...casesOf(tree, predicate)].sort((a, b) => a - b)
  if (!isNominal(tree, predicate)) draft.objects.push(adjectivePhrase(tree, predicate))
  else pushObject(tree, predicate, { inner: timesInside(tree, context, predicate), predicate }, draft)
}

function takeObjects(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  for (const object of clause.objects.length > 0 ? clause.objects : sharedObjects(tree, clause)) {
    const antecedent = isRelativePronoun(tree, object) ? antecedentOf(tree, clause.predicate, object) : null
    const heads = antecedent === null ? conjuncts(tree, object) : [antecedent]
    for (const head of heads) {
      if (isTime(tree, context, head))
        draft.adjuncts.push({ phrase: whole(tree, head), preposition: '', role: 'time' })
      else {
        const inner = [...timesInside(tree, context, head), ...placesInside(tree, context, head)]
        if (isRelated(tree, head, 'iobj') && clause.objects.length > 1) {
          draft.adjuncts.push({
            phrase: nounPhrase(tree, head, { conjuncts: true }),
            preposition: '',
            role: 'other',
          })
          continue
        }
        pushObject(tree, head, { inner, predicate: clause.predicate }, draft)
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

/**
 * An object without the times and places inside it, which are said of the act: "opened a base [in Malta] [in 2018]".
 * What is a part of its name or its description ("the Bank of Malta") stays.
 */
function pushObject(
  tree: Tree,
  head: number,
  { inner, predicate }: { inner: readonly number[]; predicate: number },
  draft: Draft,
): void {
  const phrase = nounPhrase(tree, head, {
    leaveOut: (index) => inner.includes(index) || (index === predicate && index !== head),
  })
  if (phrase.words.some((index) => draft.relation.includes(index))) return
  draft.objects.push(phrase)
  for (const index of inner) {
    if (draft.adjuncts.some((known) => known.phrase.head === index)) continue
    draft.adjuncts.push({
      phrase: prepositionalPhrase(tree, index),
      preposition: prepositionOf(tree, index),
      role: null,
    })
  }
}

function timesInside(tree: Tree, context: Context, head: number): number[] {
  return dependentsBy(tree, head, 'nmod').filter((index) => {
    const preposition = prepositionOf(tree, index)
    if (preposition === '' || preposition === 'of') return false
    const { words } = prepositionalPhrase(tree, index)
    return timesIn(context, extentOf(tree, words)).some(
      ({ kind, end }) => kind === 'date' && end >= wordAt(tree, index).end,
    )
  })
}

const PLACING = new Set(['in', 'at', 'on', 'near', 'off', 'inside', 'within', 'across', 'throughout'])

function placesInside(tree: Tree, context: Context, head: number): number[] {
  if (wordAt(tree, head).pos === 'PROPN') return []
  return dependentsBy(tree, head, 'nmod').filter((index) => {
    if (!PLACING.has(prepositionOf(tree, index))) return false
    const { start, end } = wordAt(tree, index)
    return mentionsIn(context, tree.sentence).some(
      (mention) =>
        (mention.type === 'place' || mention.type === 'facility') &&
        mention.start <= start &&
        end <= mention.end,
    )
  })
}

function takePredicatives(tree: Tree, clause: Clause, draft: Draft): void {
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

function takeComplements(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
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

/** Prepositions that set the scene rather than name a participant. */
const SCENE = new Set(
  'after,before,during,since,until,despite,because of,due to,according to,without,amid,like,such as,including,than,as of'.split(
    ',',
  ),
)

function takeObliques(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  for (const head of clause.obliques) {
    if (isRelativePronoun(tree, head)) {
      takeRelativeOblique(tree, clause, head, draft)
      continue
    }
    if (head === clause.subjects[0]) continue
    const inner = timesInside(tree, context, head)
    const phrase = prepositionalPhrase(tree, head, (index) => inner.includes(index))
    const preposition = prepositionOf(tree, head)
    const temporal = isTemporal(tree, context, head, phrase)
    const behind = draft.objects.length === 0 && head > clause.content && !temporal
    const amount = behind ? amountIn(tree, context, phrase) : null
    if (amount !== null) {
      draft.objects.push(amount)
      takePurpose(tree, head, draft)
    } else if (behind && preposition !== '' && !SCENE.has(preposition)) {
      draft.relation = [...draft.relation, ...casesOf(tree, head)]
      if (clause.passive && preposition === 'by')
        draft.objects.push(nounPhrase(tree, head, { conjuncts: true }))
      else
        for (const one of conjuncts(tree, head))
          draft.objects.push(nounPhrase(tree, one, { leaveOut: (index) => inner.includes(index) }))
    } else draft.adjuncts.push({ phrase, preposition, role: temporal ? 'time' : null })
    if (temporal) continue
    for (const index of inner)
      draft.adjuncts.push({
        phrase: prepositionalPhrase(tree, index),
        preposition: prepositionOf(tree, index),
        role: 'time',
      })
  }
}

/** "spent about US$70 million": what looks like a preposition bounds a figure, and the figure is the object. */
function amountIn(tree: Tree, context: Context, { head, words }: Phrase): Phrase | null {
  const extent = extentOf(tree, words)
  const amount = quantitiesIn(context, extent).find(
    ({ start, end }) => start === extent.start && end >= wordAt(tree, head).end,
  )
  return amount === undefined
    ? null
    : { head, words: words.filter((index) => wordAt(tree, index).end <= amount.end) }
}

/** What an amount is for: "US$70 million [to refurbish the base]". */
function takePurpose(tree: Tree, head: number, draft: Draft): void {
  for (const index of dependentsBy(tree, head, 'acl')) {
    const to = dependentsBy(tree, index, 'mark').some((mark) => wordAt(tree, mark).tag === 'TO')
    if (to) draft.adjuncts.push({ phrase: whole(tree, index), preposition: 'to', role: 'purpose' })
  }
}

/** "in 2017" is a time, and so is "after the flood of 2011"; "as a member since 2017" holds one. */
function isTemporal(tree: Tree, context: Context, head: number, { words }: Phrase): boolean {
  const { start, end } = wordAt(tree, head)
  const times = timesIn(context, extentOf(tree, words))
  if (times.some((time) => time.start <= start && end <= time.end)) return true
  return times.length > 0 && !isNamed(tree, head) && SCENE.has(prepositionOf(tree, head))
}

/** "the exercise, in which X took part": the preposition stands before its verb, and is written behind it. */
function takeRelativeOblique(tree: Tree, clause: Clause, head: number, draft: Draft): void {
  const antecedent = antecedentOf(tree, clause.predicate, head)
  if (antecedent === null || draft.objects.length > 0) return
  draft.relation = [...draft.relation, ...casesOf(tree, head)]
  draft.objects.push(nounPhrase(tree, antecedent, { leaveOut: (index) => index === clause.predicate }))
}

/** With nothing better, the first adjunct behind the verb is the object, with its preposition in the relation. */
function promoteAdjunct(tree: Tree, clause: Clause, draft: Draft): void {
  const at = draft.adjuncts.findIndex(
    ({ phrase, preposition, role }) =>
      role === null && preposition !== '' && phrase.head > clause.content && !SCENE.has(preposition),
  )
  const [adjunct] = at < 0 ? [] : draft.adjuncts.splice(at, 1)
  if (!adjunct) return
  draft.relation = [...draft.relation, ...casesOf(tree, adjunct.phrase.head)]
  draft.objects.push(nounPhrase(tree, adjunct.phrase.head, { conjuncts: true }))
}

const CALENDAR = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i

/** "in Norway in 1998" names a place; "in May 1998" does not. */
function isNamed(tree: Tree, index: number): boolean {
  return wordAt(tree, index).pos === 'PROPN' && !CALENDAR.test(wordAt(tree, index).lemma)
}

const CLAUSES_OF_TIME = new Set(['after', 'before', 'when', 'until', 'till', 'since', 'once'])

/** Infinitives of purpose, conditions, clauses and adverbs of time. */
function takeAdverbials(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  for (const head of clause.adverbials) {
    const mark = firstDependent(tree, head, 'mark')
    if (mark === null) continue
    const preposition = lemmaAt(tree, mark)
    const phrase = whole(tree, head)
    if (wordAt(tree, mark).tag === 'TO') draft.adjuncts.push({ phrase, preposition, role: 'purpose' })
    else if (CLAUSES_OF_TIME.has(preposition))
      draft.adjuncts.push({ phrase: beforeBut(tree, phrase), preposition, role: 'time' })
    else if (preposition === 'if' || preposition === 'unless')
      draft.adjuncts.push({ phrase, preposition, role: 'condition' })
  }
  for (const index of dependentsBy(tree, clause.content, 'advmod')) {
    if (clause.verbs.includes(index)) continue
    const phrase = whole(tree, index)
    if (timesIn(context, extentOf(tree, phrase.words)).length > 0)
      draft.adjuncts.push({ phrase, preposition: '', role: 'time' })
  }
}

/** "after it was dissolved, but rumours ...": "but" opens another clause, whatever the parse hangs it on. */
function beforeBut(tree: Tree, { head, words }: Phrase): Phrase {
  const but = words.find((index) => index > head && lemmaAt(tree, index) === 'but')
  return but === undefined
    ? { head, words }
    : trimmed(tree, { head, words: words.filter((index) => index < but) })
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

/** A phrase or clause with all its words, but for clauses beside it that have subjects of their own. */
function whole(tree: Tree, head: number, without: readonly number[] = []): Phrase {
  const words = subtree(
    tree,
    head,
    (index) =>
      isRelated(tree, index, 'parataxis') ||
      (isRelated(tree, index, 'conj') && firstDependent(tree, index, 'nsubj', 'expl') !== null),
  )
  return trimmed(tree, { head, words: words.filter((index) => !without.includes(index)) })
}
