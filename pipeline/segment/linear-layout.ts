/** The rows of a model's features, in any order. */
interface Rows {
  /** Hashes, each once. */
  readonly keys: Int32Array
  /** Entries of each row; the rows' entries follow one another. */
  readonly lengths: Uint8Array
  readonly classes: Uint8Array
  /** Square roots of the weights, with the weights' sign. */
  readonly roots: Int8Array
}

/** Rows in a memory that threads share, all addresses in bytes. Plain data: it crosses threads. */
export interface Layout {
  readonly memory: WebAssembly.Memory
  readonly classCount: number
  /** Bytes of a dense row's weights. */
  readonly width: number
  /** One less than the number of lines. */
  readonly mask: number
  /** Where the table of the rows that found no room in their lines is, and its size. */
  readonly othersAt: number
  readonly othersSize: number
  /** Behind the dense rows: sparse ones that found no room in their lines. */
  readonly sparseRowsAt: number
}

/**
 * The memory begins with lines: so many bytes come from it together. The lower bits of a hash tell its line. That begins
 * with the upper halves of the hashes of up to five rows; then six bytes tell where each row begins and the last one
 * ends, and then there are the rows: class and root of each entry, or the address of a dense row. So most rows take one
 * wait for memory; a table of their addresses took two, and 1.07 of the time of all that is done for words. The upper bit
 * of the first of the six bytes says that some row found no room here, that of another that the row before it is dense.
 */
const LINE = 64
const ROWS_A_LINE = 5
const BOUNDS = 10
const FIRST_ROW = 16
const MARK = 0x80
/** Lines, at least: so line and upper half tell the whole hash. */
const FEWEST_LINES = 65536
/** Rows a line, at most, in the mean. With 2, one of 25 finds no room. */
const FILL = 2.2

/**
 * Rows of so many entries or more have a weight for every class: 10 to 12 took .89 of the time of 24, which is the most
 * that a line has room for, and .94 of that of 8.
 */
const DENSE_FROM = 12
export const PAGE = 65536

/** Pages for the rooms of threads, also of those that take the place of one that died. */
const THREADS = 16_384

/** Puts the rows into a memory of their own. */
export function layOut({ keys, lengths, classes, roots }: Rows, classCount: number): Layout {
  let lineCount = FEWEST_LINES
  while (lineCount * FILL < keys.length) lineCount *= 2
  const mask = lineCount - 1
  const width = (classCount + 15) & ~15
  const denseSize = (width + LINE - 1) & -LINE

  const fits = findRoom(keys, lengths, mask)
  let [denseCount, otherCount, otherBytes] = [0, 0, 0]
  for (let row = 0; row < keys.length; row++) {
    const dense = lengths[row]! >= DENSE_FROM
    if (dense) denseCount += 1
    if (fits[row] === 1) continue
    otherCount += 1
    if (!dense) otherBytes += 2 + lengths[row]! * 2
  }
  let otherPlaces = 64
  while (otherPlaces < otherCount * 2) otherPlaces *= 2
  const othersAt = lineCount * LINE
  const othersSize = otherPlaces * 8
  const denseRowsAt = othersAt + othersSize
  const sparseRowsAt = denseRowsAt + denseCount * denseSize

  const pages = Math.ceil((sparseRowsAt + otherBytes + LINE) / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages + THREADS, shared: true })
  const bytes = new Uint8Array(memory.buffer)
  const view = new DataView(memory.buffer)
  const rowCounts = new Uint8Array(lineCount)

  /** Adds a row to its line, and gives its address. */
  const addToLine = (key: number, size: number, mark: number): number => {
    const line = spread(key) & mask
    const at = line * LINE
    const row = rowCounts[line]!
    rowCounts[line] = row + 1
    const bounds = at + BOUNDS
    if (row === 0) bytes[bounds] = FIRST_ROW
    const start = bytes[bounds + row]! & ~MARK
    bytes.fill(start + size, bounds + row + 1, bounds + ROWS_A_LINE + 1)
    bytes[bounds + row + 1]! |= mark
    view.setUint16(at + row * 2, key >>> 16, true)
    return at + start
  }
  const addToOthers = (key: number, address: number) => {
    let place = (spread(key) & (otherPlaces - 1)) * 8
    while (view.getInt32(othersAt + place + 4, true) !== 0) place = (place + 8) & (othersSize - 1)
    view.setInt32(othersAt + place, key, true)
    view.setInt32(othersAt + place + 4, address, true)
  }

  let entry = 0
  let denseEnd = denseRowsAt
  let sparseEnd = sparseRowsAt
  keys.forEach((key, row) => {
    const length = lengths[row]!
    const end = entry + length
    if (length >= DENSE_FROM) {
      if (fits[row] === 1) view.setInt32(addToLine(key, 4, MARK), denseEnd, true)
      else addToOthers(key, denseEnd)
      for (; entry < end; entry++) bytes[denseEnd + classes[entry]!] = roots[entry]!
      denseEnd += denseSize
    } else if (length > 0) {
      let at = sparseEnd
      if (fits[row] === 1) at = addToLine(key, length * 2, 0)
      else {
        addToOthers(key, at)
        view.setUint16(at, length * 2, true)
        at += 2
        sparseEnd = at + length * 2
      }
      for (; entry < end; entry++) {
        bytes[at++] = classes[entry]!
        bytes[at++] = roots[entry]!
      }
    }
  })
  // Marked at last, for a line's first bound is also where its first row begins.
  keys.forEach((key, row) => {
    if (fits[row] === 0) bytes[(spread(key) & mask) * LINE + BOUNDS]! |= MARK
  })
  return { memory, classCount, width, mask, othersAt, othersSize, sparseRowsAt }
}

/** By row: 1 where it finds room in its line (or has no entries, and needs none). */
function findRoom(keys: Int32Array, lengths: Uint8Array, mask: number): Uint8Array {
  const rowCounts = new Uint8Array(mask + 1)
  const ends = new Uint8Array(mask + 1).fill(FIRST_ROW)
  return Uint8Array.from(keys, (key, row) => {
    if (lengths[row] === 0) return 1
    const line = spread(key) & mask
    const size = lengths[row]! >= DENSE_FROM ? 4 : lengths[row]! * 2
    if (rowCounts[line] === ROWS_A_LINE || ends[line]! + size > LINE) return 0
    rowCounts[line]! += 1
    ends[line]! += size
    return 1
  })
}

function spread(key: number): number {
  return key ^ (key >>> 15)
}
