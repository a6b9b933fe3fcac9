import { inflateSync } from 'node:zlib'
import { type Layout, layOut } from './linear-layout.ts'
import { type Scorer, startScoring } from './linear-score.ts'

/**
 * A linear classifier over hashed features, as an averaged perceptron leaves it: a feature (32-bit hash) has a row of
 * classes and weights.
 */
export interface LinearModel extends Scorer {
  readonly classes: readonly string[]
}

/** A model as threads pass it on: one copy of its weights serves them all. */
export interface SharedModel {
  readonly classes: readonly string[]
  readonly layout: Layout
}

/** Makes a model ready for this thread. */
export function openModel({ classes, layout }: SharedModel): LinearModel {
  return { classes, ...startScoring(layout) }
}

export function readLinearModel(file: Uint8Array): LinearModel {
  return openModel(readModelFile(file))
}

/**
 * Reads a model file, which is deflated and little-endian: "GSLM"; byte length of the JSON list of classes, number of
 * features, number of entries (uint32 each); the JSON, padded to four bytes; the keys in rising order, each as its
 * distance from the one before (int32); the row lengths (uint8); the classes (uint8); the square roots of the weights
 * with the weights' sign (int8), which gives fine steps where most weights are, and room for the few large ones.
 */
export function readModelFile(file: Uint8Array): SharedModel {
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
  const keys = new Int32Array(bytes.buffer, keysAt, featureCount)
  for (let i = 1; i < featureCount; i++) keys[i]! += keys[i - 1]!
  const rows = {
    keys,
    lengths: bytes.subarray(lengthsAt, classesAt),
    classes: bytes.subarray(classesAt, weightsAt),
    roots: new Int8Array(bytes.buffer, weightsAt, entryCount),
  }
  return { classes, layout: layOut(rows, classes.length) }
}

/** "GSLM" */
export const MAGIC = 0x47534c4d
