import type { LinearModel } from './linear-model.ts'
import { type Guide, type ParserInput, parserFeatures } from './parser-features.ts'
import {
  applyTransition,
  bestTransition,
  canRight,
  canShift,
  type ParserState,
  resetState,
  SHIFT,
} from './transitions.ts'

/** Parses a sentence greedily: heads and relations are in `state` afterwards, by node. Linear in its length. */
export function parseOnce(model: LinearModel, input: ParserInput, root: number, state: ParserState): void {
  resetState(state, input.n)
  while (canShift(state) || canRight(state)) {
    const onlyRootLeft = state.depth === 1
    applyTransition(state, onlyRootLeft ? SHIFT : bestTransition(scoresOf(model, state, input), state, root))
  }
}

function scoresOf(model: LinearModel, state: ParserState, input: ParserInput): Int32Array {
  return model.score(parserFeatures(state, input, model.features))
}

/**
 * Parses a sentence twice: from its end to its beginning, and then from beginning to end with the first tree as a guide.
 * The two err in different places, and the second learns when to trust the first.
 */
export function parseGuided(
  backward: LinearModel,
  forward: LinearModel,
  input: ParserInput,
  root: number,
  state: ParserState,
): void {
  parseOnce(backward, reversed(input), root, state)
  parseOnce(forward, { ...input, guide: guideFrom(state, input.n) }, root, state)
}

/** The sentence from its end to its beginning. */
export function reversed(input: ParserInput): ParserInput {
  const turn = <T extends Int32Array | Uint8Array>(array: T): T => {
    const turned = array.slice() as T
    turned.subarray(1).reverse()
    return turned
  }
  return {
    n: input.n,
    lower: turn(input.lower),
    suffix: turn(input.suffix),
    stem: turn(input.stem),
    upos: turn(input.upos),
    xpos: turn(input.xpos),
    guide: null,
  }
}

/** The tree of a reversed sentence as a guide to the sentence itself. */
export function guideFrom(state: ParserState, n: number): Guide {
  const head = new Int32Array(n + 1)
  const label = new Uint8Array(n + 1)
  const first = Int32Array.from({ length: n + 1 }, (_, node) => node)
  const last = first.slice()
  label[0] = state.label[0]!
  for (let node = 1; node <= n; node += 1) {
    const above = state.head[n + 1 - node]!
    head[node] = above === 0 ? 0 : n + 1 - above
    label[node] = state.label[n + 1 - node]!
  }
  for (let node = n; node > 0; node -= 1) {
    const above = head[node]!
    if (node < first[above]!) first[above] = node
    if (node > last[above]!) last[above] = node
  }
  return { head, label, first, last }
}
