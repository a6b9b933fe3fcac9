import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../model/errors.ts'
import { type FileLock, lockFile } from './file-lock.ts'

/** How long an append waits for another program's, in milliseconds. */
const PATIENCE = 10_000

/**
 * An append-only log of people's work: JSON, one entry a line. What was appended is on the disk before `append` returns,
 * and several programs may append to one file.
 */
export interface Journal<Entry extends { readonly id: string }> {
  readonly path: string
  /** All entries, those of other programs included; each id once. Throws a `UserError` that names file and line. */
  entries(): readonly Entry[]
  /** In a sentence, what is odd at the end of the file; null where nothing is. */
  notice(): string | null
  /**
   * Appends what `decide` gives for the entries as they are: no other program appends in between. What it throws leaves
   * the file as it was; so does an empty list.
   */
  append<Added extends Entry>(decide: (entries: readonly Entry[]) => readonly Added[]): readonly Added[]
}

/** A file as far as it was read. */
interface Reading<Entry> {
  readonly inode: number
  readonly modified: number
  /** Bytes: of the file, and of its whole lines. */
  readonly size: number
  readonly whole: number
  /** The last bytes of the whole lines: where they stand no more, somebody edited the file. */
  readonly seam: Buffer
  /** Number of whole lines, and their entries by id. */
  readonly lines: number
  readonly inLines: ReadonlyMap<string, Entry>
  /** What stands behind the last line end. */
  readonly tail: 'nothing' | 'entry' | 'torn'
  readonly entries: readonly Entry[]
}

/**
 * The journal at a path, which need not be there yet. `check` turns a line's JSON into an entry, and throws an `Error`
 * that says in a few words what is wrong with it. A last line without a line end is what a program that was killed left
 * of an entry that was never acknowledged: it is told, not read, and gives way to the next entry. Where it is whole, only
 * the line end is missing, and it counts.
 */
export function openJournal<Entry extends { readonly id: string }>(
  path: string,
  check: (json: unknown) => Entry,
): Journal<Entry> {
  let last: Reading<Entry> | null = null
  const read = (): Reading<Entry> | null => {
    last = readOn(path, last, check)
    return last
  }
  return {
    path,
    entries: () => read()?.entries ?? NONE,
    notice: () => {
      const reading = read()
      return reading?.tail === 'torn'
        ? `${path}:${reading.lines + 1}: the last line was cut off while it was being written; it was never acknowledged and does not count.`
        : null
    },
    append(decide) {
      const lock = lockJournal(path)
      try {
        const reading = read()
        const added = decide(reading?.entries ?? NONE)
        if (added.length > 0) write(path, reading, added)
        return added
      } finally {
        lock.release()
      }
    },
  }
}

/** Reads what has come since; all of it where the file is another one than it was. */
function readOn<Entry extends { readonly id: string }>(
  path: string,
  last: Reading<Entry> | null,
  check: (json: unknown) => Entry,
): Reading<Entry> | null {
  return explained(path, 'read', () => {
    const status = statSync(path, { throwIfNoEntry: false })
    if (!status) return null
    const { ino: inode, mtimeMs: modified, size } = status
    if (last && last.inode === inode && last.modified === modified && last.size === size) return last
    const before = last && last.inode === inode && last.size < size && goesOn(path, last) ? last : null
    const from = before?.whole ?? 0
    const bytes = readBytes(path, from, size - from)
    const end = bytes.lastIndexOf(LINE_FEED) + 1
    const inLines = new Map(before?.inLines)
    let lines = before?.lines ?? 0
    for (const line of bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)) {
      lines++
      if (line.trim() === '') continue
      const entry = entryOf(line, `${path}:${lines}`, check)
      if (!inLines.has(entry.id)) inLines.set(entry.id, entry)
    }
    const entries = [...inLines.values()]
    const rest = bytes.subarray(end).toString('utf8')
    const tail = tryEntry(rest, check)
    if (tail && !inLines.has(tail.id)) entries.push(tail)
    return {
      inode,
      modified,
      size,
      whole: from + end,
      seam:
        end > 0 ? Buffer.from(bytes.subarray(Math.max(0, end - SEAM), end)) : (before?.seam ?? Buffer.of()),
      lines,
      inLines,
      tail: rest === '' ? 'nothing' : tail ? 'entry' : 'torn',
      entries,
    }
  })
}

const LINE_FEED = 0x0a
const SEAM = 256
/** One and the same, so that whoever asks again sees that nothing has changed. */
const NONE: readonly never[] = []

function goesOn<Entry>(path: string, { whole, seam }: Reading<Entry>): boolean {
  return readBytes(path, whole - seam.length, seam.length).equals(seam)
}

function entryOf<Entry>(line: string, where: string, check: (json: unknown) => Entry): Entry {
  const remedy = 'Take the line from a copy of the file, or delete it if there is none.'
  let json: unknown
  try {
    json = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new UserError('this line is not JSON.', { where, remedy, cause })
  }
  try {
    return check(json)
  } catch (cause) {
    throw new UserError(`${(cause as Error).message}.`, { where, remedy, cause })
  }
}

function tryEntry<Entry>(text: string, check: (json: unknown) => Entry): Entry | null {
  try {
    return text === '' ? null : check(JSON.parse(text))
  } catch {
    return null
  }
}

function readBytes(path: string, from: number, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    let read = 0
    while (read < length) {
      const more = readSync(file, bytes, read, length - read, from + read)
      if (more === 0) break
      read += more
    }
    return bytes.subarray(0, read)
  } finally {
    closeSync(file)
  }
}

/** Writes entries and waits for the disk; where that fails, the file is as it was. */
function write<Entry>(path: string, reading: Reading<Entry> | null, entries: readonly Entry[]): void {
  explained(path, 'written', () => {
    const file = openSync(path, 'a')
    try {
      const size = fstatSync(file).size
      const start = reading?.tail === 'torn' ? reading.whole : size
      if (start < size) ftruncateSync(file, start)
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
      const bytes = Buffer.from(reading?.tail === 'entry' ? `\n${lines}` : lines)
      try {
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
        fsyncSync(file)
      } catch (error) {
        ftruncateSync(file, start)
        throw error
      }
    } finally {
      closeSync(file)
    }
    if (!reading) flushFolder(dirname(path))
  })
}

/** A new file is safe when its folder's entry is. Not every system lets a folder be flushed. */
function flushFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (process.platform !== 'win32') throw error
  }
}

function lockJournal(path: string): FileLock {
  explained(path, 'written', () => mkdirSync(dirname(path), { recursive: true }))
  const lock = lockFile(join(dirname(path), `.${basename(path)}.lock`), PATIENCE)
  if (lock) return lock
  throw new UserError('another program is writing this file.', { where: path, remedy: 'Try again.' })
}

function explained<T>(path: string, what: 'read' | 'written', work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (cause instanceof UserError || code === undefined) throw cause
    throw new UserError(`this file cannot be ${what} (${code}).`, {
      where: path,
      remedy:
        code === 'ENOSPC'
          ? 'Free some space, then try again.'
          : 'Check the permissions of the file and of its folder.',
      cause,
    })
  }
}
