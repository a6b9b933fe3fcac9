import { extentOf } from '../argument.ts'
import { antecedentOf, type Clause, findClauses, isRelativePronoun, isReportingAside } from '../clause.ts'
import { type Context, timesIn } from '../context.ts'
import {
  casesOf,
  conjuncts,
  nounPhrase,
  type Phrase,
  prepositionalPhrase,
  prepositionOf,
  trimmed,
} from '../phrase.ts'
import type { Adjunct, Proposition, Rule } from '../proposition.ts'
import {
  dependentsBy,
  firstDependent,
  isNominal,
  isRelated,
  lemmaAt,
  subtree,
  type Tree,
  wordAt,
} from '../tree.ts'

/**
 * Clauses with a verb. "India joined the SCO in 2017" gives (India; joined; the SCO; time: in 2017); "Kazakhstan,
 * Kyrgyzstan and Uzbekistan participated" gives three; "The base, opened in 2004 and closed in 2010, ..." gives two
 * about the base. "Founded in 1921." alone gives none: nobody is there to be founded.
 */
export const clauseRule: Rule = {
  id: 'clause',
  find(tree, context) {
    return findClauses(tree).flatMap((clause) => propositionsOf(tree, context, clause))
  },
}

/** Verbs whose subjects do something together: "X and Y signed" is one act of both. */
const COLLECTIVE = new Set(
  'agree alternate collaborate collide combine compete confer converge cooperate coordinate differ discuss divorce elevate establish exchange form initiate jointly link marry meet merge negotiate partner resume reunite share sign unite'.split(
    ' ',
  ),
)

function propositionsOf(tree: Tree, context: Context, clause: Clause): Proposition[] {
  const subjects = subjectPhrases(tree, clause)
  if (subjects.length === 0 || isReport(tree, context, clause)) return []
  const { relation, object, adjuncts } = slotsOf(tree, context, clause)
  if (object.length === 0 && adjuncts.length === 0 && !clause.existential && isBare(tree, clause)) return []
  const objects = object.length > 0 ? object : [null]
  const pairs =
    subjects.length > 1 && objects.length > 3
      ? [[together(tree, clause.subjects[0]!), objects] as const]
      : subjects.map((subject) => [subject, objects] as const)
  return pairs.flatMap(([subject, all]) =>
    all.map((one) => ({
      rule: ruleOf(clause),
      predicate: clause.predicate,
      subject,
      relation: { words: relation },
      lemma: lemmaOf(tree, clause),
      object: one,
      adjuncts,
      reduced: clause.passive && clause.verbs.every((index) => !isRelated(tree, index, 'aux')),
      confidence: confidenceOf(clause),
    })),
  )
}

/** "Officials said that ...", "..., officials said": the claim is what they said, and this is its attribution. */
function isReport(tree: Tree, context: Context, clause: Clause): boolean {
  if (clause.objects.length > 0 || !isReporting(context, lemmaAt(tree, clause.content))) return false
  return clause.complements.length > 0 || isReportingAside(tree, clause.predicate)
}

/** "He left" says little, and "shut down" alone is mostly a mistaken parse; a passive with an own subject says enough. */
function isBare(tree: Tree, clause: Clause): boolean {
  if (clause.passive && clause.subjectBasis !== 'controlled') return false
  return (
    clause.subjectBasis !== 'own' ||
    !isNominal(tree, clause.subjects[0]!) ||
    wordAt(tree, clause.subjects[0]!).pos === 'PRON'
  )
}

function ruleOf(clause: Clause): string {
  if (clause.existential) return 'existence'
  if (clause.subjectBasis === 'relative') return 'relative'
  if (clause.subjectBasis === 'participle') return 'participle'
  if (clause.subjectBasis === 'controlled') return 'controlled'
  if (clause.copular) return 'copula'
  return clause.passive ? 'passive' : 'active'
}

/** Shares of right claims by how the subject was found; from `annotations/gold`, see the README's table. */
function confidenceOf(clause: Clause): number {
  switch (clause.subjectBasis) {
    case 'own':
      return 0.85
    case 'shared':
      return 0.78
    case 'relative':
      return 0.72
    case 'participle':
      return 0.68
    default:
      return 0.55
  }
}

function subjectPhrases(tree: Tree, clause: Clause): Phrase[] {
  const [first] = clause.subjects
  if (first === undefined) return []
  if (isRelated(tree, first, 'csubj')) return []
  if (!isNominal(tree, first) && wordAt(tree, first).pos !== 'DET' && wordAt(tree, first).pos !== 'ADJ')
    return []
  if (isInterrogative(tree, first)) return []
  if (clause.subjects.length === 1) return [nounPhrase(tree, first, withoutSelf(clause))]
  if (isCollective(tree, clause)) return [together(tree, first)]
  return clause.subjects.map((head) => nounPhrase(tree, head, withoutSelf(clause)))
}

/** A participle's own clause is no part of the noun that it hangs on. */
function withoutSelf(clause: Clause): { leaveOut?: (index: number) => boolean } {
  return clause.subjectBasis === 'participle' || clause.subjectBasis === 'shared'
    ? { leaveOut: (index) => index === clause.predicate }
    : {}
}

function isInterrogative(tree: Tree, index: number): boolean {
  const { tag } = wordAt(tree, index)
  return tag === 'WP' || tag === 'WDT'
}

function together(tree: Tree, head: number): Phrase {
  return nounPhrase(tree, head, { conjuncts: true })
}

function isCollective(tree: Tree, clause: Clause): boolean {
  const [first] = clause.subjects
  if (COLLECTIVE.has(lemmaAt(tree, clause.content))) return true
  if (dependentsBy(tree, first!, 'cc:preconj').length > 0) return false
  // "Ahmed and Ben are brothers": a plural noun is said of all of them.
  return clause.copular && wordAt(tree, clause.predicate).tag.endsWith('S')
}

interface Slots {
  readonly relation: readonly number[]
  readonly object: readonly Phrase[]
  readonly adjuncts: readonly Adjunct[]
}

function slotsOf(tree: Tree, context: Context, clause: Clause): Slots {
  const adjuncts: Adjunct[] = []
  const objects: Phrase[] = []
  let relation = [...clause.verbs]
  if (clause.existential) {
    const there = firstDependent(tree, clause.predicate, 'expl')
    if (there !== null) relation = [there, ...relation].sort((a, b) => a - b)
  } else if (clause.copular) {
    const { preposition, phrase, inner } = predicateNominal(tree, context, clause.predicate)
    relation = [...relation, ...preposition].sort((a, b) => a - b)
    objects.push(phrase)
    adjuncts.push(...inner)
  } else {
    for (const object of clause.objects) {
      const antecedent = isRelativePronoun(tree, object) ? antecedentOf(tree, clause.predicate, object) : null
      const heads = antecedent === null ? conjuncts(tree, object) : [antecedent]
      for (const head of heads) {
        const { phrase, inner } = objectPhrase(tree, context, head, heads.length > 1, clause.predicate)
        if (phrase.words.some((index) => relation.includes(index))) continue
        objects.push(phrase)
        for (const adjunct of inner)
          if (!adjuncts.some((known) => known.phrase.head === adjunct.phrase.head)) adjuncts.push(adjunct)
      }
    }
    for (const head of clause.predicatives) {
      if (objects.length > 0)
        adjuncts.push({ phrase: whole(tree, head), preposition: prepositionOf(tree, head), role: 'other' })
      else {
        relation = [...relation, ...casesOf(tree, head)]
        objects.push(whole(tree, head, casesOf(tree, head)))
      }
    }
    for (const complement of clause.complements) {
      if (objects.length === 0 && !isReporting(context, lemmaAt(tree, clause.content)))
        objects.push(whole(tree, complement))
    }
  }
  for (const head of clause.obliques) {
    const antecedent = isRelativePronoun(tree, head) ? antecedentOf(tree, clause.predicate, head) : null
    if (isRelativePronoun(tree, head)) {
      if (antecedent !== null && objects.length === 0) {
        // "in which X took part": the preposition stands before its verb, and is written behind it.
        relation = [...relation, ...casesOf(tree, head)]
        objects.push(nounPhrase(tree, antecedent, { leaveOut: (index) => index === clause.predicate }))
      }
      continue
    }
    const phrase = prepositionalPhrase(tree, head)
    const temporal = timesIn(context, extentOf(tree, phrase.words)).length > 0 && !isNamed(tree, head)
    const preposition = prepositionOf(tree, head)
    const promoted =
      objects.length === 0 &&
      !temporal &&
      preposition !== '' &&
      head > clause.content &&
      !SCENE.has(preposition)
    if (promoted) {
      const cases = casesOf(tree, head)
      relation = [...relation, ...cases]
      if (clause.passive && preposition === 'by') objects.push(together(tree, head))
      else for (const one of conjuncts(tree, head)) objects.push(nounPhrase(tree, one))
    } else adjuncts.push({ phrase, preposition, role: temporal ? 'time' : null })
  }
  adjuncts.push(...adverbialAdjuncts(tree, context, clause))
  if (objects.length === 0) promoteScene(tree, adjuncts, objects, relation, clause)
  const used = new Set(relation)
  return {
    relation: [...used],
    object: objects.filter((phrase) => phrase.words.length > 0),
    adjuncts: adjuncts.filter(({ phrase }) => phrase.words.length > 0),
  }
}

/** Prepositions that set the scene rather than name a participant, wherever another phrase can. */
const SCENE = new Set([
  'after',
  'before',
  'during',
  'since',
  'until',
  'despite',
  'because of',
  'due to',
  'according to',
  'without',
  'amid',
  'like',
  'such as',
  'including',
  'than',
  'as of',
])

/** "arrived in Delhi on Monday": with nothing better, the first adjunct of place is the object, with its preposition. */
function promoteScene(
  tree: Tree,
  adjuncts: Adjunct[],
  objects: Phrase[],
  relation: number[],
  clause: Clause,
): void {
  const at = adjuncts.findIndex(
    ({ phrase, preposition, role }) =>
      role === null && preposition !== '' && phrase.head > clause.content && !SCENE.has(preposition),
  )
  const [adjunct] = at < 0 ? [] : adjuncts.splice(at, 1)
  if (!adjunct) return
  relation.push(...casesOf(tree, adjunct.phrase.head))
  objects.push(nounPhrase(tree, adjunct.phrase.head, { conjuncts: true }))
}

function isReporting(context: Context, lemma: string): boolean {
  const { attribution, denial, doubt, recommendation, prediction } = context.knowledge.cues
  return [attribution, denial, doubt, recommendation, prediction].some(({ verbs }) => verbs.includes(lemma))
}

function isNamed(tree: Tree, index: number): boolean {
  return (
    wordAt(tree, index).pos === 'PROPN' &&
    !/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i.test(
      wordAt(tree, index).lemma,
    )
  )
}

/** The noun or adjective after a copula; "is in Glasgow" moves its preposition into the relation. */
function predicateNominal(
  tree: Tree,
  context: Context,
  head: number,
): { preposition: readonly number[]; phrase: Phrase; inner: readonly Adjunct[] } {
  if (isNominal(tree, head)) {
    const { phrase, inner } = objectPhrase(tree, context, head, false, head)
    return { preposition: casesOf(tree, head), phrase, inner }
  }
  return { preposition: casesOf(tree, head), phrase: adjectivePhrase(tree, head), inner: [] }
}

function adjectivePhrase(tree: Tree, head: number): Phrase {
  const words = subtree(
    tree,
    head,
    (index, of) =>
      of === head &&
      isRelated(
        tree,
        index,
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
        'xcomp',
      ),
  )
  return trimmed(tree, {
    head,
    words: words.filter((index) => lemmaAt(tree, index) !== 'not' && lemmaAt(tree, index) !== "n't"),
  })
}

/**
 * An object without the times inside it, which are said of the act: "signed an agreement [in 2018]". Where the noun
 * is one of several coordinated ones, each stands alone.
 */
function objectPhrase(
  tree: Tree,
  context: Context,
  head: number,
  coordinated: boolean,
  predicate: number,
): { phrase: Phrase; inner: readonly Adjunct[] } {
  const temporal = dependentsBy(tree, head, 'nmod').filter((index) => {
    const phrase = prepositionalPhrase(tree, index)
    return (
      casesOf(tree, index).length > 0 &&
      timesIn(context, extentOf(tree, phrase.words)).some(
        (time) => time.kind === 'date' && time.end >= wordAt(tree, index).end,
      ) &&
      prepositionOf(tree, index) !== 'of'
    )
  })
  const leaveOut = (index: number) => temporal.includes(index) || (index === predicate && index !== head)
  const inner = temporal.map((index) => ({
    phrase: prepositionalPhrase(tree, index),
    preposition: prepositionOf(tree, index),
    role: 'time' as const,
  }))
  return {
    phrase: nounPhrase(tree, head, {
      conjuncts:
        !coordinated && dependentsBy(tree, head, 'conj').length > 0 && conjuncts(tree, head).length === 1,
      leaveOut,
    }),
    inner,
  }
}

/** A complement with all its words but the opening "that" or preposition. */
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

const CLAUSES_OF_TIME = new Set(['after', 'before', 'when', 'until', 'till', 'since', 'once'])

/** Infinitives of purpose, conditions, and adverbs of time. */
function adverbialAdjuncts(tree: Tree, context: Context, clause: Clause): Adjunct[] {
  const found: Adjunct[] = []
  for (const head of clause.adverbials) {
    const mark = firstDependent(tree, head, 'mark')
    const lemma = mark === null ? '' : lemmaAt(tree, mark)
    if (mark !== null && wordAt(tree, mark).tag === 'TO')
      found.push({ phrase: whole(tree, head), preposition: 'to', role: 'purpose' })
    else if (CLAUSES_OF_TIME.has(lemma))
      found.push({ phrase: whole(tree, head), preposition: lemma, role: 'time' })
    else if (lemma === 'if' || lemma === 'unless')
      found.push({ phrase: whole(tree, head), preposition: lemma, role: 'condition' })
  }
  for (const index of dependentsBy(tree, clause.content, 'advmod')) {
    if (clause.verbs.includes(index)) continue
    const phrase = whole(tree, index)
    const times = timesIn(context, extentOf(tree, phrase.words))
    if (times.length > 0) found.push({ phrase, preposition: '', role: 'time' })
  }
  return found
}

function lemmaOf(tree: Tree, clause: Clause): string {
  if (clause.existential) return 'exist'
  if (clause.copular) return 'be'
  return clause.verbs
    .filter((index) => !isRelated(tree, index, 'aux', 'advmod') && wordAt(tree, index).pos !== 'ADV')
    .map((index) => lemmaAt(tree, index))
    .join(' ')
}
