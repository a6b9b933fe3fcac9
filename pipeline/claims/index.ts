import type { Attribution, Claim } from '../model/claim.ts'
import type { Block, BlockKind, WithMentions } from '../model/document.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { bySpan, contains, cover, type Span } from '../model/span.ts'
import { argumentOf, written } from './argument.ts'
import { attributionOf } from './attribution.ts'
import { type Citation, citedAttribution, findCitations } from './citation.ts'
import { claimIdOf } from './claim-id.ts'
import { claimText } from './claim-text.ts'
import { confidenceOf } from './confidence.ts'
import { type Context, contextOf } from './context.ts'
import { kindOf } from './kind.ts'
import { type Phrase, prepositionOf } from './phrase.ts'
import type { Proposition } from './proposition.ts'
import { qualifierOf } from './qualifier.ts'
import { relationIndexOf, relationTypeOf } from './relation-type.ts'
import { RULES } from './rules/index.ts'
import {
  presupposed,
  reportedBy,
  type Stance,
  type Surroundings,
  stanceOf,
  surroundingsOf,
} from './stance/index.ts'
import { findQuotations } from './stance/quotation.ts'
import type { Voice } from './stance/reading.ts'
import { type Tree, treeOf, wordAt } from './tree.ts'
import { wholeName } from './whole-name.ts'

/** To be raised when the same layers give other claims. */
export const VERSION = '10'

/** Blocks whose sentences claim something. Headings and cells are context; the rest is no prose. */
const CLAIMING: ReadonlySet<BlockKind> = new Set(['paragraph', 'item', 'quote'])

/**
 * The claims of a document, in the order of the text: propositions found by the rules on each sentence's tree, then
 * dressed with their stance, evidence and plain sentence. A second finder can stand beside this one: it takes a
 * document with its layers, and gives claims whose every span lies in the text.
 */
export function findClaims(doc: WithMentions, knowledge: Knowledge): readonly Claim[] {
  const context = contextOf(doc, knowledge)
  const claims = new Map<string, Claim>()
  for (const { block, sentences } of claimingBlocks(doc)) {
    const trees = sentences.map((index) => treeOf(doc.words, doc.sentences[index]!))
    const quotations = findQuotations(context, block, trees)
    for (const [at, tree] of trees.entries()) {
      const citations = findCitations(doc.text, tree.sentence)
      const surroundings = surroundingsOf(context, tree, quotations)
      const place = { index: sentences[at]!, section: block.section, citations, surroundings }
      for (const rule of RULES) {
        for (const proposition of rule.find(tree, context)) {
          if (surroundings.asides.includes(proposition.predicate)) continue
          const claim = dress(context, tree, proposition, place)
          const known = claims.get(claim.id)
          if (!known || known.confidence < claim.confidence) claims.set(claim.id, claim)
        }
      }
    }
  }
  return [...claims.values()].sort((a, b) => bySpan(a, b) || (a.id < b.id ? -1 : 1))
}

/** Of a sentence, which has 2,000 characters at most: what has more words is a run of marks, with a claim at each. */
const MOST_WORDS = 600

/** The blocks that claim, each with the indexes of its sentences of two words or more. */
function claimingBlocks(doc: WithMentions): { block: Block; sentences: number[] }[] {
  const found = new Map<number, number[]>()
  for (const [index, { block, firstWord, endWord }] of doc.sentences.entries()) {
    const words = endWord - firstWord
    if (!CLAIMING.has(doc.blocks[block]!.kind) || words < 2 || words > MOST_WORDS) continue
    // A dateline ends in a dash.
    if (doc.words[endWord - 1]!.lemma === '-') continue
    const sentences = found.get(block) ?? []
    if (sentences.length === 0) found.set(block, sentences)
    sentences.push(index)
  }
  return [...found].map(([block, sentences]) => ({ block: doc.blocks[block]!, sentences }))
}

interface Place {
  readonly index: number
  readonly section: readonly string[]
  readonly citations: readonly Citation[]
  readonly surroundings: Surroundings
}

function stanceFor(context: Context, tree: Tree, proposition: Proposition, { surroundings }: Place): Stance {
  const { rule, predicate, reporter, subject, object } = proposition
  if (PRESUPPOSING.has(rule)) return presupposed()
  if (reporter !== undefined) return reportedBy(context, tree, reporter, surroundings)
  const heads = object === null ? [subject.head] : [subject.head, object.head]
  return stanceOf(context, tree, predicate, heads, surroundings)
}

/** A name is one, though the parse may tear it: "Civil Protection [Authority]" is taken whole. */
function withWholeNames(context: Context, tree: Tree, proposition: Proposition): Proposition {
  const { subject, object } = proposition
  const taken = [
    ...('words' in proposition.relation ? proposition.relation.words : []),
    ...subject.words,
    ...(object?.words ?? []),
  ]
  const named = object === null ? null : wholeName(context, tree, object, taken)
  return {
    ...proposition,
    subject: wholeName(context, tree, subject, taken),
    object: named,
    // "the Agreement [on Trade]" needs no "on Trade" beside it.
    adjuncts: proposition.adjuncts.filter(
      ({ phrase }) => !phrase.words.every((index) => named?.words.includes(index)),
    ),
  }
}

/** Rules whose findings the author takes for granted. */
const PRESUPPOSING = new Set(['apposition', 'title', 'possession', 'parenthesis'])

/** From words of a tree to a claim that stands alone. */
function dress(context: Context, tree: Tree, found: Proposition, place: Place): Claim {
  const { doc } = context
  const proposition = withWholeNames(context, tree, found)
  const subject = argumentOf(context, tree, proposition.subject)
  const object = proposition.object === null ? null : argumentOf(context, tree, proposition.object)
  const stance = stanceFor(context, tree, proposition, place)
  const qualifiers = proposition.adjuncts
    .filter(({ phrase }) => !isVoice(phrase, stance.voice))
    .map((adjunct) => qualifierOf(context, tree, adjunct))
  const attribution =
    attributionOf(context, stance.voice) ?? citedBehind(doc.text, place.citations, tree, proposition)
  const relation = relationOf(context, tree, proposition, object?.head ?? null)
  const stanceCues = stance.cues.map((index) => {
    const { start, end } = wordAt(tree, index)
    return { start, end, text: doc.text.slice(start, end) }
  })
  const evidence = evidenceOf(context, tree, proposition, stance, attribution)
  const { start, end } = evidence
  const slots = [subject, relation, object, ...qualifiers]
  const { polarity, factuality } = stance
  const parts = {
    start,
    end,
    subject,
    relation,
    object,
    qualifiers,
    polarity,
    factuality,
    attribution,
    stanceCues,
    auxiliary: auxiliaryOf(tree, proposition),
    nominal: proposition.rule === 'nominalisation',
  }
  // Field by field: to spread `parts` here took a tenth of the time of all claims.
  return {
    start,
    end,
    id: claimIdOf(doc.id, evidence, slots),
    sentence: place.index,
    section: place.section,
    subject,
    relation,
    object,
    qualifiers,
    polarity,
    factuality,
    attribution,
    stanceCues,
    kind: kindOf(context, tree, proposition, { subject, object, qualifiers }, stance),
    text: claimText(parts),
    confidence: confidenceOf(tree, proposition, parts),
    rule: proposition.rule,
  }
}

/** "[According to the union], 420 people left": who says so is the claim's attribution, and no circumstance of it. */
function isVoice({ head, words }: Phrase, voice: Voice | null): boolean {
  if (voice === null || voice.cue.length === 0) return false
  const named = voice.cue.includes(head) || (voice.speaker?.words.includes(head) ?? false)
  return named && voice.cue.every((index) => words.includes(index))
}

function relationOf(
  context: Context,
  tree: Tree,
  proposition: Proposition,
  objectHead: string | null,
): Claim['relation'] {
  const { relation, lemma, object } = proposition
  const index = relationIndexOf(context.knowledge)
  const preposition = object === null || 'understood' in relation ? '' : prepositionOf(tree, object.head)
  const type = relationTypeOf(index, lemma, preposition, objectHead, proposition.rule === 'nominalisation')
  if ('understood' in relation) return { start: null, end: null, text: relation.understood, lemma, type }
  return { ...written(context, tree, relation.words), lemma, type }
}

/** A citation at the end stands behind what the sentence says before it. */
function citedBehind(
  text: string,
  citations: readonly Citation[],
  tree: Tree,
  proposition: Proposition,
): Attribution | null {
  const { end } = wordAt(tree, proposition.predicate)
  const citation = citations.find(({ start }) => start >= end)
  return citation ? citedAttribution(text, citation) : null
}

/** The least text that shows the claim: its slots, the words of its stance, and who says so. */
function evidenceOf(
  context: Context,
  tree: Tree,
  { subject, relation, object, adjuncts, predicate }: Proposition,
  stance: Stance,
  attribution: Attribution | null,
): Span {
  const words = [
    ...subject.words,
    ...('words' in relation ? relation.words : []),
    ...(object?.words ?? []),
    ...adjuncts.flatMap(({ phrase }) => phrase.words),
    ...stance.cues,
    ...voiceWords(context, tree, stance.voice),
    predicate,
  ]
  const spans: Span[] = words.map((index) => wordAt(tree, index))
  const { start, end } = attribution?.cue ?? { start: null, end: null }
  if (start !== null && end !== null && contains(tree.sentence, { start, end })) spans.push({ start, end })
  return cover(spans)
}

/** A quotation's speaker may stand in another sentence: then it is named in the attribution, and not in the evidence. */
function voiceWords(context: Context, tree: Tree, voice: Voice | null): readonly number[] {
  if (voice === null || voice.tree.sentence !== tree.sentence) return []
  return [...(voice.speaker === null ? [] : wholeName(context, tree, voice.speaker).words), ...voice.cue]
}

/** "was" or "were" for "KAZIND, initiated in 2016"; "is" or "are" for a participle without any verb. */
function auxiliaryOf(tree: Tree, { reduced, subject }: Proposition): string {
  if (!reduced) return ''
  const { tag } = wordAt(tree, subject.head)
  return tag === 'NNS' || tag === 'NNPS' ? 'were' : 'was'
}
