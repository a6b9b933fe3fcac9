import Tinypool from 'tinypool'
import type { Knowledge } from '../model/knowledge.ts'
import { answerPairs, type Pair } from './pairs.ts'
import { type LoadedFile, prepareDocuments, prepareLines } from './prepare.ts'

/*
 * What runs in a thread: one file's way to its layers, or a batch of pairs. The knowledge comes once, with the thread.
 */

// It would end the thread without a word to whoever waits for it: it is a fault of the file that is being read instead.
process.exit = () => {
  throw new Error('something tried to end the program')
}

export function documents(loaded: LoadedFile) {
  return prepareDocuments(loaded, Tinypool.workerData as Knowledge)
}

export function lines(loaded: LoadedFile) {
  return prepareLines(loaded, Tinypool.workerData as Knowledge)
}

export function pairs(pairs: readonly Pair[]) {
  return answerPairs(pairs, Tinypool.workerData as Knowledge)
}
