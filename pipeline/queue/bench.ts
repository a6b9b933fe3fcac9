import { setTimeout as wait } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import { besideSha256Of } from '../batch/known-files.ts'
import { type Annotator, startAnnotator } from '../batch/threads.ts'
import { documentFingerprints, findingsFingerprint } from '../batch/versions.ts'
import { loadAnnotations } from '../corrections/load.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Store } from '../store/index.ts'
import { type Batch, type Making, makingOf } from './batches.ts'
import type { Job } from './jobs.ts'
import { portionsOf } from './portions.ts'
import { settle } from './settle.ts'

/** Where a worker's files are annotated and stored: it outlives a connection to the queue. */
export interface Bench {
  /** Files that are being worked on. */
  busy(): number
  /** Files that were done here. */
  done(): number
  /** True where this worker is what the batch wants; says so where not. */
  isFor(batch: Batch): Promise<boolean>
  /** As it lies in the folder now, where that is the batch's but for corrections: what was corrected meanwhile counts. */
  latest(): Knowledge
  /** Begins to work on a file; waits for the others before and behind one that is read alone. */
  start(job: Job, batch: Batch, boss: PgBoss): Promise<void>
  /** Hands over the files that could not be stored, to be put back; throws what was wrong with the database. */
  giveBackFailed(put: (jobs: readonly string[]) => Promise<unknown>): Promise<void>
  /** On a new connection this is a new worker: what the old one had is given back by others. */
  forgetFailed(): void
  /** Until a file is done, and no longer than so many milliseconds. */
  pause(milliseconds: number): Promise<void>
  /** Until all files are done. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export interface BenchOptions {
  readonly annotations: string
  readonly jobs: number
  readonly signal?: AbortSignal | undefined
  readonly tell: (message: string) => void
}

/** Milliseconds between two looks whether the annotations are the run's by now. */
const RELOAD = 2000
/** Between two tries to store what came in while somebody compares. */
const STAND_BACK = 300

/** Reads the annotations and starts the threads, before there is anything to do. */
export async function startBench(store: Store, options: BenchOptions): Promise<Bench> {
  const { annotations, jobs, signal, tell } = options
  const underWay = new Set<Promise<void>>()
  let made = await make()
  let done = 0
  let told = ''
  let failed: string[] = []
  let wrong: unknown = null

  async function make(before?: Made): Promise<Made> {
    const knowledge = loadAnnotations(annotations)
    const making = makingOf(knowledge, findingsFingerprint(knowledge))
    const loaded = performance.now()
    if (before && isSame(making, before.making)) return { ...before, loaded }
    await Promise.all(underWay)
    await before?.annotator.stop()
    return { knowledge, making, loaded, annotator: startAnnotator(jobs, knowledge, true) }
  }

  async function handle(job: Job, batch: Batch, boss: PgBoss): Promise<void> {
    const fingerprintOf = documentFingerprints(made.knowledge)
    const settling = { fingerprintOf, besideSha256: besideSha256Of(job.beside) }
    try {
      for await (const portion of portionsOf(job, batch, made.annotator)) {
        let settled = await settle(store, boss, job, portion, settling)
        while (settled === 'busy') {
          await wait(STAND_BACK)
          settled = await settle(store, boss, job, portion, settling)
        }
        if (settled === 'gone') {
          // Another did it, or a part of it: if nobody has it, the rest is for whoever takes it next.
          failed.push(job.id)
          return
        }
      }
      done++
    } catch (error) {
      failed.push(job.id)
      wrong = error
    }
  }

  const idle = () => Promise.all(underWay).then(() => undefined)
  return {
    busy: () => underWay.size,
    done: () => done,
    async isFor(batch) {
      if (!isSame(made.making, batch.making) && performance.now() - made.loaded > RELOAD)
        made = await make(made)
      if (isSame(made.making, batch.making)) return true
      const message = differenceOf(batch, made.making, annotations)
      if (told !== message) tell(message)
      told = message
      return false
    },
    latest() {
      const latest = loadAnnotations(annotations)
      return latest.sha256 === made.knowledge.sha256 ? latest : made.knowledge
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
      await made.annotator.stop()
    },
  }
}

/** What this worker is, with what it takes to be it. */
interface Made {
  readonly knowledge: Knowledge
  readonly making: Making
  readonly annotator: Annotator
  readonly loaded: number
}

function isSame(a: Making, b: Making): boolean {
  return (
    a.pipelineVersion === b.pipelineVersion &&
    a.annotationsSha256 === b.annotationsSha256 &&
    a.correctionsSha256 === b.correctionsSha256
  )
}

function differenceOf({ run, making: wanted }: Batch, making: Making, annotations: string): string {
  if (wanted.pipelineVersion !== making.pipelineVersion)
    return `Run ${run} was started by another version of Gainsay than this worker's: it takes none of its articles. Install the same one.`
  const what = wanted.annotationsSha256 !== making.annotationsSha256 ? 'annotations' : 'corrections'
  return `Run ${run} was started with other ${what} than those in ${annotations}: this worker takes none of its articles. Bring them here, or name the folder with --annotations.`
}
