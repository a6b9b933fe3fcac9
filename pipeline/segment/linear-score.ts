import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../model/package-root.ts'

/**
 * The sums of a linear model, most of the time that an article takes, in WebAssembly. A word asks for 450 features, and
 * waiting for the memory that their rows lie in is most of it: so rows are short (2 bytes an entry), lie in one line of
 * the cache, and are asked for together. Measured on the texts of `sources/`, in turns within one run: .64 of the time
 * of a table of 8 bytes a place, 4 bytes an entry and one row after the other, itself half of what JavaScript takes;
 * the sums are the same. `linear-score.wat` is the source of `linear-score.wasm`; a test keeps them one.
 */

/** The rows of a model's features, in any order. */
export interface Rows {
  /** Hashes, each once. */
  readonly keys: Int32Array
  /** Entries of each row; the rows' entries follow one another. */
  readonly lengths: Uint8Array
  readonly classes: Uint8Array
  /** Square roots of the weights, with the weights' sign. */
  readonly roots: Int8Array
}

/** Rows in a memory that threads share. Plain data: it crosses threads. */
export interface Layout {
  readonly memory: WebAssembly.Memory
  readonly classCount: number
  /** Bytes of the weights of a dense row. */
  readonly width: number
  /** One less than the number of the table's buckets. */
  readonly mask: number
  readonly rowsAt: number
  readonly sparseRowsAt: number
}

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

/**
 * The memory begins with the table: a place of it is 0 (empty), or the upper nine bits of a hash, a one, and a quarter of
 * the row's distance from the first. A hash's bucket are four places; what finds no room there is in the next free one.
 */
const TABLE_AT = 0
const BUCKET = 4
const MARK = 0xffc00000
const TAKEN = 0x00400000
/** Places for each row, at least: more than half of them are taken where it is a little more. */
const ROOM = 1.7

/** Rows of so many entries or more have a weight for every class: 18 to 30 were alike. */
const DENSE_FROM = 24
/** The key, padded so that weights begin at a multiple of 16. */
const DENSE_HEAD = 16
/** The key, and the number of entries in two bytes. */
const SPARSE_HEAD = 6
/** Bytes that come from memory together; no sparse row lies in two such lines. */
const LINE = 64
const PAGE = 65536

/** Pages for the rooms of threads, also of those that take the place of one that died. */
const THREADS = 16_384

/** Puts the rows into a memory of their own. */
export function layOut({ keys, lengths, classes, roots }: Rows, classCount: number): Layout {
  const width = (classCount + 15) & ~15
  let places = 64
  while (places < keys.length * ROOM) places *= 2
  const mask = places / BUCKET - 1
  const rowsAt = TABLE_AT + places * 4

  // Longest first: what many sentences ask for lies together.
  const order = byLength(lengths)
  const addresses = new Uint32Array(keys.length)
  const isDense = (row: number) => lengths[row]! >= DENSE_FROM
  const denseBytes = (DENSE_HEAD + width + LINE - 1) & -LINE
  let end = rowsAt
  let sparseRowsAt = rowsAt
  for (const row of order) {
    if (isDense(row)) {
      addresses[row] = end
      end += denseBytes
      sparseRowsAt = end
    } else {
      const size = (SPARSE_HEAD + lengths[row]! * 2 + 3) & -4
      if ((end % LINE) + size > LINE) end = (end + LINE - 1) & -LINE
      addresses[row] = end
      end += size
    }
  }

  const pages = Math.ceil((end + LINE) / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages + THREADS, shared: true })
  const bytes = new Uint8Array(memory.buffer)
  const ints = new Int32Array(memory.buffer)
  const starts = startsOf(lengths)
  for (const row of order) {
    const key = keys[row]!
    const at = addresses[row]!
    let place = ((key ^ (key >>> 15)) & mask) * BUCKET
    while (ints[place] !== 0) place = (place + 1) & (places - 1)
    ints[place] = (key & MARK) | TAKEN | ((at - rowsAt) / 4)
    ints[at / 4] = key
    const [first, last] = [starts[row]!, starts[row]! + lengths[row]!]
    if (isDense(row)) {
      for (let entry = first; entry < last; entry++) bytes[at + DENSE_HEAD + classes[entry]!] = roots[entry]!
    } else {
      bytes[at + 4] = last - first
      let to = at + SPARSE_HEAD
      for (let entry = first; entry < last; entry++) {
        bytes[to++] = classes[entry]!
        bytes[to++] = roots[entry]!
      }
    }
  }
  return { memory, classCount, width, mask, rowsAt, sparseRowsAt }
}

/** Where each row's entries begin. */
function startsOf(lengths: Uint8Array): Uint32Array {
  const starts = new Uint32Array(lengths.length)
  let entries = 0
  for (let row = 0; row < lengths.length; row++) {
    starts[row] = entries
    entries += lengths[row]!
  }
  return starts
}

/** Numbers of the rows that have entries, longest first, else in the order given. */
function byLength(lengths: Uint8Array): Uint32Array {
  const ends = new Uint32Array(257)
  for (const length of lengths) ends[256 - length]! += 1
  for (let i = 1; i < ends.length; i++) ends[i]! += ends[i - 1]!
  const order = new Uint32Array(ends[255]!)
  for (let row = 0; row < lengths.length; row++)
    if (lengths[row]! > 0) order[ends[255 - lengths[row]!]!++] = row
  return order
}

// A thread's room, in bytes from its beginning: 256 features, lists of as many rows, and sums: zeros, the scores, and
// those that are kept.
const FOUND = 1024
const MISSED = 3072
const DENSE = 4096
const SPARSE = 5120
const SUMS = 6144

/** Makes the sums in this thread: with a page of the memory as its room. */
export function startScoring({ memory, classCount, width, mask, rowsAt, sparseRowsAt }: Layout): Scorer {
  const features = memory.grow(1) * PAGE
  const model = {
    memory,
    features,
    found: features + FOUND,
    missed: features + MISSED,
    dense: features + DENSE,
    sparse: features + SPARSE,
    table: TABLE_AT,
    mask,
    rows: rowsAt,
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
    features: new Int32Array(memory.buffer, features, FOUND / 4),
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
