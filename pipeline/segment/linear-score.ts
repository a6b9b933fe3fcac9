import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../model/package-root.ts'
import { type Layout, PAGE } from './linear-layout.ts'

/**
 * The sums of a linear model, most of the time that an article takes, in WebAssembly. A word asks for 360 features, and
 * waiting for the memory that their rows lie in is most of it: so rows are short (2 bytes an entry), lie where they are
 * looked for (see linear-layout.ts), and are asked for together; JavaScript takes three times as long. The sums are exact.
 * `linear-score.wat` is the source of `linear-score.wasm`; a test keeps them one.
 */

/** Adds up rows, in a thread's own room. */
export interface Scorer {
  /** Where the hashes of the features at hand are written. */
  readonly features: Int32Array
  /** Adds up the rows of the first `count` features: a sum for each class, which the next call overwrites. */
  readonly score: (count: number) => Int32Array
  /** The same, begun with the sums kept in places `one` and `other`. */
  readonly scoreFrom: (count: number, one: number, other: number) => Int32Array
  /** Adds up the rows of the first `count` features and keeps the sums in `place`. */
  readonly keep: (count: number, place: number) => void
  /** How many places there are to keep sums in. */
  readonly places: number
}

// A thread's room, in bytes from its beginning: 256 features, lists of as many (sparse ones with their sizes), and sums:
// zeros, the scores, and those that are kept.
const MISSED = 1024
const DENSE = 2048
const SPARSE = 3072
const SUMS = 6144

/** Makes the sums in this thread: with a page of the memory as its room. */
export function startScoring({
  memory,
  classCount,
  width,
  mask,
  othersAt,
  othersSize,
  sparseRowsAt,
}: Layout): Scorer {
  const features = memory.grow(1) * PAGE
  const model = {
    memory,
    features,
    missed: features + MISSED,
    dense: features + DENSE,
    sparse: features + SPARSE,
    mask,
    others: othersAt,
    others_size: othersSize,
    sparse_rows: sparseRowsAt,
    width,
  }
  const { add } = new WebAssembly.Instance(compiled(), { model }).exports as {
    add: (count: number, to: number, one: number, other: number) => void
  }
  const size = width * 4
  const zeros = features + SUMS
  const sums = zeros + size
  const kept = sums + size
  const scores = new Int32Array(memory.buffer, sums, classCount)
  return {
    features: new Int32Array(memory.buffer, features, MISSED / 4),
    score: (count) => {
      add(count, sums, zeros, zeros)
      return scores
    },
    scoreFrom: (count, one, other) => {
      add(count, sums, kept + one * size, kept + other * size)
      return scores
    },
    keep: (count, place) => add(count, kept + place * size, zeros, zeros),
    places: Math.floor((PAGE - SUMS) / size) - 2,
  }
}

let module: WebAssembly.Module | undefined

function compiled(): WebAssembly.Module {
  module ??= new WebAssembly.Module(
    readFileSync(join(packageRoot(), 'pipeline', 'segment', 'linear-score.wasm')),
  )
  return module
}
