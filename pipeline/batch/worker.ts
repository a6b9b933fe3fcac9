import Tinypool from 'tinypool'
import type { Knowledge } from '../model/knowledge.ts'
import { borrowModel, type LentModel } from '../segment/index.ts'
import type { Pair } from './pairs.ts'
import { type LoadedFile, prepareDocuments, prepareLines } from './prepare.ts'

/*
 * What runs in a thread: one file's way to its layers, or a batch of pairs. The knowledge comes once, with the thread.
 * Every thread loads its modules anew: those of pairs when they are asked for (15 MB less a thread).
 */

// It would end the thread without a word to whoever waits for it: it is a fault of the file that is being read instead.
process.exit = () => {
  throw new Error('something tried to end the program')
}

/** What a thread is asked to do, with the language model that all threads read in. */
export interface Task<Input> {
  readonly input: Input
  readonly model: LentModel
}

/** What the thread that started this one knows. */
function settle({ model }: Task<unknown>): Knowledge {
  borrowModel(model)
  return Tinypool.workerData as Knowledge
}

export function documents(task: Task<LoadedFile>) {
  return prepareDocuments(task.input, settle(task))
}

export function lines(task: Task<LoadedFile>) {
  return prepareLines(task.input, settle(task))
}

export async function pairs(task: Task<readonly Pair[]>) {
  const { answerPairs } = await import('./pairs.ts')
  return answerPairs(task.input, settle(task))
}
