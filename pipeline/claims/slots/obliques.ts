import { extentOf } from '../argument.ts'
import type { Clause } from '../clause.ts'
import { type Context, quantitiesIn, timesIn } from '../context.ts'
import { conjuncts } from '../coordination.ts'
import { casesOf, nounPhrase, type Phrase, prepositionalPhrase, prepositionOf } from '../phrase.ts'
import { antecedentOf, isRelativePronoun } from '../subject.ts'
import { dependentsBy, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { circumstancesInside, type Draft, pushAdjunct, pushObject, pushTime, whole } from './draft.ts'

/** Prepositions that set the scene rather than name a participant. */
const SCENE = new Set(
  'after,before,during,since,until,despite,because of,due to,according to,without,amid,like,such as,include,including,follow,following,than,as of'.split(
    ',',
  ),
)

/** Phrases that steer the reader and say nothing of the matter. */
const DISCOURSE = new Set(
  'for example,for instance,in addition,in fact,in general,in particular,in principle,in short,in turn,of course,on the contrary,on the other hand,as a result,at least,at first,at once,at last,at all'.split(
    ',',
  ),
)

export function takeObliques(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  for (const head of clause.obliques) {
    if (isBeyond(tree, clause.content, head) || isInTime(draft, head)) continue
    if (isRelativePronoun(tree, head)) {
      takeRelativeOblique(tree, clause, head, draft)
      continue
    }
    if (head === clause.subjects[0] || draft.objects.some((object) => object.head === head)) continue
    const preposition = prepositionOf(tree, head)
    const phrase = prepositionalPhrase(tree, head)
    if (DISCOURSE.has(phrase.words.map((index) => lemmaAt(tree, index)).join(' '))) continue
    const temporal = isTemporal(tree, context, head, phrase)
    const behind = draft.objects.length === 0 && head > clause.content && !temporal && !clause.existential
    const amount = behind ? amountIn(tree, context, phrase) : null
    if (amount !== null) {
      draft.objects.push(amount)
      takePurpose(tree, head, draft)
    } else if (behind && preposition !== '' && !SCENE.has(preposition)) {
      draft.relation = [...draft.relation, ...casesOf(tree, head)]
      const agent = clause.passive && preposition === 'by'
      for (const one of agent ? [head] : conjuncts(tree, head)) {
        const inner = circumstancesInside(tree, context, one)
        pushObject(tree, context, one, { inner, predicate: clause.predicate, conjuncts: agent }, draft)
      }
    } else if (temporal) pushTime(tree, context, head, draft)
    else pushAdjunct(tree, context, head, null, draft)
  }
}

function isInTime({ adjuncts }: Draft, head: number): boolean {
  return adjuncts.some(({ role, phrase }) => role === 'time' && phrase.words.includes(head))
}

/** "rarely succeed: of nine cases ...": what stands behind a colon or a semicolon is another clause's. */
function isBeyond(tree: Tree, verb: number, head: number): boolean {
  for (let at = verb + 1; at < head; at++) if ([':', ';'].includes(lemmaAt(tree, at))) return true
  return false
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
export function promoteAdjunct(tree: Tree, clause: Clause, draft: Draft): void {
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
