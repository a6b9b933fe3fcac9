import { wordForms } from '../../pipeline/segment/features.ts'
import { relationNames, type TagTable } from '../../pipeline/segment/language-model.ts'
import {
  applyTransition,
  bestTransition,
  canLeft,
  canRight,
  canShift,
  createState,
  PARSER_FEATURES,
  type ParserInput,
  type ParserState,
  parserFeatures,
  resetState,
} from '../../pipeline/segment/parse.ts'
import { createPerceptron } from './perceptron.ts'
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
    input: {
      forms: wordForms(sentence.forms),
      first: 0,
      upos: tags.map((tag) => table.posNumber[tag]!),
      xpos: tags.map((tag) => table.tagNumber[tag]!),
    },
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
  minUpdates: number,
  minWeight: number,
): Uint8Array {
  const random = createRandom(2)
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
        const costs = transitionCosts(state, heads)
        const right = bestRight(scores, state, costs, heads, labels)
        step += 1
        if (!isRight(guess, state, costs, heads, labels)) {
          wrong += 1
          perceptron.update(features, count, right, guess, step)
        }
        applyTransition(state, epoch > 0 && random() < 0.9 ? guess : right)
      }
    }
    console.log(`parser epoch ${epoch + 1}: ${wrong} wrong of ${Math.round(step / (epoch + 1))}`)
  }
  return perceptron.freeze(classes, step, { minUpdates, minWeight })
}

/** How many arcs of the right tree become unreachable by SHIFT, LEFT and RIGHT; -1 where that is not allowed. */
function transitionCosts(state: ParserState, heads: Int32Array): [number, number, number] {
  const { stack, depth, next, n } = state
  const s0 = stack[depth - 1]!
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  let shiftCost = -1
  let leftCost = -1
  let rightCost = -1
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
  return [shiftCost, leftCost, rightCost]
}

/** The least costly transitions are right; an arc of the tree must also carry its relation. */
function isRight(
  cls: number,
  state: ParserState,
  costs: readonly [number, number, number],
  heads: Int32Array,
  labels: Uint8Array,
): boolean {
  const least = Math.min(...costs.filter((cost) => cost >= 0))
  if (cls === 0) return costs[0] === least
  const left = cls % 2 === 1
  if (costs[left ? 1 : 2] !== least) return false
  const child = state.stack[state.depth - 1]!
  const head = left ? state.next : state.stack[state.depth - 2]!
  return heads[child] !== head || labels[child] === (left ? cls - 1 : cls - 2) >> 1
}

function bestRight(
  scores: Float32Array,
  state: ParserState,
  costs: readonly [number, number, number],
  heads: Int32Array,
  labels: Uint8Array,
): number {
  let at = -1
  for (let cls = 0; cls < scores.length; cls += 1) {
    if (at >= 0 && scores[cls]! <= scores[at]!) continue
    if (isRight(cls, state, costs, heads, labels)) at = cls
  }
  return at
}
