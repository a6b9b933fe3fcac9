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

/** Number of the class SHIFT; class 1 + 2r is LEFT and 2 + 2r RIGHT with relation r. */
export const SHIFT = 0

/** The relation of a child that is not there. */
const NO_RELATION = 255

/** Makes the state ready for a sentence of `n` words. */
export function resetState(state: ParserState, n: number): void {
  const { stack, head, label, left1, left2, right1, right2, leftCount, rightCount } = state
  state.n = n
  state.next = 1
  state.depth = 1
  stack[0] = 0
  for (const array of [head, left1, left2, right1, right2]) array.fill(0, 0, n + 1)
  for (const array of [label, leftCount, rightCount]) array.fill(0, 0, n + 1)
  label[0] = NO_RELATION
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

function shift(state: ParserState): void {
  state.stack[state.depth] = state.next
  state.depth += 1
  state.next += 1
}

function attachLeft(state: ParserState, label: number): void {
  state.depth -= 1
  const child = state.stack[state.depth]!
  const head = state.next
  state.head[child] = head
  state.label[child] = label
  state.left2[head] = state.left1[head]!
  state.left1[head] = child
  state.leftCount[head]! += 1
}

function attachRight(state: ParserState, label: number): void {
  state.depth -= 1
  const child = state.stack[state.depth]!
  const head = state.stack[state.depth - 1]!
  state.head[child] = head
  state.label[child] = label
  state.right2[head] = state.right1[head]!
  state.right1[head] = child
  state.rightCount[head]! += 1
}

/** The class that the state leaves no choice but to take, -1 where there is one: words are pushed onto the root alone. */
export function onlyTransition(state: ParserState, root: number): number {
  if (state.depth === 1) return SHIFT
  return state.depth === 2 && !canShift(state) ? 2 + 2 * root : -1
}

/**
 * The best class that the state allows. The relation "root" is for the arc from the root and no other; the root takes
 * its word last.
 */
export function bestTransition(scores: Int32Array | Float32Array, state: ParserState, root: number): number {
  const rootRight = 2 + 2 * root
  if (!canShift(state) && state.depth === 2) return rootRight
  const left = canLeft(state)
  const right = canRight(state)
  let best = canShift(state) ? SHIFT : -1
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
  if (cls === SHIFT) shift(state)
  else if (cls % 2 === 1) attachLeft(state, (cls - 1) >> 1)
  else attachRight(state, (cls - 2) >> 1)
}
