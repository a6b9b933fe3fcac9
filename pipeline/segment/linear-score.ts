import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../model/package-root.ts'

/**
 * The sums of a linear model, most of the time that an article takes, in WebAssembly: eight weights are added at a
 * time, which JavaScript cannot say. Measured in one run on the texts of `sources/`: words take .52 of the time that
 * the same loop takes in JavaScript, with the same sums. `linear-score.wat` is the source of `linear-score.wasm`; a
 * test keeps them one.
 */

/** The hash of each feature, and how many entries its row has: the rows lie one behind the other. */
export interface Rows {
  readonly keys: Int32Array
  readonly lengths: Uint8Array
}

// The memory, in bytes: features, scores and rows at hand (256 places of 4 bytes each), the table, dense rows, sparse
// rows. A place of the table is a hash (0: empty) and its row: address / 4 * 256 + length, or + 0 for a dense one.
const FEATURES_AT = 0
const SCORES_AT = 1024
const FOUND_AT = 2048
const TABLE_AT = 3072
const PLACES = 256
const PAGE = 65536

/** Rows of so many entries or more hold a weight for every class: 20 to 24 were fastest of 8 to 32. */
const DENSE_FROM = 20

/** Puts the rows into a memory of their own, beside the code that adds them up. */
export function layOut(
  { keys, lengths }: Rows,
  classes: Uint8Array,
  weights: Int16Array,
  classCount: number,
): { readonly features: Int32Array; readonly score: (count: number) => Int32Array } {
  const width = (classCount * 2 + 15) & ~15
  let places = 1024
  while (places < keys.length * 1.7) places *= 2
  const denseAt = TABLE_AT + places * 8
  const sparseAt = denseAt + lengths.filter((length) => length >= DENSE_FROM).length * width
  const size = lengths.reduce((at, length) => (length >= DENSE_FROM ? at : at + length * 4), sparseAt)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) })
  const ints = new Int32Array(memory.buffer)
  const shorts = new Int16Array(memory.buffer)
  const table = new Int32Array(memory.buffer, TABLE_AT, places * 2)
  const mask = places - 1

  let dense = denseAt
  let sparse = sparseAt
  let start = 0
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!
    const end = start + lengths[row]!
    let place = (key ^ (key >>> 15)) & mask
    while (table[place * 2] !== 0) place = (place + 1) & mask
    table[place * 2] = key
    if (end - start >= DENSE_FROM) {
      table[place * 2 + 1] = dense << 6
      for (let i = start; i < end; i++) shorts[dense / 2 + classes[i]!] = weights[i]!
      dense += width
    } else {
      table[place * 2 + 1] = (sparse << 6) | (end - start)
      for (let i = start; i < end; i++) ints[sparse / 4 + i - start] = (weights[i]! << 8) | classes[i]!
      sparse += (end - start) * 4
    }
    start = end
  }

  const model = {
    memory,
    features: FEATURES_AT,
    scores: SCORES_AT,
    found: FOUND_AT,
    table: TABLE_AT,
    mask,
    width,
  }
  const { score } = new WebAssembly.Instance(compiled(), { model }).exports as {
    score: (count: number) => void
  }
  const scores = new Int32Array(memory.buffer, SCORES_AT, classCount)
  return {
    features: new Int32Array(memory.buffer, FEATURES_AT, PLACES),
    score: (count) => {
      score(count)
      return scores
    },
  }
}

let module: WebAssembly.Module | undefined

function compiled(): WebAssembly.Module {
  module ??= new WebAssembly.Module(
    readFileSync(join(packageRoot(), 'pipeline', 'segment', 'linear-score.wasm')),
  )
  return module
}
