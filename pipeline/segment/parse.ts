import type { LinearModel } from './linear-model.ts'
import { nextFeatures, stackFeatures, stateFeatures } from './parser-features.ts'
import type { Guide, ParserInput } from './parser-input.ts'
import {
  applyTransition,
  bestTransition,
  canRight,
  canShift,
  onlyTransition,
  type ParserState,
  resetState,
  SHIFT,
} from './transitions.ts'

/** Parses a sentence greedily: heads and relations are in `state` afterwards, by node. Linear in its length. */
export function parseOnce(model: LinearModel, input: ParserInput, root: number, state: ParserState): void {
  resetState(state, input.n)
  // Of what hangs on the stack alone, sums are kept by depth: what comes to light again has them. Beyond the last place
  // they are made anew.
  const last = model.places - 1
  let pushed = false
  while (canShift(state) || canRight(state)) {
    let transition = onlyTransition(state, root)
    if (transition < 0) {
      const place = Math.min(state.depth, last)
      if (pushed || place === last) model.keep(stackFeatures(state, input, model.features, 0), place)
      if (pushed) model.keep(nextFeatures(state, input, model.features, 0), NEXT)
      const scores = model.scoreFrom(stateFeatures(state, input, model.features, 0), place, NEXT)
      transition = bestTransition(scores, state, root)
      pushed = false
    }
    pushed ||= transition === SHIFT
    applyTransition(state, transition)
  }
}

/** Where the sums of the next words are kept: where no word of the stack is, for the root is at depth 1. */
const NEXT = 0

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
