import { inflateSync } from 'node:zlib'

/**
 * A linear classifier over hashed features, as an averaged perceptron leaves it: a feature (32-bit hash) has a short
 * row of classes and weights. Rows lie one behind the other in flat arrays; an open-addressed table finds them.
 */
export interface LinearModel {
  readonly classes: readonly string[]
  /**
   * Pairs of a feature's hash (0 where the place is empty) and its row: where the row starts in `entries`, times 256,
   * plus its length. The number of places is a power of two.
   */
  readonly table: Int32Array
  /** A weight, times 256, plus its class. */
  readonly entries: Int32Array
}

/** Rows of the features at hand; more features than this are never asked for. */
const found = new Int32Array(256)

/**
 * Adds up the weights of the first `count` features into `scores`, one place a class (cleared first). Rows are looked
 * up before any is added: the memory that they lie in is then waited for together, which takes half of the time.
 */
export function score(model: LinearModel, features: Int32Array, count: number, scores: Int32Array): void {
  const { table, entries } = model
  const mask = (table.length >> 1) - 1
  let rows = 0
  for (let f = 0; f < count; f += 1) {
    const key = features[f]!
    let place = placeOf(key, mask)
    let there = table[place << 1]!
    while (there !== 0 && there !== key) {
      place = (place + 1) & mask
      there = table[place << 1]!
    }
    if (there !== 0) {
      found[rows] = table[(place << 1) + 1]!
      rows += 1
    }
  }
  scores.fill(0)
  for (let r = 0; r < rows; r += 1) {
    const row = found[r]!
    let at = row >>> 8
    for (const end = at + (row & 255); at < end; at += 1) {
      const entry = entries[at]!
      scores[entry & 255]! += entry >> 8
    }
  }
}

/** Where the search for a feature begins. */
function placeOf(key: number, mask: number): number {
  return (key ^ (key >>> 15)) & mask
}

/**
 * Reads a model file, which is deflated and little-endian: "GSLM"; byte length of the JSON list of classes, number of
 * features, number of entries (uint32 each); the JSON, padded to four bytes; the keys in rising order, each as its
 * distance from the one before (int32); the row lengths (uint8); the classes (uint8); the square roots of the weights
 * with the weights' sign (int8), which gives fine steps where most weights are, and room for the few large ones.
 */
export function readLinearModel(file: Uint8Array): LinearModel {
  const bytes = new Uint8Array(inflateSync(file))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, false) !== MAGIC) throw new Error('not a model file: it does not begin with GSLM')
  const jsonLength = view.getUint32(4, true)
  const featureCount = view.getUint32(8, true)
  const entryCount = view.getUint32(12, true)
  const classes = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + jsonLength))) as string[]
  const keysAt = 16 + ((jsonLength + 3) & ~3)
  const lengthsAt = keysAt + featureCount * 4
  const classesAt = lengthsAt + featureCount
  const weightsAt = classesAt + entryCount
  const steps = new Int32Array(bytes.buffer, keysAt, featureCount)
  const roots = new Int8Array(bytes.buffer, weightsAt, entryCount)

  const entries = new Int32Array(entryCount)
  for (let i = 0; i < entryCount; i += 1) {
    const root = roots[i]!
    entries[i] = (root * Math.abs(root) * 256) | bytes[classesAt + i]!
  }

  let places = 1024
  while (places < featureCount * 1.7) places *= 2
  const table = new Int32Array(places * 2)
  let start = 0
  let key = 0
  for (let i = 0; i < featureCount; i += 1) {
    key = (key + steps[i]!) | 0
    let place = placeOf(key, places - 1)
    while (table[place << 1] !== 0) place = (place + 1) & (places - 1)
    table[place << 1] = key
    table[(place << 1) + 1] = (start << 8) | bytes[lengthsAt + i]!
    start += bytes[lengthsAt + i]!
  }
  return { classes, table, entries }
}

/** "GSLM" */
export const MAGIC = 0x47534c4d
