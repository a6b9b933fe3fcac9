import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import type { PairAnswer } from '../conflicts/index.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { DEFAULT_LIMITS } from '../read/index.ts'
import { lendModel } from '../segment/index.ts'
import { tuneEngine } from './engine.ts'
import { answerPairs, type Pair } from './pairs.ts'
import {
  type LoadedFile,
  type Outcome,
  type PreparedDocument,
  prepareDocuments,
  prepareLines,
  reasonOf,
} from './prepare.ts'
import type { Task } from './worker.ts'

/** Annotates files and answers pairs, several at a time where it has threads. */
export interface Annotator {
  /** The first article of a file. */
  document(loaded: LoadedFile): Promise<Outcome<PreparedDocument>>
  /** All articles of a file. */
  documents(loaded: LoadedFile): Promise<readonly Outcome<PreparedDocument>[]>
  /** Their lines of `gainsay annotate`. */
  lines(loaded: LoadedFile): Promise<readonly Outcome<string>[]>
  /** Answers in the order of the pairs. */
  pairs(pairs: readonly Pair[]): Promise<readonly Outcome<PairAnswer>[]>
  stop(): Promise<void>
}

/** More threads than this only take memory: each holds the lexicon and compiled code. */
const MOST_THREADS = 64

/** What a thread may hold, in megabytes: a file that needs more costs its thread, and not the batch. */
const MEMORY_MB = 3_000

/**
 * With one job in this thread, where a debugger sees it; with more, or `apart`, in threads of their own, where an
 * endless loop or a crash over one file is that file's failure: its thread is ended and another takes its place.
 */
export function startAnnotator(
  jobs: number,
  knowledge: Knowledge,
  apart = false,
  { memoryMegabytes = MEMORY_MB }: { readonly memoryMegabytes?: number } = {},
): Annotator {
  tuneEngine()
  if (jobs === 1 && !apart) {
    const documents = (loaded: LoadedFile) => prepareDocuments(loaded, knowledge)
    return {
      document: async (loaded) => (await documents(loaded))[0]!,
      documents,
      lines: (loaded) => prepareLines(loaded, knowledge),
      pairs: (pairs) => answerPairs(pairs, knowledge),
      stop: async () => {},
    }
  }
  const filename = fileURLToPath(new URL('./worker.js', import.meta.url))
  const threads = Math.min(jobs, MOST_THREADS)
  let pool: Tinypool | undefined
  /** Threads start with their first task: a batch in which nothing changed has none. */
  const inThread = <T>(name: string, input: unknown, signal?: AbortSignal): Promise<T> => {
    pool ??= new Tinypool({
      filename,
      minThreads: threads,
      maxThreads: threads,
      workerData: knowledge,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    })
    const task: Task<unknown> = { input, model: lendModel() }
    return pool.run(task, { name, ...(signal && { signal }) })
  }
  const bounded = async <T>(loaded: LoadedFile, name: string): Promise<readonly Outcome<T>[]> => {
    const { path, options } = loaded
    const { seconds } = options?.limits ?? DEFAULT_LIMITS
    const ending = new AbortController()
    const timer = setTimeout(() => ending.abort(), seconds * 1000)
    try {
      return await inThread(name, loaded, ending.signal)
    } catch (error) {
      return [{ ok: false, path, reason: reasonOf(endOf(error, ending.signal.aborted, path, seconds), path) }]
    } finally {
      clearTimeout(timer)
    }
  }
  const documents = (loaded: LoadedFile) => bounded<PreparedDocument>(loaded, 'documents')
  return {
    document: async (loaded) => (await documents(loaded))[0]!,
    documents,
    lines: (loaded) => bounded<string>(loaded, 'lines'),
    pairs: (pairs) => inThread('pairs', pairs),
    stop: async () => pool?.destroy(),
  }
}

/** Why a thread did not live to answer. */
function endOf(error: unknown, timedOut: boolean, path: string, seconds: number): unknown {
  if (timedOut) {
    return new UserError(`reading this took longer than ${seconds} seconds, and was ended.`, {
      where: path,
      remedy: 'Split it, or allow more with --limit seconds=...',
      cause: error,
    })
  }
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new UserError('reading this took more memory than one file may have.', {
      where: path,
      remedy: 'Split it.',
      cause: error,
    })
  }
  return error
}
