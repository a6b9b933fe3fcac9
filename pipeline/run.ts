import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import { compareClaims } from './batch/compare.ts'
import { forgetGone } from './batch/forget-gone.ts'
import { keepText } from './batch/kept-texts.ts'
import { linkCopies } from './batch/link-copies.ts'
import { byPath, type Failure, type RunProgress, type RunReport } from './batch/report.ts'
import { settledFiles } from './batch/settled.ts'
import { startTakingIn, type TakenIn } from './batch/take-in.ts'
import { startAnnotator } from './batch/threads.ts'
import { findingsFingerprint } from './batch/versions.ts'
import { writeExports } from './batch/write-exports.ts'
import { layOver } from './corrections/lay-over.ts'
import { loadAnnotations } from './corrections/load.ts'
import type { Note } from './model/document.ts'
import { UserError } from './model/errors.ts'
import type { Knowledge } from './model/knowledge.ts'
import {
  DEFAULT_LIMITS,
  type FieldNames,
  type Limits,
  listSources,
  type SourceFile,
  type SourceListing,
} from './read/index.ts'
import { openVerdictLog } from './review/verdict-log.ts'
import { lockRuns, openStore, type Store } from './store/index.ts'

export type { Failure, RunProgress, RunReport } from './batch/report.ts'

export interface RunOptions {
  /** Files and folders. */
  readonly paths: readonly string[]
  /** The folder of the database and the exports. Default: `out`. */
  readonly out?: string
  /** The analyst's own annotations, laid over the shipped ones. Default: `annotations`. */
  readonly annotations?: string
  /** Texts annotated at the same time: 1 stays in this thread, more take worker threads. Default: all cores. */
  readonly jobs?: number
  /** A thread of its own also for one job: what loops or crashes over a file then costs that file only. */
  readonly apart?: boolean
  /** Reads and annotates again what did not change, too. */
  readonly force?: boolean
  /** Other bounds than the usual ones. */
  readonly limits?: Partial<Limits>
  /** The names of the fields of JSON records, where they are not the usual ones. */
  readonly fields?: FieldNames
  /** Leaves files alone that were written to less than so many milliseconds ago: they may not be whole yet. */
  readonly settledFor?: number
  /** Called once where another run works on the same folder, and this one waits for it. */
  readonly onWait?: () => void
  /** Ends the run after the texts that are being read; what is in stays in. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: RunProgress) => void
}

/**
 * A batch: files in, database and CSV files out. What did not change is not done again, what fails is kept with its
 * reason and tried again by the next run, and nothing is dropped. The order of the files, the number of jobs and the
 * folder that it is called from change neither an identifier nor a byte of the exports.
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const { out = 'out', annotations = 'annotations' } = options
  const started = performance.now()
  const { onWait, signal } = options
  const lock = await lockRuns(out, { ...(onWait && { onWait }), ...(signal && { signal }) })
  if (!lock) throw new UserError('ended while another run was on its way.', { where: out })
  try {
    // Behind the lock: what was corrected while another run was on its way counts.
    return await runAlone(options, loadAnnotations(annotations), out, started)
  } finally {
    lock.release()
  }
}

async function runAlone(
  options: RunOptions,
  knowledge: Knowledge,
  out: string,
  started: number,
): Promise<RunReport> {
  const { listing, unsettled } = settledFiles(listSources(options.paths), options.settledFor ?? 0)
  const verdicts = openVerdictLog(options.annotations ?? 'annotations').entries()
  const store = await openStore(out)
  try {
    await store.indexVerdicts(verdicts)
    const batch = await takeInAll(listing, knowledge, store, out, options)
    const done = {
      done: listing.files.length,
      total: listing.files.length,
      words: batch.words,
      current: null,
    }
    if (!batch.interrupted) {
      options.onProgress?.({ phase: 'comparing', ...done })
      await layOver(store, knowledge)
      await linkCopies(store)
      await compareClaims(store, knowledge, batch.run)
      options.onProgress?.({ phase: 'writing', ...done })
      await writeExports(store, out)
    }
    await store.finishRun(batch.run, batch.counts)
    const summary = await store.summarize(batch.run)
    const developments = await store.developments()
    const bounded = await store.bounded()
    return {
      ...batch,
      unsettled,
      summary,
      developments,
      bounded,
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    await store.close()
  }
}

type Batch = Omit<RunReport, 'unsettled' | 'seconds' | 'summary' | 'developments' | 'bounded'>

/** Every file to the store: annotated several at a time, written by one. */
async function takeInAll(
  { files, folders, problems }: SourceListing,
  knowledge: Knowledge,
  store: Store,
  out: string,
  options: RunOptions,
): Promise<Batch> {
  const { jobs = availableParallelism(), signal, onProgress, apart, force, fields = {} } = options
  const reading = { limits: { ...DEFAULT_LIMITS, ...options.limits }, fields }
  const run = await store.startRun(findingsFingerprint(knowledge))
  const counts = { new: 0, changed: 0, unchanged: 0, failed: problems.length }
  const failures = problems.map(({ where, message }): Failure => ({ path: where ?? '', reason: message }))
  const notes: (Note & { path: string })[] = (knowledge.notices ?? []).map((notice) => ({
    ...notice,
    start: 0,
    end: 0,
  }))
  let words = 0
  let done = 0
  const count = ({ path: file }: SourceFile, articles: readonly TakenIn[]) => {
    done++
    for (const taken of articles) {
      const { path } = taken
      counts[taken.kind]++
      if (taken.kind === 'failed') failures.push({ path, reason: taken.reason })
      else {
        words += taken.words
        notes.push(...taken.notes.map((note) => ({ ...note, path })))
      }
    }
    onProgress?.({ phase: 'reading', done, total: files.length, words, current: file })
  }

  const annotator = startAnnotator(Math.min(jobs, Math.max(1, files.length)), knowledge, apart)
  const queue = new PQueue({ concurrency: jobs })
  const halt = new AbortController()
  try {
    const takeIn = await startTakingIn(store, annotator, knowledge, run, {
      reading,
      ...(force && { force }),
      keep: (source) => keepText(out, source),
    })
    for (const file of files) {
      // Two more files for every thread are on their way from the disk; more would only fill the memory.
      await queue.onSizeLessThan(2 * jobs)
      if (signal?.aborted || halt.signal.aborted) break
      const loaded = takeIn(file)
      const task = async () => {
        if (signal?.aborted || halt.signal.aborted) return
        count(file, await loaded())
      }
      void queue.add(task).catch((error) => halt.abort(error))
    }
    await queue.onIdle()
    if (done === files.length) await forgetGone(store, files, folders)
  } finally {
    await annotator.stop()
  }
  halt.signal.throwIfAborted()
  return {
    run,
    counts,
    failures: failures.sort((a, b) => byPath(a, b)),
    notes: notes.sort((a, b) => byPath(a, b) || a.start - b.start),
    words,
    interrupted: done < files.length,
  }
}
