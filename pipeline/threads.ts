import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import type { Knowledge } from './model/knowledge.ts'
import { type BatchFile, type Prepared, prepareDocument } from './prepare.ts'

/** Annotates files, several at a time where it has threads. */
export interface Annotator {
  prepare(file: BatchFile): Promise<Prepared>
  stop(): Promise<void>
}

/** With one job in this thread, where a debugger sees it; with more in threads of their own. */
export function startAnnotator(jobs: number, knowledge: Knowledge): Annotator {
  if (jobs === 1) return { prepare: (file) => prepareDocument(file, knowledge), stop: async () => {} }
  const filename = fileURLToPath(new URL('./worker.js', import.meta.url))
  const pool = new Tinypool({ filename, minThreads: jobs, maxThreads: jobs, workerData: knowledge })
  return { prepare: (file) => pool.run(file), stop: () => pool.destroy() }
}
