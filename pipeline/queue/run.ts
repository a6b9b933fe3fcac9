import { setTimeout as wait } from 'node:timers/promises'
import { forgetGone } from '../batch/forget-gone.ts'
import { keepTexts } from '../batch/kept-texts.ts'
import { knownFiles } from '../batch/known-files.ts'
import { byPath, type RunProgress, type RunReport } from '../batch/report.ts'
import { settledFiles } from '../batch/settled.ts'
import { findingsFingerprint } from '../batch/versions.ts'
import { writeExports } from '../batch/write-exports.ts'
import { loadAnnotations } from '../corrections/load.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { shownDatabase } from '../model/place.ts'
import { DEFAULT_LIMITS, type FieldNames, type Limits, listSources } from '../read/index.ts'
import { openVerdictLog } from '../review/verdict-log.ts'
import { openStore, type Store } from '../store/index.ts'

import { dropBatch, makingOf, notesOf, openBatch, type Standing, standingOf, startBatch } from './batches.ts'
import { openBoss } from './boss.ts'
import { enqueue } from './enqueue.ts'
import { finishRun } from './finish.ts'
import { type Line, openLine } from './line.ts'
import { ENQUEUING, heldOf, hold, letGo, tryHold, WORKERS } from './locks.ts'
import { onLines } from './on-lines.ts'

export interface QueueRunOptions {
  /** `postgres://user@host/name`. */
  readonly db: string
  readonly paths: readonly string[]
  /** Where exports and kept texts go. */
  readonly out: string
  readonly annotations: string
  readonly force?: boolean
  readonly limits?: Partial<Limits>
  readonly fields?: FieldNames
  readonly settledFor?: number
  /** Workers read the files where they lie. */
  readonly sharedFiles?: boolean
  /** Drops what an earlier run left in the queue, instead of waiting for it. */
  readonly drop?: boolean
  /** Leaves once all is in the queue. */
  readonly detach?: boolean
  /** Called once where another run is in the queue, and this one waits for it. */
  readonly onWait?: () => void
  /** Leaves the queue as it is. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: RunProgress) => void
  /** What somebody who waits may want to know, in a sentence. */
  readonly tell?: (message: string) => void
}

/** A run that goes on without us. */
export interface LeftRun {
  readonly run: number
  /** Files that this run put into the queue. */
  readonly queued: number
}

/** Milliseconds between two looks at how far it is. */
const LOOK = 500
/** Where a look takes long, for the queue is, so many times that long lie between two. */
const SPARE = 10
/** Without any worker for so long, somebody may have to start one. */
const LONELY = 10_000
/** What the server shows of this connection. */
const NAME = 'gainsay run'

/**
 * A batch over a queue: what is new or changed goes in, workers annotate and compare, and the same report comes of it as of
 * `run`. Gives a `LeftRun` where it was told to leave before the end: workers go on.
 */
export async function runQueued(options: QueueRunOptions): Promise<RunReport | LeftRun> {
  const started = performance.now()
  const store = await openStore(options.db)
  try {
    const line = await openLine(options.db, NAME)
    let begun: Begun
    try {
      begun = await begin(line, store, options)
    } finally {
      await line.close()
    }
    const { run, queued } = begun
    if (options.detach && queued > 0) return { run, queued }
    const through = await follow(begun, store, options)
    if (!through) return { run, queued }
    const { listed, words } = through.standing
    options.onProgress?.({ phase: 'writing', done: listed, total: listed, words, current: null })
    await keepTexts(store, options.out)
    await writeExports(store, options.out)
    const seconds = (performance.now() - started) / 1000
    return await reportOf(store, { ...begun, ...through, seconds })
  } finally {
    await store.close()
  }
}

interface Begun {
  readonly run: number
  /** As it lay there when its turn came: what was corrected while others ran counts. */
  readonly knowledge: Knowledge
  readonly queued: number
  readonly unsettled: number
  /** What was asked for and cannot be had. */
  readonly problems: RunReport['failures']
}

/** Everything into the queue; behind the run that is in it, where one is. */
async function begin(line: Line, store: Store, options: QueueRunOptions): Promise<Begun> {
  const { signal, annotations, settledFor = 0 } = options
  const boss = await openBoss(line)
  await waitForOthers(line, options)
  const knowledge = loadAnnotations(annotations)
  const { listing, unsettled } = settledFiles(listSources(options.paths), settledFor)
  await store.indexVerdicts(openVerdictLog(annotations).entries())
  const fingerprint = findingsFingerprint(knowledge)
  const run = await store.startRun(fingerprint)
  await hold(line, ENQUEUING, run)
  const settings = { limits: { ...DEFAULT_LIMITS, ...options.limits }, fields: options.fields ?? {} }
  const { files, folders } = listing
  const making = makingOf(knowledge, fingerprint)
  await startBatch(line, run, { settings, making, listed: files.length })
  // Whoever else wants to begin a run sees this one now.
  await letGo(line, ENQUEUING, 0)
  const problems = listing.problems.map(({ where, message }) => ({ path: where ?? '', reason: message }))
  const queued = await enqueue(files, problems.length, {
    line,
    boss,
    store,
    known: await knownFiles(store, knowledge),
    run,
    settings,
    force: options.force === true,
    sharedFiles: options.sharedFiles === true,
    ...(signal && { signal }),
  })
  if (!signal?.aborted) await forgetGone(store, files, folders)
  return { run, knowledge, queued, unsettled, problems }
}

/** Until no run is in the queue, and nobody else is about to begin one. */
async function waitForOthers(line: Line, { db, out, drop, onWait, signal }: QueueRunOptions): Promise<void> {
  let first = false
  for (let waited = false; ; waited = true) {
    first ||= await tryHold(line, ENQUEUING, 0)
    const batch = await openBatch(line)
    if (first && batch && drop && batch.enqueued) {
      await dropBatch(line, batch.run)
      continue
    }
    if (first && !batch) return
    if (!waited) onWait?.()
    await wait(LOOK)
    if (signal?.aborted)
      throw new UserError('ended while another run was in the queue.', { where: shownDatabase({ out, db }) })
  }
}

/** A run that went through. */
interface Through {
  readonly standing: Standing
  readonly notes: RunReport['notes']
}

/** Tells how far it is until the run is finished; null where somebody wants to leave before. */
async function follow(
  { run, queued, knowledge }: Begun,
  store: Store,
  { db, out, signal, onProgress, tell = () => {} }: QueueRunOptions,
): Promise<Through | null> {
  let lastMove = performance.now()
  let moved = ''
  let lonely = false
  return onLines(db, NAME, { tell, signal }, async (line) => {
    for (;;) {
      const asked = performance.now()
      const standing = await standingOf(line, run)
      if (!standing)
        throw new UserError('somebody dropped this run from the queue.', {
          where: shownDatabase({ out, db }),
        })
      if (standing.finished) return { standing, notes: await notesOf(line, run) }
      const { done, listed: total, words, current, waiting, active } = standing
      const phase = waiting + active > 0 || !standing.enqueued ? 'reading' : 'comparing'
      onProgress?.({ phase, done, total, words, current })
      // Without anything to annotate nobody has to work: this process compares what is left to compare.
      if (queued === 0 && (await finishRun({ line, store, knowledge }))) continue
      const now = `${done} ${active}`
      if (now !== moved || phase === 'comparing') lastMove = performance.now()
      moved = now
      if (!lonely && active === 0 && performance.now() - lastMove > LONELY) {
        lonely = true
        tell(lonelyMessage((await heldOf(line, WORKERS)).size))
      }
      if (signal?.aborted) return null
      await wait(Math.max(LOOK, SPARE * (performance.now() - asked)), undefined, {
        ...(signal && { signal }),
      }).catch(() => undefined)
    }
  })
}

function lonelyMessage(workers: number): string {
  return workers === 0
    ? 'No worker has taken an article for 10 s: start `gainsay work --db ...`, here or on any machine.'
    : `No worker has taken an article for 10 s, though ${workers} ${workers === 1 ? 'is' : 'are'} there: what they print tells why.`
}

async function reportOf(
  store: Store,
  {
    run,
    knowledge,
    problems,
    unsettled,
    standing,
    notes,
    seconds,
  }: Begun & Through & { readonly seconds: number },
): Promise<RunReport> {
  const failures = (await store.failures()).filter((failure) => failure.run === run)
  const notices = (knowledge.notices ?? []).map((notice) => ({ ...notice, start: 0, end: 0 }))
  return {
    run,
    counts: standing.counts,
    failures: [...problems, ...failures.map(({ path, reason }) => ({ path, reason }))].sort(byPath),
    notes: [...notices, ...notes].sort((a, b) => byPath(a, b) || a.start - b.start),
    words: standing.words,
    unsettled,
    seconds,
    interrupted: false,
    summary: await store.summarize(run),
    developments: await store.developments(),
    bounded: await store.bounded(),
  }
}
