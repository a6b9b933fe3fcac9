import { extentOf } from '../argument.ts'
import { type Context, mentionsIn, timesIn } from '../context.ts'
import {
  casesOf,
  nounPhrase,
  type Phrase,
  prepositionalPhrase,
  prepositionOf,
  withoutPossessive,
} from '../phrase.ts'
import type { Adjunct, Proposition, Rule } from '../proposition.ts'
import { dependentsBy, firstDependent, isNominal, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { ACTS } from './act-nouns.ts'

/**
 * States that a noun names: "the presence of Norway at Barentsburg" gives (Norway; presence at; Barentsburg). "the lack of
 * trust in government" gives nothing: one side must be a name, and the noun must be one of `relations.yaml`. Acts with a
 * verb are another rule's.
 */
export const nominalisationRule: Rule = {
  id: 'nominalisation',
  find(tree, context) {
    const found: Proposition[] = []
    for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
      if (wordAt(tree, index).pos !== 'NOUN' || !isState(context, lemmaAt(tree, index))) continue
      const proposition = propositionOf(tree, context, index)
      if (proposition !== null) found.push(proposition)
    }
    return found
  },
}

/** A noun of an act or a state that no verb is given for. */
function isState(context: Context, lemma: string): boolean {
  return context.relationNouns.has(lemma) && !ACTS.has(lemma)
}

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
  if (objectHead === undefined) return null
  const object = nounPhrase(tree, objectHead)
  if (!isNamed(context, tree, object) && times.length === 0) return null
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
      words: [noun, ...casesOf(tree, objectHead)].sort((a, b) => a - b),
    },
    lemma: lemmaAt(tree, noun),
    object,
    adjuncts,
    reduced: false,
    confidence: 0.3,
  }
}

function isNamed(context: Context, tree: Tree, phrase: Phrase): boolean {
  return mentionsIn(context, extentOf(tree, phrase.words)).some(
    ({ form, start, end }) =>
      form !== 'pronoun' && start <= wordAt(tree, phrase.head).start && end >= wordAt(tree, phrase.head).end,
  )
}
