import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import type { PairAnswer } from './conflicts/index.ts'
import type { Knowledge } from './model/knowledge.ts'
import { answerPairs, type Pair } from './pairs.ts'
import {
  type LoadedFile,
  type Outcome,
  type PreparedDocument,
  prepareDocument,
  prepareLine,
} from './prepare.ts'

/** Annotates files and answers pairs, several at a time where it has threads. */
export interface Annotator {
  document(loaded: LoadedFile): Promise<Outcome<PreparedDocument>>
  /** Its line of `gainsay annotate`. */
  line(loaded: LoadedFile): Promise<Outcome<string>>
  /** Answers in the order of the pairs. */
  pairs(pairs: readonly Pair[]): Promise<readonly Outcome<PairAnswer>[]>
  stop(): Promise<void>
}

/** More threads than this only take memory: each holds the language model. */
const MOST_THREADS = 64

/** With one job in this thread, where a debugger sees it; with more in threads of their own. */
export function startAnnotator(jobs: number, knowledge: Knowledge): Annotator {
  if (jobs === 1) {
    return {
      document: async (loaded) => prepareDocument(loaded, knowledge),
      line: async (loaded) => prepareLine(loaded, knowledge),
      pairs: (pairs) => answerPairs(pairs, knowledge),
      stop: async () => {},
    }
  }
  const filename = fileURLToPath(new URL('./worker.js', import.meta.url))
  const threads = Math.min(jobs, MOST_THREADS)
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads, workerData: knowledge })
  return {
    document: (loaded) => pool.run(loaded, { name: 'document' }),
    line: (loaded) => pool.run(loaded, { name: 'line' }),
    pairs: (pairs) => pool.run(pairs, { name: 'pairs' }),
    stop: () => pool.destroy(),
  }
}
