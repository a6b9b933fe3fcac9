import { wordForms } from '../../pipeline/segment/features.ts'
import { relationNames, type TagTable } from '../../pipeline/segment/language-model.ts'
import type { LinearModel } from '../../pipeline/segment/linear-model.ts'
import { guideFrom, parseOnce, reversed } from '../../pipeline/segment/parse.ts'
import { PARSER_FEATURES, parserFeatures } from '../../pipeline/segment/parser-features.ts'
import { type ParserInput, parserInput } from '../../pipeline/segment/parser-input.ts'
import {
  applyTransition,
  bestTransition,
  canLeft,
  canRight,
  canShift,
  createState,
  type ParserState,
  resetState,
} from '../../pipeline/segment/transitions.ts'
import { createPerceptron, type FreezeOptions } from './perceptron.ts'
import { projectivise } from './projective.ts'
import { createRandom, shuffle } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

/** The classes of the parser: SHIFT, and LEFT and RIGHT with every relation of the treebank. */
export function parserClasses(sentences: readonly TreebankSentence[]): string[] {
  const relations = new Set<string>()
  for (const { deprels } of sentences) for (const deprel of deprels) relations.add(deprel)
  const sorted = [...relations].sort()
  return ['SHIFT', ...sorted.flatMap((r) => [`LEFT ${r}`, `RIGHT ${r}`])]
}

/** Words as the parser sees them; tags are the tagger's, not the treebank's. */
export interface TaggedSentence {
  readonly input: ParserInput
  /** By node: 0 is the root, words from one. */
  readonly heads: Int32Array
  readonly labels: Uint8Array
}

export function taggedSentence(
  sentence: TreebankSentence,
  tags: Uint8Array,
  table: TagTable,
  relations: readonly string[],
): TaggedSentence {
  return {
    input: parserInput(
      wordForms(sentence.forms),
      tags.map((tag) => table.posNumber[tag]!),
      tags.map((tag) => table.tagNumber[tag]!),
    ),
    heads: projectivise(Int32Array.from([0, ...sentence.heads])),
    labels: Uint8Array.from([0, ...sentence.deprels.map((deprel) => relations.indexOf(deprel))]),
  }
}

/**
 * Trains the parser with a dynamic oracle (Goldberg and Nivre 2013): after the first epoch it follows its own mistakes
 * most of the time and learns to make the best of the state that they lead to.
 */
export function trainParser(
  sentences: readonly TaggedSentence[],
  classes: readonly string[],
  epochs: number,
  options: FreezeOptions,
  seed = 2,
): Uint8Array {
  const random = createRandom(seed)
  const root = relationNames(classes).indexOf('root')
  const perceptron = createPerceptron()
  const features = new Int32Array(PARSER_FEATURES)
  const scores = new Float32Array(classes.length)
  const order = sentences.map((_, i) => i)
  const state = createState(Math.max(...sentences.map((s) => s.heads.length)))
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    let wrong = 0
    for (const index of order) {
      const sentence = sentences[index]!
      const { heads, labels, input } = sentence
      resetState(state, heads.length - 1)
      while (canShift(state) || canRight(state)) {
        const count = parserFeatures(state, input, features)
        perceptron.score(features, count, scores)
        const guess = bestTransition(scores, state, root)
        const advice = advise(state, heads, labels)
        const right = bestRight(scores, advice)
        step += 1
        if (!isRight(guess, advice)) {
          wrong += 1
          perceptron.update(features, count, right, guess, step)
        }
        applyTransition(state, epoch > 0 && random() < 0.9 ? guess : right)
      }
    }
    console.log(`parser epoch ${epoch + 1}: ${wrong} wrong of ${Math.round(step / (epoch + 1))}`)
  }
  return perceptron.freeze(classes, step, options)
}

/** What a dynamic oracle allows in a state: the transitions that lose the fewest arcs of the right tree. */
interface Advice {
  readonly shift: boolean
  readonly left: boolean
  readonly right: boolean
  /** The relation that the arc must carry; -1 where the arc is not in the tree, and any relation will do. */
  readonly leftLabel: number
  readonly rightLabel: number
}

function advise(state: ParserState, heads: Int32Array, labels: Uint8Array): Advice {
  const { stack, depth, next, n } = state
  const s0 = stack[depth - 1]!
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  let shiftCost = Number.POSITIVE_INFINITY
  let leftCost = Number.POSITIVE_INFINITY
  let rightCost = Number.POSITIVE_INFINITY
  if (canShift(state)) {
    shiftCost = 0
    for (let i = 0; i < depth; i += 1) {
      if (i > 0 && heads[stack[i]!] === next) shiftCost += 1
      if (i < depth - 1 && heads[next] === stack[i]) shiftCost += 1
    }
  }
  let lost = 0
  if (depth > 1) for (let b = next; b <= n; b += 1) if (heads[b] === s0) lost += 1
  if (canLeft(state)) leftCost = lost + (heads[s0] === s1 || heads[s0]! > next ? 1 : 0)
  if (canRight(state)) rightCost = lost + (heads[s0]! >= next ? 1 : 0)
  const least = Math.min(shiftCost, leftCost, rightCost)
  return {
    shift: shiftCost === least,
    left: leftCost === least,
    right: rightCost === least,
    leftLabel: heads[s0] === next ? labels[s0]! : -1,
    rightLabel: heads[s0] === s1 ? labels[s0]! : -1,
  }
}

function isRight(cls: number, { shift, left, right, leftLabel, rightLabel }: Advice): boolean {
  if (cls === 0) return shift
  if (cls % 2 === 1) return left && (leftLabel < 0 || leftLabel === (cls - 1) >> 1)
  return right && (rightLabel < 0 || rightLabel === (cls - 2) >> 1)
}

function bestRight(scores: Float32Array, advice: Advice): number {
  let best = -1
  for (let cls = 0; cls < scores.length; cls += 1) {
    if ((best < 0 || scores[cls]! > scores[best]!) && isRight(cls, advice)) best = cls
  }
  return best
}

/** The sentence from its end to its beginning. */
export function reversedSentence({ input, heads, labels }: TaggedSentence): TaggedSentence {
  const n = input.n
  const turned = Int32Array.from(heads, (_, node) => {
    const head = node === 0 ? 0 : heads[n + 1 - node]!
    return head === 0 ? 0 : n + 1 - head
  })
  return {
    input: reversed(input),
    heads: turned,
    labels: Uint8Array.from(labels, (_, node) => (node === 0 ? 0 : labels[n + 1 - node]!)),
  }
}

/** The sentence with the tree that a backward parser gives it as a guide. */
export function guided(sentence: TaggedSentence, backward: LinearModel): TaggedSentence {
  const { input } = sentence
  const state = createState(input.n)
  parseOnce(backward, reversed(input), relationNames(backward.classes).indexOf('root'), state)
  return { ...sentence, input: { ...input, guide: guideFrom(state, input.n) } }
}
