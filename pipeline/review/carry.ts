import { readFileSync } from 'node:fs'
import { UserError } from '../model/errors.ts'
import type { LogEntry, VerdictEntry } from '../model/verdict.ts'
import type { Journal } from '../store/index.ts'
import { readLogEntry } from './verdict-log.ts'

/** Two people who decided one dispute otherwise, neither knowing of the other. */
export interface Clash {
  readonly ours: VerdictEntry
  readonly theirs: VerdictEntry
}

export interface Imported {
  readonly added: number
  /** Entries that the log had already. */
  readonly known: number
  readonly clashes: readonly Clash[]
}

/** Entries of a file that `gainsay verdicts export` wrote, or of another machine's log. Throws a `UserError` at the first wrong line. */
export function readExported(path: string): LogEntry[] {
  return readText(path)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      try {
        return [readLogEntry(JSON.parse(line.replace(/^\uFEFF/, '')))]
      } catch (cause) {
        const what = cause instanceof SyntaxError ? 'this line is not JSON' : (cause as Error).message
        throw new UserError(`${what}.`, {
          where: `${path}:${index + 1}`,
          remedy: 'Give a file that gainsay verdicts export wrote. Nothing was imported.',
          cause,
        })
      }
    })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new UserError(`this file cannot be read (${(cause as NodeJS.ErrnoException).code}).`, {
      where: path,
      remedy: 'Give the path of an exported file.',
      cause,
    })
  }
}

/**
 * Adds the entries that the log does not have, in their order: doing it twice adds nothing. An undo whose verdict neither
 * has is left out. Where both sides decided one dispute and not alike, both verdicts are kept, the one that was given
 * later counts on every machine, and the clash is told.
 */
export function importEntries(log: Journal<LogEntry>, entries: readonly LogEntry[]): Imported {
  let clashes: readonly Clash[] = []
  const added = log.append((ours) => {
    const known = new Set([...ours, ...entries].map(({ id }) => id))
    const had = new Set(ours.map(({ id }) => id))
    const fresh = new Map(
      entries
        .filter((entry) => !had.has(entry.id) && (entry.kind === 'verdict' || known.has(entry.verdict)))
        .map((entry) => [entry.id, entry]),
    )
    clashes = clashesBetween(ours, entries, fresh)
    return [...fresh.values()]
  })
  return { added: added.length, known: entries.length - added.length, clashes }
}

/** What counts here and is not known there, against what counts there and is not known here. */
function clashesBetween(
  ours: readonly LogEntry[],
  theirs: readonly LogEntry[],
  fresh: ReadonlyMap<string, LogEntry>,
): readonly Clash[] {
  const knownThere = new Set(theirs.map(({ id }) => id))
  const here = inForce(ours)
  return [...inForce(theirs)].flatMap(([conflict, their]) => {
    const our = here.get(conflict)
    if (!our || !fresh.has(their.id) || knownThere.has(our.id) || isSameDecision(our, their)) return []
    return [{ ours: our, theirs: their }]
  })
}

/** The last verdict on each dispute that nobody took back. */
function inForce(entries: readonly LogEntry[]): ReadonlyMap<string, VerdictEntry> {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.verdict] : [])))
  const last = new Map<string, VerdictEntry>()
  for (const entry of entries) {
    if (entry.kind === 'undo' || undone.has(entry.id)) continue
    const before = last.get(entry.judged[0].conflict)
    if (!before || before.at <= entry.at) last.set(entry.judged[0].conflict, entry)
  }
  return last
}

const isSameDecision = (a: VerdictEntry, b: VerdictEntry): boolean =>
  a.decision === b.decision && a.reason === b.reason && a.judged[0].position === b.judged[0].position
