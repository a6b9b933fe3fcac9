import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import { VERSION as claims } from './claims/index.ts'
import { VERSION as conflicts, findConflicts } from './conflicts/index.ts'
import { buildCorpus } from './corpus.ts'
import { VERSION as dates } from './dates/index.ts'
import { VERSION as entities } from './entities/index.ts'
import { exportFindings } from './export/index.ts'
import { loadKnowledge, shippedAnnotations } from './knowledge/index.ts'
import type { Note } from './model/document.ts'
import { UserError } from './model/errors.ts'
import type { Knowledge } from './model/knowledge.ts'
import type { Fingerprint } from './model/record.ts'
import { type BatchFile, reasonOf } from './prepare.ts'
import { VERSION as quantities } from './quantities/index.ts'
import { listSources, VERSION as read } from './read/index.ts'
import { VERSION as resolve, resolveEntities } from './resolve/index.ts'
import { VERSION as segment } from './segment/index.ts'
import { type FailureRecord, openStore, type RunCounts, type Store, type Summary } from './store/index.ts'
import { startAnnotator } from './threads.ts'

export interface RunOptions {
  /** Files and folders. */
  readonly paths: readonly string[]
  /** The folder of the database and the exports. */
  readonly out: string
  /** The analyst's own annotations; laid over the shipped ones. */
  readonly annotations: string
  /** Texts annotated at the same time: 1 stays in this thread, more take worker threads. Default: all cores. */
  readonly jobs?: number
  /** Ends the run after the texts that are being read; what is in stays in. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: RunProgress) => void
}

export interface RunProgress {
  readonly phase: 'reading' | 'comparing' | 'writing'
  readonly done: number
  readonly total: number
  /** Words annotated so far, unchanged texts not counted. */
  readonly words: number
  /** The text that was finished last. */
  readonly current: string | null
}

/** What a run did, and what there is to act on. */
export interface RunReport {
  readonly run: number
  readonly counts: RunCounts
  /** Only of this run's files, by path. */
  readonly failures: readonly FailureRecord[]
  /** Oddities of the texts that were read, by path and place. */
  readonly notes: readonly (Note & { readonly path: string })[]
  readonly words: number
  /** Of the whole run, on the wall clock. */
  readonly seconds: number
  /** True where the run was ended early: some texts were not read, and nothing was compared. */
  readonly interrupted: boolean
  readonly summary: Summary
  /** In words, what was too large to be compared in full. */
  readonly bounded: readonly string[]
}

/** What a document was annotated with, and what the findings were made with. */
const ANNOTATE = Object.entries({ read, segment, dates, quantities, entities, claims, conflicts })
const COMPARE = [...ANNOTATE, ...Object.entries({ resolve })]

/**
 * A batch: files in, database and CSV files out. What did not change is not done again, what fails is kept with its
 * reason and tried again by the next run, and nothing is dropped. The order of the files, the number of jobs and the
 * folder that it is called from change neither an identifier nor a byte of the exports.
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const started = performance.now()
  const knowledge = loadKnowledge([shippedAnnotations(), options.annotations])
  const files = await listSources(options.paths)
  const store = await openStore(options.out)
  try {
    const batch = await readBatch(files, knowledge, store, options)
    const progress = { done: files.length, total: files.length, words: batch.words, current: null }
    if (!batch.interrupted) {
      options.onProgress?.({ phase: 'comparing', ...progress })
      await compare(store, knowledge, batch.run)
      options.onProgress?.({ phase: 'writing', ...progress })
      await exportFindings(store, options.out)
    }
    await store.finishRun(batch.run, batch.counts)
    return {
      ...batch,
      seconds: (performance.now() - started) / 1000,
      summary: await store.summarize(batch.run),
      bounded: await store.bounded(),
    }
  } finally {
    await store.close()
  }
}

type Batch = Omit<RunReport, 'seconds' | 'summary' | 'bounded'>

/** Every file to the store: annotated by several at a time, written by one. */
async function readBatch(
  files: readonly BatchFile[],
  knowledge: Knowledge,
  store: Store,
  { jobs = availableParallelism(), signal, onProgress }: RunOptions,
): Promise<Batch> {
  const fingerprint = fingerprintOf(ANNOTATE, knowledge)
  const run = await store.startRun(fingerprint)
  const known = await store.knownSources()
  const counts = { new: 0, changed: 0, unchanged: 0, failed: 0 }
  const failures: FailureRecord[] = []
  const notes: (Note & { path: string })[] = []
  let words = 0
  let broken: unknown = null

  const takeIn = async (file: BatchFile) => {
    const before = known.get(file.path)
    if (
      before &&
      sameFingerprint(before.fingerprint, fingerprint) &&
      before.sha256 === (await hashFile(file.file))
    ) {
      await store.clearFailure(file.path)
      counts.unchanged++
      return
    }
    const prepared = await annotator.prepare(file)
    let reason = prepared.ok ? null : prepared.reason
    if (prepared.ok) {
      try {
        counts[await store.commitDocument(prepared.document, prepared.evidence, fingerprint, run)]++
        words += prepared.words
        notes.push(...prepared.document.notes.map((note) => ({ ...note, path: file.path })))
      } catch (error) {
        // What is wrong with the database is wrong for every text; what is wrong with this text is not.
        if (error instanceof UserError) throw error
        reason = reasonOf(error, file.path)
      }
    }
    if (reason === null) return
    counts.failed++
    failures.push({ path: file.path, reason, run })
    await store.recordFailure(file.path, reason, run)
  }

  const annotator = startAnnotator(Math.min(jobs, Math.max(1, files.length)), knowledge)
  const queue = new PQueue({ concurrency: jobs })
  try {
    for (const file of files) {
      // Two batches of threads ahead keep every thread busy, and no more than that in memory.
      await queue.onSizeLessThan(jobs * 2)
      if (signal?.aborted || broken) break
      void queue.add(async () => {
        if (signal?.aborted || broken) return
        await takeIn(file).catch((error) => {
          broken ??= error
        })
        const done = counts.new + counts.changed + counts.unchanged + counts.failed
        onProgress?.({ phase: 'reading', done, total: files.length, words, current: file.path })
      })
    }
    await queue.onIdle()
  } finally {
    await annotator.stop()
  }
  if (broken) throw broken
  const seen = counts.new + counts.changed + counts.unchanged + counts.failed
  return {
    run,
    counts,
    failures: failures.sort((a, b) => compareText(a.path, b.path)),
    notes: notes.sort((a, b) => compareText(a.path, b.path) || a.start - b.start),
    words,
    interrupted: seen < files.length,
  }
}

/** Everybody's claims, side by side; not again where nothing that they depend on has changed. */
async function compare(store: Store, knowledge: Knowledge, run: number): Promise<void> {
  const fingerprint = fingerprintOf(COMPARE, knowledge)
  const before = await store.findingsFingerprint()
  if (before && sameFingerprint(before, fingerprint)) return
  const stored = await store.loadCorpus()
  const resolution = resolveEntities(stored, knowledge)
  const corpus = buildCorpus(stored, resolution)
  await store.saveResolution(resolution)
  await store.saveFindings(findConflicts(corpus, knowledge), fingerprint, run)
}

function fingerprintOf(versions: readonly (readonly [string, string])[], knowledge: Knowledge): Fingerprint {
  return {
    pipelineVersion: versions.map(([stage, version]) => `${stage} ${version}`).join(', '),
    annotationsSha256: knowledge.sha256,
  }
}

function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.pipelineVersion === b.pipelineVersion && a.annotationsSha256 === b.annotationsSha256
}

/** SHA-256 of a file's bytes; null where it cannot be read, which reading it will explain. */
async function hashFile(file: string): Promise<string | null> {
  try {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}

/** Order of code units: the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
