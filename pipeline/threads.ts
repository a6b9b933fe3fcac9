import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import type { Knowledge } from './model/knowledge.ts'
import {
  type LoadedFile,
  type Outcome,
  type PreparedDocument,
  prepareDocument,
  prepareLine,
} from './prepare.ts'

/** Annotates files, several at a time where it has threads. */
export interface Annotator {
  document(loaded: LoadedFile): Promise<Outcome<PreparedDocument>>
  /** Its line of `gainsay annotate`. */
  line(loaded: LoadedFile): Promise<Outcome<string>>
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
      stop: async () => {},
    }
  }
  const filename = fileURLToPath(new URL('./worker.js', import.meta.url))
  const threads = Math.min(jobs, MOST_THREADS)
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads, workerData: knowledge })
  return {
    document: (loaded) => pool.run(loaded, { name: 'document' }),
    line: (loaded) => pool.run(loaded, { name: 'line' }),
    stop: () => pool.destroy(),
  }
}
