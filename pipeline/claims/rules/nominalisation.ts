import { extentOf } from '../argument.ts'
import { type Context, mentionsIn, timesIn } from '../context.ts'
import { casesOf, nounPhrase, type Phrase, prepositionalPhrase, prepositionOf } from '../phrase.ts'
import type { Adjunct, Proposition, Rule } from '../proposition.ts'
import { dependentsBy, firstDependent, isNominal, lemmaAt, type Tree, wordAt } from '../tree.ts'

/**
 * "India's accession to the Ashgabat Agreement in 2018" gives (India; accession to; the Ashgabat Agreement; time: in
 * 2018); "the presence of Norway at Barentsburg" gives (Norway; presence at; Barentsburg). "the lack of trust in
 * government" gives nothing: one side must be a name, and the noun must be one of an act or a state, by
 * `relations.yaml` or by its ending.
 */
export const nominalisationRule: Rule = {
  id: 'nominalisation',
  find(tree, context) {
    const found: Proposition[] = []
    for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
      if (wordAt(tree, index).pos !== 'NOUN' || !isAct(context, lemmaAt(tree, index))) continue
      const proposition = propositionOf(tree, context, index)
      if (proposition !== null) found.push(proposition)
    }
    return found
  },
}

const DEVERBAL = /(?:[ts]ion|ment|ance|ence|sal|ival|ing|ure)$/

function isAct(context: Context, lemma: string): boolean {
  return context.relationNouns.has(lemma) || (lemma.length > 6 && DEVERBAL.test(lemma) && !NO_ACT.has(lemma))
}

/** Nouns with such an ending that name things, bodies and qualities. */
const NO_ACT = new Set(
  'government department parliament document instrument apartment environment element population region nation station section institution organisation organization constitution position condition tradition situation question religion million billion opinion evidence science conference audience influence sentence absence difference importance distance substance insurance finance province nothing something anything everything building morning evening meeting feeling ceiling meaning culture nature future structure literature temperature furniture feature figure measure pleasure treasure furthermore generation direction function relation mention dimension percentage session'.split(
    ' ',
  ),
)

function propositionOf(tree: Tree, context: Context, noun: number): Proposition | null {
  const possessor = firstDependent(tree, noun, 'nmod:poss')
  const own = dependentsBy(tree, noun, 'nmod').filter(
    (index) => index !== possessor && casesOf(tree, index).length > 0,
  )
  // "the presence of Norway at Barentsburg": no Norway is "at Barentsburg", its presence is.
  const nested = own
    .filter((index) => wordAt(tree, index).pos === 'PROPN')
    .flatMap((index) => dependentsBy(tree, index, 'nmod'))
    .filter((index) => casesOf(tree, index).length > 0)
  const complements = [...own, ...nested]
  const of = complements.find((index) => prepositionOf(tree, index) === 'of')
  const agent = complements.find((index) => prepositionOf(tree, index) === 'by')
  const others = complements.filter((index) => index !== of && index !== agent)
  const times = others.filter(
    (index) => timesIn(context, extentOf(tree, prepositionalPhrase(tree, index).words)).length > 0,
  )
  const places = others.filter((index) => !times.includes(index))
  const subjectHead = possessor ?? agent ?? (places.length > 0 || times.length > 0 ? of : undefined)
  if (subjectHead === undefined || subjectHead === null) return null
  if (!isNominal(tree, subjectHead) || wordAt(tree, subjectHead).tag === 'WP$') return null
  const objectHead = of !== undefined && of !== subjectHead ? of : places[0]
  const subject =
    possessor === subjectHead
      ? withoutPossessive(tree, nounPhrase(tree, subjectHead))
      : nounPhrase(tree, subjectHead, { leaveOut: (index) => nested.includes(index) })
  if (!isNamed(context, tree, subject) && wordAt(tree, subjectHead).pos !== 'PRON') return null
  if (objectHead === undefined && times.length === 0) return null
  const object = objectHead === undefined ? null : nounPhrase(tree, objectHead)
  if (object !== null && !isNamed(context, tree, object) && times.length === 0) return null
  const adjuncts: Adjunct[] = others
    .filter((index) => index !== objectHead)
    .map((index) => ({
      phrase: prepositionalPhrase(tree, index),
      preposition: prepositionOf(tree, index),
      role: times.includes(index) ? 'time' : null,
    }))
  return {
    rule: 'nominalisation',
    predicate: noun,
    subject,
    relation: {
      words: [noun, ...(objectHead === undefined ? [] : casesOf(tree, objectHead))].sort((a, b) => a - b),
    },
    lemma: lemmaAt(tree, noun),
    object,
    adjuncts,
    reduced: false,
    confidence: 0.3,
  }
}

function withoutPossessive(tree: Tree, phrase: Phrase): Phrase {
  return { head: phrase.head, words: phrase.words.filter((index) => wordAt(tree, index).tag !== 'POS') }
}

function isNamed(context: Context, tree: Tree, phrase: Phrase): boolean {
  return mentionsIn(context, extentOf(tree, phrase.words)).some(
    ({ form, start, end }) =>
      form !== 'pronoun' && start <= wordAt(tree, phrase.head).start && end >= wordAt(tree, phrase.head).end,
  )
}
