import { mix, type WordForms } from './features.ts'
import { type LinearModel, score } from './linear-model.ts'

/** Most features that one state of the parser has. */
export const PARSER_FEATURES = 96

export const SHIFT = 0

/**
 * The state of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one sentence. Node 0 is the
 * artificial root at the bottom of the stack; node k is the sentence's k-th word, counted from one.
 */
export interface ParserState {
  n: number
  next: number
  depth: number
  stack: Int32Array
  head: Int32Array
  label: Uint8Array
  /** Outermost and second outermost child on each side; 0 where there is none. */
  left1: Int32Array
  left2: Int32Array
  right1: Int32Array
  right2: Int32Array
  leftCount: Uint8Array
  rightCount: Uint8Array
}

export function createState(capacity: number): ParserState {
  const ints = () => new Int32Array(capacity + 2)
  const bytes = () => new Uint8Array(capacity + 2)
  return {
    n: 0,
    next: 1,
    depth: 1,
    stack: ints(),
    head: ints(),
    label: bytes(),
    left1: ints(),
    left2: ints(),
    right1: ints(),
    right2: ints(),
    leftCount: bytes(),
    rightCount: bytes(),
  }
}

/** Makes the state ready for a sentence of `n` words. */
export function resetState(state: ParserState, n: number): void {
  state.n = n
  state.next = 1
  state.depth = 1
  state.stack[0] = 0
  for (const array of [state.head, state.left1, state.left2, state.right1, state.right2])
    array.fill(0, 0, n + 2)
  for (const array of [state.label, state.leftCount, state.rightCount]) array.fill(0, 0, n + 2)
}

/** The first word may be pushed. */
export function canShift(state: ParserState): boolean {
  return state.next <= state.n
}

/** The top of the stack may get the next word as its head. */
export function canLeft(state: ParserState): boolean {
  return state.next <= state.n && state.depth > 1
}

/** The top of the stack may get the word below as its head; the root takes one word, when all others have a head. */
export function canRight(state: ParserState): boolean {
  return state.depth > 2 || (state.depth === 2 && state.next > state.n)
}

export function shift(state: ParserState): void {
  state.stack[state.depth] = state.next
  state.depth += 1
  state.next += 1
}

export function attachLeft(state: ParserState, label: number): void {
  state.depth -= 1
  const child = state.stack[state.depth]!
  const head = state.next
  state.head[child] = head
  state.label[child] = label
  state.left2[head] = state.left1[head]!
  state.left1[head] = child
  state.leftCount[head]! += 1
}

export function attachRight(state: ParserState, label: number): void {
  state.depth -= 1
  const child = state.stack[state.depth]!
  const head = state.stack[state.depth - 1]!
  state.head[child] = head
  state.label[child] = label
  state.right2[head] = state.right1[head]!
  state.right1[head] = child
  state.rightCount[head]! += 1
}

/** What the parser sees of a sentence's words; node k is word `first + k - 1`. */
export interface ParserInput {
  readonly forms: WordForms
  readonly first: number
  /** Numbers of Universal POS and Penn Treebank tags, by word. */
  readonly upos: Uint8Array
  readonly xpos: Uint8Array
}

const NONE = 255

/** Writes the features of the state into `out`, gives their number. Templates after Zhang and Nivre (2011). */
export function parserFeatures(state: ParserState, input: ParserInput, out: Int32Array): number {
  const { stack, depth, next, n: size, head, label, left1, left2, right1, right2 } = state
  const { forms, upos, xpos } = input
  const { lower } = forms
  const base = input.first - 1
  const s0 = depth > 1 ? stack[depth - 1]! : 0
  const s1 = depth > 2 ? stack[depth - 2]! : 0
  const s2 = depth > 3 ? stack[depth - 3]! : 0
  const b0 = next <= size ? next : 0
  const b1 = next + 1 <= size ? next + 1 : 0
  const b2 = next + 2 <= size ? next + 2 : 0
  const b3 = next + 3 <= size ? next + 3 : 0
  const w = (k: number) => (k > 0 ? lower[base + k]! : 3)
  const t = (k: number) => (k > 0 ? xpos[base + k]! : NONE)
  const u = (k: number) => (k > 0 ? upos[base + k]! : NONE)
  const l = (k: number) => (k > 0 ? label[k]! : NONE)
  const s0w = w(s0),
    s1w = w(s1),
    b0w = w(b0),
    b1w = w(b1)
  const s0t = t(s0),
    s1t = t(s1),
    s2t = t(s2),
    b0t = t(b0),
    b1t = t(b1),
    b2t = t(b2),
    b3t = t(b3)
  const s0u = u(s0),
    s1u = u(s1),
    s2u = u(s2),
    b0u = u(b0),
    b1u = u(b1),
    b2u = u(b2)
  const s0l1 = s0 > 0 ? left1[s0]! : 0,
    s0l2 = s0 > 0 ? left2[s0]! : 0
  const s0r1 = s0 > 0 ? right1[s0]! : 0,
    s0r2 = s0 > 0 ? right2[s0]! : 0
  const s1l1 = s1 > 0 ? left1[s1]! : 0,
    s1r1 = s1 > 0 ? right1[s1]! : 0
  const s1l2 = s1 > 0 ? left2[s1]! : 0,
    s1r2 = s1 > 0 ? right2[s1]! : 0
  const b0l1 = b0 > 0 ? left1[b0]! : 0,
    b0l2 = b0 > 0 ? left2[b0]! : 0
  const end = b0 === 0 ? 1 : 0
  const d = b0 > 0 ? Math.min(b0 - s0, 10) : 11
  const d1 = Math.min(s0 - s1, 10)
  const s0v = (Math.min(state.leftCount[s0]!, 4) << 3) | Math.min(state.rightCount[s0]!, 4)
  const s1v = (Math.min(state.leftCount[s1]!, 4) << 3) | Math.min(state.rightCount[s1]!, 4)
  const b0v = Math.min(state.leftCount[b0]!, 4)
  const tt = (s0t << 8) | b0t
  const ss = (s1t << 8) | s0t
  const uu = (s0u << 8) | b0u
  const su = (s1u << 8) | s0u
  void head
  let n = 0
  out[n++] = 7 + end
  // single words
  out[n++] = mix(1, s0w)
  out[n++] = mix(2, s0t)
  out[n++] = mix(mix(3, s0w), s0t)
  out[n++] = mix(4, s1w)
  out[n++] = mix(5, s1t)
  out[n++] = mix(mix(6, s1w), s1t)
  out[n++] = mix(7, b0w)
  out[n++] = mix(8, b0t)
  out[n++] = mix(mix(9, b0w), b0t)
  out[n++] = mix(10, b1w)
  out[n++] = mix(11, b1t)
  out[n++] = mix(12, w(b2))
  out[n++] = mix(13, b2t)
  out[n++] = mix(14, s2t)
  out[n++] = mix(15, w(s2))
  // pairs
  out[n++] = mix(mix(16, s0w), b0w)
  out[n++] = mix(mix(17, s0w), b0t)
  out[n++] = mix(mix(18, s0t), b0w)
  out[n++] = mix(mix(19, tt), s0w)
  out[n++] = mix(mix(20, tt), b0w)
  out[n++] = mix(21, tt)
  out[n++] = mix(mix(22, s1w), s0w)
  out[n++] = mix(mix(23, s1w), s0t)
  out[n++] = mix(mix(24, s1t), s0w)
  out[n++] = mix(mix(25, ss), s1w)
  out[n++] = mix(mix(26, ss), s0w)
  out[n++] = mix(27, ss)
  out[n++] = mix(mix(28, b0t), b1t)
  out[n++] = mix(mix(29, s1w), b0w)
  out[n++] = mix(mix(30, s1t), b0t)
  out[n++] = mix(mix(31, s0w), b1t)
  out[n++] = mix(mix(32, b0w), b1t)
  out[n++] = mix(mix(33, b0t), b1w)
  // triples
  out[n++] = mix(mix(34, tt), b1t)
  out[n++] = mix(mix(35, tt), (b1t << 8) | b2t)
  out[n++] = mix(mix(36, ss), b0t)
  out[n++] = mix(mix(37, ss), (b0t << 8) | b1t)
  out[n++] = mix(mix(38, ss), s2t)
  out[n++] = mix(mix(39, (s2t << 8) | s1t), (s0t << 8) | b0t)
  out[n++] = mix(mix(40, ss), b0w)
  out[n++] = mix(mix(41, (b1t << 8) | b2t), b3t)
  out[n++] = mix(mix(42, uu), (b1u << 8) | b2u)
  out[n++] = mix(mix(43, su), (b0u << 8) | b1u)
  out[n++] = mix(mix(44, (s2u << 8) | s1u), (s0u << 8) | b0u)
  // children
  out[n++] = mix(mix(45, s0t), l(s0l1))
  out[n++] = mix(mix(46, s0t), l(s0r1))
  out[n++] = mix(mix(47, s1t), l(s1l1))
  out[n++] = mix(mix(48, s1t), l(s1r1))
  out[n++] = mix(mix(49, b0t), l(b0l1))
  out[n++] = mix(mix(50, tt), (l(s0r1) << 8) | l(b0l1))
  out[n++] = mix(mix(51, tt), (l(s0l1) << 8) | l(b0l1))
  out[n++] = mix(mix(52, ss), (l(s1r1) << 8) | l(s0l1))
  out[n++] = mix(mix(53, ss), (l(s1l1) << 8) | l(s0r1))
  out[n++] = mix(mix(54, tt), t(s0r1))
  out[n++] = mix(mix(55, tt), t(s0l1))
  out[n++] = mix(mix(56, tt), t(b0l1))
  out[n++] = mix(mix(57, ss), t(s1r1))
  out[n++] = mix(mix(58, ss), t(s1l1))
  out[n++] = mix(mix(59, ss), t(s0l1))
  out[n++] = mix(mix(60, ss), t(s0r1))
  out[n++] = mix(mix(61, w(s0l1)), s0w)
  out[n++] = mix(mix(62, w(s0r1)), s0w)
  out[n++] = mix(mix(63, w(b0l1)), b0w)
  out[n++] = mix(mix(64, w(s1l1)), s1w)
  out[n++] = mix(mix(65, w(s1r1)), s1w)
  out[n++] = mix(mix(66, s0t), (l(s0l1) << 8) | l(s0l2))
  out[n++] = mix(mix(67, s0t), (l(s0r1) << 8) | l(s0r2))
  out[n++] = mix(mix(68, b0t), (l(b0l1) << 8) | l(b0l2))
  out[n++] = mix(mix(69, s1t), (l(s1l1) << 8) | l(s1l2))
  out[n++] = mix(mix(70, s1t), (l(s1r1) << 8) | l(s1r2))
  out[n++] = mix(mix(71, ss), w(s0l1))
  out[n++] = mix(mix(72, tt), w(b0l1))
  out[n++] = mix(mix(73, su), (l(s0l1) << 16) | (l(s1l1) << 8) | l(s1r1))
  out[n++] = mix(mix(74, su), (l(s0l1) << 16) | (l(s0r1) << 8) | b0u)
  // distance and valency
  out[n++] = mix(mix(75, tt), d)
  out[n++] = mix(mix(76, ss), d1)
  out[n++] = mix(mix(77, s0w), d)
  out[n++] = mix(mix(78, b0w), d)
  out[n++] = mix(mix(79, s1w), d1)
  out[n++] = mix(mix(80, s0t), s0v)
  out[n++] = mix(mix(81, s1t), s1v)
  out[n++] = mix(mix(82, b0t), b0v)
  out[n++] = mix(mix(83, s0w), s0v)
  out[n++] = mix(mix(84, s1w), s1v)
  out[n++] = mix(mix(85, b0w), b0v)
  out[n++] = mix(mix(86, s0t), forms.suffix3[base + Math.max(s0, 1)]!)
  out[n++] = mix(mix(87, b0t), b0 > 0 ? forms.suffix3[base + b0]! : 0)
  return n
}

/**
 * Class 0 of the parser is SHIFT, class 1 + 2r is LEFT and 2 + 2r RIGHT with relation r. The best class that the state
 * allows; the relation "root" is for the arc from the root and no other.
 */
export function bestTransition(scores: Int32Array | Float32Array, state: ParserState, root: number): number {
  const rootRight = 2 + 2 * root
  if (!canShift(state) && state.depth === 2) return rootRight
  const left = canLeft(state)
  const right = canRight(state)
  let best = canShift(state) ? 0 : -1
  if (left) {
    for (let cls = 1; cls < scores.length; cls += 2) {
      if (best < 0 || scores[cls]! > scores[best]!) best = cls
    }
  }
  if (right) {
    for (let cls = 2; cls < scores.length; cls += 2) {
      if (cls !== rootRight && (best < 0 || scores[cls]! > scores[best]!)) best = cls
    }
  }
  return best
}

export function applyTransition(state: ParserState, cls: number): void {
  if (cls === 0) shift(state)
  else if (cls % 2 === 1) attachLeft(state, (cls - 1) >> 1)
  else attachRight(state, (cls - 2) >> 1)
}

/** Parses a sentence of `n` words: heads and relations are in `state` afterwards, by node. Linear in `n`. */
export function parseWords(
  model: LinearModel,
  input: ParserInput,
  n: number,
  root: number,
  state: ParserState,
): void {
  const features = new Int32Array(PARSER_FEATURES)
  const scores = new Int32Array(model.classes.length)
  resetState(state, n)
  while (canShift(state) || canRight(state)) {
    score(model, features, parserFeatures(state, input, features), scores)
    applyTransition(state, bestTransition(scores, state, root))
  }
}
