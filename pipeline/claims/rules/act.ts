import { extentOf } from '../argument.ts'
import { type Context, mentionsIn, timesIn } from '../context.ts'
import { casesOf, nounPhrase, prepositionalPhrase, prepositionOf, withoutPossessive } from '../phrase.ts'
import type { Adjunct, Proposition, Rule } from '../proposition.ts'
import { ancestors, dependentsBy, firstDependent, isNominal, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { ACTS, type Act, CHANGES, type Change } from './act-nouns.ts'

/**
 * Acts that a noun names: "Norway's accession to the Lake Treaty in 2018" gives (Norway; acceded to; the Lake Treaty; time:
 * in 2018), "the refurbishment of Halm Air Base between 2002 and 2010" (Halm Air Base; was refurbished; time). One who is
 * named, and a time or both sides, must be there. "the planned sale of Halm", "a sale of shares" and "would welcome
 * Norway's accession" tell of nothing that took place.
 */
export const actRule: Rule = {
  id: 'act',
  find(tree, context) {
    const found: Proposition[] = []
    for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
      const lemma = lemmaAt(tree, index)
      const act = ACTS.get(lemma)
      const change = CHANGES.get(lemma)
      if ((!act && !change) || wordAt(tree, index).pos !== 'NOUN' || !tookPlace(tree, index)) continue
      const proposition = act
        ? propositionOf(tree, context, index, act)
        : changeOf(tree, context, index, change!)
      if (proposition !== null) found.push(proposition)
    }
    return found
  },
}

const NOT_YET = new Set(
  'allege alleged attempt attempted eventual expect expected future hypothetical imminent intend intended plan planned possible potential propose proposed rumour rumoured schedule scheduled'.split(
    ' ',
  ),
)

/** Definite, in the singular, and under no modal verb or infinitive. */
function tookPlace(tree: Tree, noun: number): boolean {
  if (wordAt(tree, noun).tag !== 'NN') return false
  const determiner = firstDependent(tree, noun, 'det')
  if (determiner !== null && lemmaAt(tree, determiner) !== 'the') return false
  if (determiner === null && firstDependent(tree, noun, 'nmod:poss') === null) return false
  if (dependentsBy(tree, noun, 'amod').some((index) => NOT_YET.has(lemmaAt(tree, index)))) return false
  return !ancestors(tree, noun).some((above) =>
    dependentsBy(tree, above, 'aux', 'mark').some((index) => ['MD', 'TO'].includes(wordAt(tree, index).tag)),
  )
}

function propositionOf(tree: Tree, context: Context, noun: number, act: Act): Proposition | null {
  const owner = firstDependent(tree, noun, 'nmod:poss')
  const complements = dependentsBy(tree, noun, 'nmod')
    .filter((index) => index !== owner && index > noun && casesOf(tree, index).length > 0)
    .flatMap((index) => [
      index,
      ...dependentsBy(tree, index, 'nmod').filter((inner) => isTime(tree, context, inner)),
    ])
  const times = complements.filter((index) => isTime(tree, context, index))
  const of = complements.find((index) => prepositionOf(tree, index) === 'of' && !times.includes(index))
  const by = complements.find((index) => prepositionOf(tree, index) === 'by' && !times.includes(index))
  const goal = complements.find(
    (index) => ['to', 'from'].includes(prepositionOf(tree, index)) && !times.includes(index),
  )
  const agent = owner !== null && act.transitive && of === undefined ? null : (owner ?? by ?? null)
  const patient = act.transitive ? (of ?? (agent === null ? owner : undefined)) : undefined
  const doer = act.transitive ? agent : (owner ?? of ?? null)
  const subject = doer ?? patient ?? null
  if (subject === null || !isNamed(context, tree, subject)) return null
  const object = doer === null ? null : ((act.transitive ? patient : goal) ?? null)
  if (times.length === 0 && (object === null || !isNamed(context, tree, object))) return null
  if (act.transitive && doer !== null && object === null) return null
  const leaveOut = (index: number) => times.includes(index)
  const preposition = object !== null && !act.transitive ? ` ${prepositionOf(tree, object)}` : ''
  return {
    rule: 'act',
    predicate: noun,
    subject: withoutPossessive(tree, nounPhrase(tree, subject, { leaveOut })),
    relation: { understood: doer === null ? `was ${act.participle}` : `${act.past}${preposition}` },
    lemma: act.lemma,
    object: object === null ? null : nounPhrase(tree, object, { leaveOut }),
    adjuncts: times.map(
      (index): Adjunct => ({
        phrase: prepositionalPhrase(tree, index),
        preposition: prepositionOf(tree, index),
        role: 'time',
      }),
    ),
    reduced: false,
    confidence: 0.6,
  }
}

/** "the transformation of [the Chad-Niger partnership] into [an alliance]": what became what. */
function changeOf(tree: Tree, context: Context, noun: number, change: Change): Proposition | null {
  const of = dependentsBy(tree, noun, 'nmod').find((index) => prepositionOf(tree, index) === 'of')
  if (of === undefined) return null
  const to = [...dependentsBy(tree, noun, 'nmod'), ...dependentsBy(tree, of, 'nmod')].find(
    (index) => index > of && ['to', 'into'].includes(prepositionOf(tree, index)),
  )
  if (to === undefined) return null
  const subject = nounPhrase(tree, of, { leaveOut: (index) => index === to })
  if (mentionsIn(context, extentOf(tree, subject.words)).length === 0) return null
  return {
    rule: 'act',
    predicate: noun,
    subject,
    relation: { understood: `${change.past} into` },
    lemma: change.lemma,
    object: nounPhrase(tree, to),
    adjuncts: [],
    reduced: false,
    confidence: 0.6,
  }
}

/** A past date as far as the text's own date tells. */
function isTime(tree: Tree, context: Context, index: number): boolean {
  const { start, end } = wordAt(tree, index)
  const published = context.doc.metadata.published?.value ?? '9999'
  return timesIn(context, tree.sentence).some(
    (time) =>
      time.start <= start &&
      end <= time.end &&
      time.earliest !== null &&
      time.earliest.slice(0, 4) <= published.slice(0, 4),
  )
}

/** A name, or a pronoun that stands for one. */
function isNamed(context: Context, tree: Tree, index: number): boolean {
  if (!isNominal(tree, index) || wordAt(tree, index).tag === 'WP$') return false
  const { start, end } = wordAt(tree, index)
  return mentionsIn(context, extentOf(tree, nounPhrase(tree, index).words)).some(
    (mention) => mention.start <= start && end <= mention.end,
  )
}
