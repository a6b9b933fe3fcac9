import { setFlagsFromString } from 'node:v8'

/**
 * How much bytecode V8 may take into one function that it optimizes (920, where nobody says). Every thread compiles the
 * stages for itself, and their many small functions, taken into one another, are compiled again and again: with 200,
 * the compiler's threads take two thirds of their time, and the stages as much as before (160 articles: 4.1 s for
 * 5.5 s beside 13 s; forty: 2.2 s for 3.3 s beside 4.8 s).
 */
const INLINED_BYTECODE = 200

/**
 * By how many percent the heap may grow beyond what lives before it is looked through. Comparing makes much that is soon
 * gone: left to itself, V8 lets it lie (a run over 3,000 articles: 433 MB for 623, in the same time).
 */
const HEAP_GROWTH = 60

/**
 * In bytes of bytecode: how much a function runs before V8 takes it for hot (67,584, where nobody says). Every thread warms
 * up for itself; looked at later, fewer functions are compiled, and fewer of them twice (a run over eighty articles with two
 * threads: 11.1 s of processor time for 12.9 s, and 6.9 s for 7.5 s of the clock; 240 annotated in one: 18.4 s for 19.0 s).
 */
const HOT_AFTER = 270_000

/** Sets V8, for the whole process and its threads, to the work of a batch. */
export function tuneEngine(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED_BYTECODE}`)
  setFlagsFromString(`--interrupt-budget=${HOT_AFTER}`)
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`)
}
