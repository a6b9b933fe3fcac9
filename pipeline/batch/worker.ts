import Tinypool from 'tinypool'
import type { Knowledge } from '../model/knowledge.ts'
import { answerPairs, type Pair } from './pairs.ts'
import { type LoadedFile, prepareDocuments, prepareLines } from './prepare.ts'

/*
 * What runs in a thread: one file's way to its layers, or a batch of pairs. The knowledge comes once, with the thread.
 */

export function documents(loaded: LoadedFile) {
  return prepareDocuments(loaded, Tinypool.workerData as Knowledge)
}

export function lines(loaded: LoadedFile) {
  return prepareLines(loaded, Tinypool.workerData as Knowledge)
}

export function pairs(pairs: readonly Pair[]) {
  return answerPairs(pairs, Tinypool.workerData as Knowledge)
}
