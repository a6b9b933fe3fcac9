import type { z } from 'zod'
import { UserError } from '../model/errors.ts'
import type { ConflictRecord, ConflictStatus, VerdictRecord } from '../model/record.ts'
import type { LogEntry } from '../model/verdict.ts'
import type { Journal, Store } from '../store/index.ts'
import type { HistoryEntry, undoRequestSchema, VerdictAnswer, verdictRequestSchema } from './api.ts'
import { historyEntry } from './history.ts'
import { evidenceFingerprint, judgedDispute, judgedDocuments } from './judged.ts'
import { withId } from './verdict-log.ts'

/** What was asked for is not there. */
export class MissingError extends UserError {}

/** Somebody, or a run, was faster: what is judged is not what was shown. */
export class StaleError extends UserError {
  readonly because: 'verdict' | 'evidence'
  /** What came in between. */
  readonly latest: HistoryEntry | null

  constructor(what: string, because: 'verdict' | 'evidence', latest: HistoryEntry | null) {
    super(what, { remedy: 'Look at it again, then decide.' })
    this.because = because
    this.latest = latest
  }
}

/** Who decides, and where it is kept. */
export interface Deciding {
  readonly log: Journal<LogEntry>
  readonly reviewer: string
  readonly now: () => string
  /** Database and log as they are now, the one an index of the other. */
  readonly current: () => Promise<{ readonly store: Store; readonly entries: readonly LogEntry[] }>
}

type Answer = Omit<VerdictAnswer, 'stamp'>

/** Logs a verdict on what the reviewer saw. It is on the disk when this returns. */
export async function recordVerdict(
  request: z.output<typeof verdictRequestSchema>,
  deciding: Deciding,
): Promise<Answer> {
  const { decision, reason, note, position } = request
  const entry = await decide(deciding, async (store) => {
    const conflict = await asSeen(store, request)
    const covered: ConflictRecord[] = []
    for (const one of request.covers) {
      if ([conflict, ...covered].every(({ id }) => id !== one.conflict))
        covered.push(await asSeen(store, one))
    }
    if (position !== null && !conflict.positions.some(({ id }) => id === position)) {
      throw new MissingError(`The dispute has no position ${position}.`)
    }
    const known = new Set(conflict.positions.map(({ id }) => id))
    const stranger = Object.keys(request.wording?.positions ?? {}).find((id) => !known.has(id))
    if (stranger !== undefined) throw new MissingError(`The dispute has no position ${stranger} to reword.`)
    return withId({
      kind: 'verdict',
      at: await behindAllBefore(store, [conflict, ...covered], deciding.now()),
      reviewer: deciding.reviewer,
      decision,
      reason,
      note,
      wording: request.wording ?? null,
      judged: [judgedDispute(conflict, position), ...covered.map((one) => judgedDispute(one, null))],
      documents: judgedDocuments([conflict, ...covered]),
    })
  })
  // Told from what was decided, not from the index: the verdict is safe whatever becomes of the database.
  const disputes = entry.judged.map((judged) => ({
    judged: judged.conflict,
    follows: judged.conflict,
    position: judged.position,
    inForce: true,
  }))
  return {
    entry: historyEntry({ entry, of: entry, undone: false, disputes }),
    status: decision === 'undecided' ? 'open' : 'decided',
    last: entry.id,
  }
}

/** Takes a verdict back; the one before it counts again. */
export async function recordUndo(
  { verdict, seen }: z.output<typeof undoRequestSchema>,
  deciding: Deciding,
): Promise<Answer> {
  let taken: VerdictRecord | null = null
  const entry = await decide(deciding, async (store) => {
    taken = await store.verdict(verdict)
    if (!taken) throw new MissingError(`There is no verdict ${verdict}.`)
    const conflict = conflictOfVerdict(taken)
    const newest = (await store.verdicts(conflict))[0]
    if (taken.undone) {
      throw new StaleError(
        'This verdict has been taken back already.',
        'verdict',
        newest ? historyEntry(newest, conflict) : null,
      )
    }
    checkNewest(newest, seen, conflict)
    return withId({ kind: 'undo', at: deciding.now(), reviewer: deciding.reviewer, verdict })
  })
  const record = taken as unknown as VerdictRecord
  const { of, disputes } = record
  const conflict = conflictOfVerdict(record)
  return {
    entry: historyEntry({ entry, of, undone: false, disputes }, conflict),
    status: await statusOf(deciding, conflict),
    last: entry.id,
  }
}

/** What counts is told by the time, also between machines: a verdict is never earlier than those that it was given in sight of. */
async function behindAllBefore(
  store: Store,
  conflicts: readonly ConflictRecord[],
  now: string,
): Promise<string> {
  let at = now
  for (const { id } of conflicts) {
    const newest = (await store.verdicts(id))[0]?.entry.at
    if (newest !== undefined && newest >= at) at = new Date(Date.parse(newest) + 1).toISOString()
  }
  return at
}

const conflictOfVerdict = ({ of, disputes }: VerdictRecord): string =>
  disputes[0]?.follows ?? of.judged[0].conflict

/**
 * Appends what `make` gives for the state that it was shown. Where another program appended meanwhile, it is asked
 * again: only what was decided in sight of everything before it goes into the log.
 */
async function decide<Entry extends LogEntry>(
  { log, current }: Deciding,
  make: (store: Store) => Promise<Entry>,
): Promise<Entry> {
  while (true) {
    const { store, entries } = await current()
    const entry = await make(store)
    const [added] = log.append((now) => (now.length === entries.length ? [entry] : []))
    if (!added) continue
    // The log is the truth, and has it: where the index cannot follow now, it does so with the next answer.
    await current().catch(() => undefined)
    return added
  }
}

/** The dispute, if it still is what the reviewer saw. */
async function asSeen(
  store: Store,
  {
    conflict: id,
    seen,
    evidence,
  }: { readonly conflict: string; readonly seen: string | null; readonly evidence: string },
): Promise<ConflictRecord> {
  const shown = await store.show(id)
  if (shown?.kind !== 'conflict' || shown.conflict.id !== id)
    throw new MissingError(`There is no dispute ${id}.`)
  const { conflict } = shown
  if (!conflict.current) {
    throw new StaleError('A run has found since that this is no dispute any more.', 'evidence', null)
  }
  checkNewest((await store.verdicts(id))[0], seen, id)
  if (evidenceFingerprint(conflict) !== evidence) {
    throw new StaleError('The evidence of this dispute has changed since it was shown.', 'evidence', null)
  }
  return conflict
}

function checkNewest(newest: VerdictRecord | undefined, seen: string | null, conflict: string): void {
  if ((newest?.entry.id ?? null) === seen) return
  const latest = newest ? historyEntry(newest, conflict) : null
  const what = latest
    ? `${latest.reviewer} was faster: ${latest.words}.`
    : 'The log of verdicts has changed since.'
  throw new StaleError(what, 'verdict', latest)
}

async function statusOf({ current }: Deciding, conflict: string): Promise<ConflictStatus> {
  const { store } = await current()
  const shown = await store.show(conflict)
  return shown?.kind === 'conflict' ? shown.conflict.status : 'open'
}
