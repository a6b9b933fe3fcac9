import { mix } from './features.ts'
import type { Guide, ParserInput } from './parser-input.ts'
import type { ParserState } from './transitions.ts'

/*
 * The features of a state of the parser: the templates of Zhang and Nivre (2011) for the words on top of the stack (s0,
 * s1, s2), the next ones of the text (b0, b1 ...) and their outermost children. They come in three parts by how long they
 * stay as they are, so that what was summed up is not summed up again.
 */

/** Most features that one state of the parser has. */
export const PARSER_FEATURES = 128

/** All of them. */
export function parserFeatures(state: ParserState, input: ParserInput, out: Int32Array): number {
  return stateFeatures(
    state,
    input,
    out,
    nextFeatures(state, input, out, stackFeatures(state, input, out, 0)),
  )
}

/**
 * Appends to `out` what hangs on the words of the stack alone, and gives the number of features: it stays the same while
 * s0 lies there, for nothing below it changes before it has gone, and its own left children came before it.
 */
export function stackFeatures(
  state: ParserState,
  input: ParserInput,
  out: Int32Array,
  count: number,
): number {
  const { stack, depth, label, left1, left2, right1, right2, leftCount, rightCount } = state
  const { lower, suffix, stem, upos, xpos } = input
  const s0 = stack[depth - 1]!
  const s1 = depth > 1 ? stack[depth - 2]! : 0
  const s2 = depth > 2 ? stack[depth - 3]! : 0
  const s0w = lower[s0]!
  const s1w = lower[s1]!
  const s0t = xpos[s0]!
  const s1t = xpos[s1]!
  const s2t = xpos[s2]!
  const s0u = upos[s0]!
  const s1u = upos[s1]!
  const s0l = left1[s0]!
  const s1l = left1[s1]!
  const s1r = right1[s1]!
  const s0lw = lower[s0l]!
  const s0ld = label[s0l]!
  const s1ld = label[s1l]!
  const s1rd = label[s1r]!
  const s1s0 = (s1t << 8) | s0t
  const s1s0u = (s1u << 8) | s0u
  const stackDistance = Math.min(s0 - s1, 10)
  const s1v = (Math.min(leftCount[s1]!, 4) << 3) | Math.min(rightCount[s1]!, 4)
  let n = count
  // single words
  out[n++] = mix(1, s0w)
  out[n++] = mix(2, s0t)
  out[n++] = mix(mix(3, s0w), s0t)
  out[n++] = mix(mix(16, s0t), suffix[s0]!)
  out[n++] = mix(93, stem[s0]!)
  out[n++] = mix(4, s1w)
  out[n++] = mix(5, s1t)
  out[n++] = mix(mix(6, s1w), s1t)
  out[n++] = mix(94, stem[s1]!)
  out[n++] = mix(14, s2t)
  out[n++] = mix(15, lower[s2]!)
  // pairs and more; stems, for few words are seen often in every inflection
  out[n++] = mix(mix(24, s1w), s0w)
  out[n++] = mix(mix(25, s1w), s0t)
  out[n++] = mix(mix(26, s1t), s0w)
  out[n++] = mix(mix(27, s1s0), s1w)
  out[n++] = mix(mix(28, s1s0), s0w)
  out[n++] = mix(29, s1s0)
  out[n++] = mix(mix(40, s1s0), s2t)
  out[n++] = mix(mix(97, stem[s1]!), stem[s0]!)
  out[n++] = mix(mix(83, s1s0), stackDistance)
  out[n++] = mix(mix(86, s1w), stackDistance)
  // children
  out[n++] = mix(mix(47, s0t), s0ld)
  out[n++] = mix(mix(63, s0lw), s0w)
  out[n++] = mix(mix(68, s0t), (s0ld << 8) | label[left2[s0]!]!)
  out[n++] = mix(mix(61, s1s0), xpos[s0l]!)
  out[n++] = mix(mix(73, s1s0), s0lw)
  out[n++] = mix(mix(81, s1w), s0lw)
  out[n++] = mix(mix(49, s1t), s1ld)
  out[n++] = mix(mix(50, s1t), s1rd)
  out[n++] = mix(mix(54, s1s0), (s1rd << 8) | s0ld)
  out[n++] = mix(mix(59, s1s0), xpos[s1r]!)
  out[n++] = mix(mix(60, s1s0), xpos[s1l]!)
  out[n++] = mix(mix(66, lower[s1l]!), s1w)
  out[n++] = mix(mix(67, lower[s1r]!), s1w)
  out[n++] = mix(mix(71, s1t), (s1ld << 8) | label[left2[s1]!]!)
  out[n++] = mix(mix(72, s1t), (s1rd << 8) | label[right2[s1]!]!)
  out[n++] = mix(mix(75, s1s0u), (s0ld << 16) | (s1ld << 8) | s1rd)
  out[n++] = mix(mix(88, s1t), s1v)
  out[n++] = mix(mix(91, s1w), s1v)
  return n
}

/** What hangs on the next words alone: the same until one of them is pushed. */
export function nextFeatures(state: ParserState, input: ParserInput, out: Int32Array, count: number): number {
  const { next, n: size } = state
  const { lower, suffix, stem, xpos } = input
  const b0 = next <= size ? next : 0
  const b1 = next + 1 <= size ? next + 1 : 0
  const b2 = next + 2 <= size ? next + 2 : 0
  const b3 = next + 3 <= size ? next + 3 : 0
  const b0w = lower[b0]!
  const b1w = lower[b1]!
  const b0t = xpos[b0]!
  const b1t = xpos[b1]!
  const b2t = xpos[b2]!
  const b0b1 = (b0t << 8) | b1t
  let n = count
  out[n++] = b0 === 0 ? 8 : 7
  out[n++] = mix(7, b0w)
  out[n++] = mix(8, b0t)
  out[n++] = mix(mix(9, b0w), b0t)
  out[n++] = mix(mix(17, b0t), suffix[b0]!)
  out[n++] = mix(95, stem[b0]!)
  out[n++] = mix(10, b1w)
  out[n++] = mix(11, b1t)
  out[n++] = mix(12, lower[b2]!)
  out[n++] = mix(13, b2t)
  out[n++] = mix(30, b0b1)
  out[n++] = mix(mix(34, b0w), b1t)
  out[n++] = mix(mix(35, b0t), b1w)
  out[n++] = mix(mix(43, (b1t << 8) | b2t), xpos[b3]!)
  return n
}

/** What hangs on both, or on children that come and go. */
export function stateFeatures(
  state: ParserState,
  input: ParserInput,
  out: Int32Array,
  count: number,
): number {
  const { stack, depth, next, label, left1, left2, right1, right2, leftCount, rightCount, n: size } = state
  const { lower, stem, upos, xpos } = input
  const s0 = stack[depth - 1]!
  const s1 = depth > 1 ? stack[depth - 2]! : 0
  const s2 = depth > 2 ? stack[depth - 3]! : 0
  const b0 = next <= size ? next : 0
  const b1 = next + 1 <= size ? next + 1 : 0
  const b2 = next + 2 <= size ? next + 2 : 0
  const s0w = lower[s0]!
  const s1w = lower[s1]!
  const b0w = lower[b0]!
  const s0t = xpos[s0]!
  const s1t = xpos[s1]!
  const s2t = xpos[s2]!
  const b0t = xpos[b0]!
  const b1t = xpos[b1]!
  const b2t = xpos[b2]!
  const s0u = upos[s0]!
  const s1u = upos[s1]!
  const b0u = upos[b0]!
  const b1u = upos[b1]!
  const s0l = left1[s0]!
  const s0r = right1[s0]!
  const s1l = left1[s1]!
  const b0l = left1[b0]!
  const b0lw = lower[b0l]!
  const s0ld = label[s0l]!
  const s0rd = label[s0r]!
  const s1ld = label[s1l]!
  const b0ld = label[b0l]!
  const s0b0 = (s0t << 8) | b0t
  const s1s0 = (s1t << 8) | s0t
  const s0b0u = (s0u << 8) | b0u
  const s1s0u = (s1u << 8) | s0u
  const b0b1 = (b0t << 8) | b1t
  const distance = b0 > 0 ? Math.min(b0 - s0, 10) : 11
  const s0v = (Math.min(leftCount[s0]!, 4) << 3) | Math.min(rightCount[s0]!, 4)
  const b0v = Math.min(leftCount[b0]!, 4)
  let n = count
  // pairs
  out[n++] = mix(mix(18, s0w), b0w)
  out[n++] = mix(mix(19, s0w), b0t)
  out[n++] = mix(mix(20, s0t), b0w)
  out[n++] = mix(mix(21, s0b0), s0w)
  out[n++] = mix(mix(22, s0b0), b0w)
  out[n++] = mix(23, s0b0)
  out[n++] = mix(mix(31, s1w), b0w)
  out[n++] = mix(mix(32, s1t), b0t)
  out[n++] = mix(mix(33, s0w), b1t)
  out[n++] = mix(mix(96, stem[s0]!), stem[b0]!)
  // three words and more
  out[n++] = mix(mix(36, s0b0), b1t)
  out[n++] = mix(mix(37, s0b0), (b1t << 8) | b2t)
  out[n++] = mix(mix(38, s1s0), b0t)
  out[n++] = mix(mix(39, s1s0), b0b1)
  out[n++] = mix(mix(41, (s2t << 8) | s1t), s0b0)
  out[n++] = mix(mix(42, s1s0), b0w)
  out[n++] = mix(mix(44, s0b0u), (b1u << 8) | upos[b2]!)
  out[n++] = mix(mix(45, s1s0u), (b0u << 8) | b1u)
  out[n++] = mix(mix(46, (upos[s2]! << 8) | s1u), s0b0u)
  // children
  out[n++] = mix(mix(48, s0t), s0rd)
  out[n++] = mix(mix(51, b0t), b0ld)
  out[n++] = mix(mix(52, s0b0), (s0rd << 8) | b0ld)
  out[n++] = mix(mix(53, s0b0), (s0ld << 8) | b0ld)
  out[n++] = mix(mix(55, s1s0), (s1ld << 8) | s0rd)
  out[n++] = mix(mix(56, s0b0), xpos[s0r]!)
  out[n++] = mix(mix(57, s0b0), xpos[s0l]!)
  out[n++] = mix(mix(58, s0b0), xpos[b0l]!)
  out[n++] = mix(mix(62, s1s0), xpos[s0r]!)
  out[n++] = mix(mix(64, lower[s0r]!), s0w)
  out[n++] = mix(mix(65, b0lw), b0w)
  out[n++] = mix(mix(69, s0t), (s0rd << 8) | label[right2[s0]!]!)
  out[n++] = mix(mix(70, b0t), (b0ld << 8) | label[left2[b0]!]!)
  out[n++] = mix(mix(74, s0b0), b0lw)
  out[n++] = mix(mix(76, s1s0u), (s0ld << 16) | (s0rd << 8) | b0u)
  // where a prepositional phrase belongs: the preposition is the outermost child of the next word
  out[n++] = mix(mix(77, s0w), b0lw)
  out[n++] = mix(mix(78, s1w), b0lw)
  out[n++] = mix(mix(79, s1s0), b0lw)
  out[n++] = mix(mix(mix(80, s1s0), b0lw), b0t)
  out[n++] = mix(mix(98, stem[s0]!), b0lw)
  out[n++] = mix(mix(99, stem[s1]!), b0lw)
  // distance and number of children
  out[n++] = mix(mix(82, s0b0), distance)
  out[n++] = mix(mix(84, s0w), distance)
  out[n++] = mix(mix(85, b0w), distance)
  out[n++] = mix(mix(87, s0t), s0v)
  out[n++] = mix(mix(89, b0t), b0v)
  out[n++] = mix(mix(90, s0w), s0v)
  out[n++] = mix(mix(92, b0w), b0v)
  return input.guide === null ? n : guideFeatures(input.guide, s0, s1, b0, s1s0, s0b0, s0w, b0w, out, n)
}

/** What the other parser made of the words at hand (Nivre and McDonald 2008: one parser as a guide to another). */
function guideFeatures(
  { head, label, first, last }: Guide,
  s0: number,
  s1: number,
  b0: number,
  s1s0: number,
  s0b0: number,
  s0w: number,
  b0w: number,
  out: Int32Array,
  count: number,
): number {
  const s0g = (s0 === 0 ? 7 : whereIs(head[s0]!, s0, s1, b0)) * 256 + label[s0]!
  const s1g = (s1 === 0 ? 7 : whereIs(head[s1]!, s0, s1, b0)) * 256 + label[s1]!
  const b0g = (b0 === 0 ? 7 : whereIs(head[b0]!, s0, s1, b0)) * 256 + label[b0]!
  const waits = b0 > 0 && last[s0]! >= b0 ? 1 : 0
  const takes = b0 > 0 && first[b0]! <= s0 ? 2 : 0
  let n = count
  out[n++] = mix(101, s0g)
  out[n++] = mix(102, b0g)
  out[n++] = mix(103, s1g)
  out[n++] = mix(mix(104, s0g), waits | takes)
  out[n++] = mix(mix(105, s0g), b0g)
  out[n++] = mix(mix(mix(106, s0g), b0g), waits | takes)
  out[n++] = mix(mix(107, s0g), s1g)
  out[n++] = mix(mix(108, s0g), s0b0)
  out[n++] = mix(mix(109, s0g), s1s0)
  out[n++] = mix(mix(110, b0g), s0b0)
  out[n++] = mix(mix(mix(111, s0g), s1s0), waits)
  out[n++] = mix(mix(112, s0g), s0w)
  out[n++] = mix(mix(113, s0g), b0w)
  out[n++] = mix(mix(114, b0g), b0w)
  return n
}

function whereIs(node: number, s0: number, s1: number, b0: number): number {
  if (node === 0) return 0
  if (node === b0) return 1
  if (node === s0) return 2
  if (node === s1) return 3
  if (b0 > 0 && node > b0) return 4
  return node < s1 ? 5 : 6
}
