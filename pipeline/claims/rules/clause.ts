import { agrees } from '../agreement.ts'
import { type Clause, findClauses, isReportingAside } from '../clause.ts'
import { isComplete } from '../completeness.ts'
import type { Context } from '../context.ts'
import { controllerOf } from '../control.ts'
import { isBroken, nounPhrase, type Phrase } from '../phrase.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { slotsOf } from '../slots/index.ts'
import { isReporting } from '../slots/objects.ts'
import {
  dependentsBy,
  isInfinitive,
  isNominal,
  isRelated,
  lemmaAt,
  subtree,
  type Tree,
  wordAt,
} from '../tree.ts'
import { namedAs } from './naming.ts'

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
  if (
    subjects.length === 0 ||
    isPartOfName(tree, context, clause) ||
    !agrees(tree, context, clause) ||
    isPurpose(tree, clause) ||
    isReport(tree, context, clause) ||
    namedAs(tree, clause) !== null
  )
    return []
  if (subjects.some((subject) => isBroken(tree, subject))) return []
  const slots = slotsOf(tree, context, clause)
  if (!isComplete(tree, clause, slots)) return []
  const { relation, objects: found, adjuncts } = slots
  const objects = found.length > 0 ? found : [null]
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

/** "Joint [Working] Groups", "the [Walking] Horses of Tennessee": a participle with a capital inside a sentence is a name's. */
function isPartOfName(tree: Tree, { doc }: Context, { predicate }: Clause): boolean {
  const { tag, start } = wordAt(tree, predicate)
  return tag === 'VBG' && predicate > tree.sentence.firstWord && /\p{Lu}/u.test(doc.text.charAt(start))
}

/** "to care for the wounded" is what another claim's act was for, and is told there. */
function isPurpose(tree: Tree, { predicate }: Clause): boolean {
  if (!isRelated(tree, predicate, 'advcl') || controllerOf(tree, predicate) === 'object') return false
  return isInfinitive(tree, predicate)
}

/**
 * "Officials said that ...", "..., officials said": the claim is what they said, and this is its attribution. "Two clerks
 * told the Post" has lost what they said.
 */
function isReport(tree: Tree, context: Context, clause: Clause): boolean {
  if (
    clause.complements.length > 0 &&
    clause.subjects.some((head) => context.cues.doubt.has('nouns', lemmaAt(tree, head)))
  )
    return true
  if (lemmaAt(tree, clause.predicate) === 'tell' && !clause.passive) return true
  if (clause.objects.length > 0 || !isReporting(context, lemmaAt(tree, clause.content))) return false
  return clause.complements.length > 0 || isReportingAside(tree, clause.predicate)
}

function ruleOf(clause: Clause): string {
  if (clause.existential) return 'existence'
  if (clause.subjectBasis === 'relative') return 'relative'
  if (clause.subjectBasis === 'participle') return 'participle'
  if (clause.subjectBasis === 'controlled') return 'controlled'
  if (clause.copular) return 'copula'
  return clause.passive ? 'passive' : 'active'
}

/** The share of such claims that the first pass of our gold has, on 2026-11-22, rounded to five hundredths. */
function confidenceOf(clause: Clause): number {
  switch (ruleOf(clause)) {
    case 'existence':
      return 0.75
    case 'passive':
    case 'active':
    case 'relative':
      return clause.subjectBasis === 'shared' ? 0.65 : 0.7
    case 'copula':
      return 0.55
    case 'participle':
      return 0.55
    default:
      return 0.4
  }
}

function subjectPhrases(tree: Tree, clause: Clause): Phrase[] {
  const [first] = clause.subjects
  if (first === undefined) return []
  if (isRelated(tree, first, 'csubj')) return []
  if (!isNominal(tree, first) && wordAt(tree, first).pos !== 'DET' && wordAt(tree, first).pos !== 'ADJ')
    return []
  if (isInterrogative(tree, first) || isOwned(tree, first)) return []
  if (
    ['few', 'many', 'more', 'less', 'much', 'such'].includes(lemmaAt(tree, first)) &&
    wordAt(tree, first).tag !== 'JJ'
  )
    return []
  if (clause.subjects.length === 1) return [nounPhrase(tree, first, withoutSelf(clause))]
  if (isCollective(tree, clause)) return [together(tree, first)]
  return clause.subjects.map((head) => nounPhrase(tree, head, withoutSelf(clause)))
}

/** A clause is no part of its own subject, wherever the parse hangs it. */
function withoutSelf(clause: Clause): { leaveOut: (index: number) => boolean } {
  return { leaveOut: (index) => index === clause.predicate }
}

function isInterrogative(tree: Tree, index: number): boolean {
  const { tag } = wordAt(tree, index)
  return tag === 'WP' || tag === 'WDT'
}

/** "[whose] daughter fell ill": whose, the noun alone does not say. */
function isOwned(tree: Tree, index: number): boolean {
  const [first] = nounPhrase(tree, index).words
  return [first!, first! - 1].some(
    (owner) => owner >= tree.sentence.firstWord && wordAt(tree, owner).tag === 'WP$',
  )
}

function together(tree: Tree, head: number): Phrase {
  return nounPhrase(tree, head, { conjuncts: true })
}

function isCollective(tree: Tree, clause: Clause): boolean {
  const [first] = clause.subjects
  if (COLLECTIVE.has(lemmaAt(tree, clause.content))) return true
  if (dependentsBy(tree, first!, 'cc:preconj').length > 0) return false
  // "Ahmed and Ben are brothers": a plural noun is said of all of them.
  if (clause.copular) return wordAt(tree, clause.predicate).tag.endsWith('S')
  return clause.verbs.some((verb) => subtree(tree, verb).some((index) => isOfSeveral(tree, index)))
}

/** "India and Nepal widened [their] trade", "met [each other]": what they share is not said of each alone. */
function isOfSeveral(tree: Tree, index: number): boolean {
  const { tag } = wordAt(tree, index)
  if (tag === 'PRP$') return lemmaAt(tree, index) === 'their'
  return (
    ['mutual', 'mutually', 'jointly', 'together', 'bilateral', 'joint'].includes(lemmaAt(tree, index)) ||
    (lemmaAt(tree, index) === 'other' && lemmaAt(tree, index - 1) === 'each')
  )
}

function lemmaOf(tree: Tree, clause: Clause): string {
  if (clause.existential) return 'exist'
  if (clause.copular) return 'be'
  return clause.verbs
    .filter((index) => !isRelated(tree, index, 'aux', 'advmod') && wordAt(tree, index).pos !== 'ADV')
    .map((index) => lemmaAt(tree, index))
    .join(' ')
}
