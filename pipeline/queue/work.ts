import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import { besideSha256Of } from '../batch/known-files.ts'
import { loadFile } from '../batch/load-file.ts'
import type { LoadedFile, Outcome, PreparedDocument } from '../batch/prepare.ts'
import { reasonOf } from '../batch/prepare.ts'
import { PORTION } from '../batch/take-in.ts'
import { type Annotator, startAnnotator } from '../batch/threads.ts'
import { documentFingerprints, findingsFingerprint } from '../batch/versions.ts'
import { loadAnnotations } from '../corrections/load.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { openStore, type Store } from '../store/index.ts'
import { type Batch, type Making, makingOf, openBatch } from './batches.ts'
import { MOST_RETRIES, openBoss } from './boss.ts'
import { finishRun } from './finish.ts'
import { giveBack, giveBackOfTheDead, givenUp, type Job, signOn, takeJobs } from './jobs.ts'
import { type Line, LineLostError, openLine } from './line.ts'
import { settle, settleAsFailed } from './settle.ts'

export interface WorkOptions {
  /** `postgres://user@host/name`. */
  readonly db: string
  /** The same annotations as the run's: with others, nothing is taken. */
  readonly annotations: string
  /** Texts annotated at the same time, each in a thread of its own. */
  readonly jobs: number
  /** Ends the work after the texts that are being read. */
  readonly signal?: AbortSignal
  /** Ends it once no run is open any more, and everything is compared. */
  readonly untilDone?: boolean
  /** What somebody may want to know, in a sentence. */
  readonly tell?: (message: string) => void
}

/** What a worker did. */
export interface Worked {
  readonly files: number
  readonly runs: number
}

/** Milliseconds between two looks at an empty queue. */
const LOOK = 300
/** Between two tries to reach a server that went away; it is given up after so many. */
const RECONNECT = 1000
const MOST_RECONNECTS = 600
/** Between two times that pg-boss tidies its tables, and takes from hanging workers what they have. */
const TIDY = 60_000
/** Between two looks whether the annotations are the run's by now. */
const RELOAD = 2000

/**
 * Takes files from the queue, as many at a time as it has threads and as many again, annotates them, stores each with
 * its completion in one unit, and compares when a run is through. Whatever happens to it, the queue is whole.
 */
export async function work(options: WorkOptions): Promise<Worked> {
  const { db, tell = () => {} } = options
  const store = await openStore(db)
  const bench = startBench(options, store)
  try {
    await bench.load()
    for (let lost = 0; ; ) {
      try {
        const line = await openLine(db, `gainsay work on ${hostname()}`)
        try {
          const boss = await openBoss(line)
          if (lost > 0) tell('The database is back: going on.')
          lost = 0
          bench.forgetFailed()
          return await serve(line, boss, bench, options)
        } finally {
          await line.close()
        }
      } catch (error) {
        if (!(error instanceof LineLostError) || options.signal?.aborted || lost === MOST_RECONNECTS)
          throw error
        if (lost++ === 0) tell('The database went away: trying to reach it again. Nothing is lost.')
        await wait(RECONNECT)
      }
    }
  } finally {
    await bench.stop()
    await store.close()
  }
}

async function serve(
  line: Line,
  boss: PgBoss,
  bench: Bench,
  { db, jobs, signal, untilDone }: WorkOptions,
): Promise<Worked> {
  const worker = await signOn(line)
  let tidied = performance.now()
  for (;;) {
    await bench.giveBackFailed((ids) => giveBack(line, boss, worker, ids))
    if (signal?.aborted) {
      await bench.idle()
      return bench.worked
    }
    if (performance.now() - tidied > TIDY) {
      await boss.maintain()
      tidied = performance.now()
    }
    const batch = await openBatch(line)
    if (!batch || !(await bench.isFor(batch))) {
      if (!batch && untilDone) return bench.worked
      await bench.pause(LOOK)
      continue
    }
    // A second file for every thread is enough to keep it busy; more would only fill the memory.
    const free = 2 * jobs - bench.busy()
    const taken = free > 0 ? await takeJobs(line, boss, worker, free) : []
    for (const job of taken) await bench.start(job, batch, boss)
    if (taken.length > 0) continue
    if (bench.busy() > 0) await bench.pause(LOOK)
    else {
      const freed = await giveBackOfTheDead(line, boss)
      await bench.recordGivenUp(await givenUp(line), boss)
      if (freed > 0) continue
      if (await bench.finish(db, line)) continue
      await bench.pause(LOOK)
    }
  }
}

/** Where files are worked on: it outlives a connection. */
interface Bench {
  readonly worked: Worked
  /** Reads the annotations and starts the threads, before there is anything to do. */
  load(): Promise<void>
  /** Files that are being worked on. */
  busy(): number
  /** True where this worker is what the batch wants; says so where not. */
  isFor(batch: Batch): Promise<boolean>
  /** Begins to work on a file; waits for the others before and behind one that is read alone. */
  start(job: Job, batch: Batch, boss: PgBoss): Promise<void>
  /** Hands over the files that could not be stored, to be put back. */
  giveBackFailed(put: (ids: readonly string[]) => Promise<unknown>): Promise<void>
  /** On a new connection this is a new worker: what the old one had is given back by others. */
  forgetFailed(): void
  recordGivenUp(jobs: readonly Job[], boss: PgBoss): Promise<void>
  finish(address: string, line: Line): Promise<boolean>
  /** Until a file is done, and no longer than so many milliseconds. */
  pause(milliseconds: number): Promise<void>
  idle(): Promise<void>
  stop(): Promise<void>
}

function startBench({ annotations, jobs, signal, tell = () => {} }: WorkOptions, store: Store): Bench {
  let knowledge: Knowledge | null = null
  let annotator: Annotator | null = null
  let making: Making | null = null
  let loaded = Number.NEGATIVE_INFINITY
  let told = ''
  const underWay = new Set<Promise<void>>()
  let failed: string[] = []
  let wrong: unknown = null
  const worked = { files: 0, runs: 0 }

  async function load(): Promise<void> {
    knowledge = loadAnnotations(annotations)
    const next = makingOf(knowledge, findingsFingerprint(knowledge))
    loaded = performance.now()
    if (JSON.stringify(next) === JSON.stringify(making)) return
    making = next
    await Promise.all(underWay)
    await annotator?.stop()
    annotator = startAnnotator(jobs, knowledge, true)
  }

  async function handle(job: Job, batch: Batch, boss: PgBoss): Promise<void> {
    const settling = {
      fingerprintOf: documentFingerprints(knowledge!),
      besideSha256: besideSha256Of(job.beside),
    }
    try {
      for await (const portion of portionsOf(job, batch, annotator!)) {
        let settled = await settle(store, boss, job, portion, settling)
        for (; settled === 'busy'; settled = await settle(store, boss, job, portion, settling))
          await wait(LOOK)
        if (settled === 'gone') {
          // Another did it, or a part of it: if nobody has it, the rest is for whoever takes it next.
          failed.push(job.id)
          return
        }
      }
      worked.files++
    } catch (error) {
      failed.push(job.id)
      wrong = error
    }
  }

  const idle = () => Promise.all(underWay).then(() => undefined)
  return {
    worked,
    load,
    busy: () => underWay.size,
    async isFor(batch) {
      const is = () => making !== null && JSON.stringify(making) === JSON.stringify(batch.making)
      if (!is() && performance.now() - loaded > RELOAD) await load()
      if (is()) return true
      const message = differenceOf(batch, making!, annotations)
      if (told !== message) tell(message)
      told = message
      return false
    },
    async start(job, batch, boss) {
      if (job.alone) await idle()
      const handling: Promise<void> = handle(job, batch, boss).finally(() => underWay.delete(handling))
      underWay.add(handling)
      if (job.alone) await idle()
    },
    async giveBackFailed(put) {
      if (failed.length === 0) return
      await put(failed)
      failed = []
      // What is wrong with the database is wrong for every file.
      if (wrong) throw wrong
    },
    forgetFailed() {
      failed = []
      wrong = null
    },
    async recordGivenUp(jobs, boss) {
      for (const job of jobs) {
        await settleAsFailed(
          store,
          boss,
          job,
          `${job.path}: ${MOST_RETRIES + 1} workers in a row ended while they read this file, or somebody took it out of the queue. Read it alone with \`gainsay annotate\` to see why.`,
        )
      }
    },
    async finish(address, line) {
      // What was corrected meanwhile counts, as it does where one process does it all.
      const latest = loadAnnotations(annotations)
      if (latest.sha256 === knowledge!.sha256) knowledge = latest
      const finished = await finishRun(address, { line, store, knowledge: knowledge! })
      if (finished) worked.runs++
      return finished
    },
    async pause(milliseconds) {
      const ending = new AbortController()
      const stop = () => ending.abort()
      signal?.addEventListener('abort', stop, { once: true })
      const timer = wait(milliseconds, undefined, { signal: ending.signal }).catch(() => undefined)
      await Promise.race([timer, ...underWay])
      signal?.removeEventListener('abort', stop)
      ending.abort()
    },
    idle,
    async stop() {
      await idle()
      await annotator?.stop()
    },
  }
}

/** A file's articles, so many at a time: their layers are large. */
async function* portionsOf(job: Job, { settings }: Batch, annotator: Annotator) {
  const { limits, fields } = settings
  let file: LoadedFile
  try {
    const options = { limits, fields, beside: job.beside }
    file =
      job.content === null
        ? await loadFile(job, options)
        : { file: job.file, path: job.path, bytes: job.content, options }
  } catch (error) {
    const reason = reasonOf(error, job.path)
    yield { from: job.articles, outcomes: [{ ok: false, path: job.path, reason } as const], last: true }
    return
  }
  for (let from = job.articles; ; from += PORTION) {
    const options = { ...file.options, from, count: PORTION }
    const outcomes: readonly Outcome<PreparedDocument>[] = await annotator.documents({ ...file, options })
    const last = outcomes.length < PORTION
    yield { from, outcomes, last }
    if (last) return
  }
}

function differenceOf(
  { run, making: wanted }: Batch,
  { pipelineVersion, annotationsSha256 }: Making,
  annotations: string,
): string {
  if (wanted.pipelineVersion !== pipelineVersion)
    return `Run ${run} was started by another version of Gainsay than this worker's: it takes none of its articles. Install the same one.`
  const what = wanted.annotationsSha256 !== annotationsSha256 ? 'annotations' : 'corrections'
  return `Run ${run} was started with other ${what} than those in ${annotations}: this worker takes none of its articles. Bring them here, or name the folder with --annotations.`
}
