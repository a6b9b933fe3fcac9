import Tinypool from 'tinypool'
import type { Knowledge } from './model/knowledge.ts'
import { prepareDocument } from './prepare.ts'

/**
 * What runs in a thread of a batch: one file's way to its layers. The knowledge comes once, with the thread.
 */
export default function work(file: { readonly path: string; readonly file: string }) {
  return prepareDocument(file, Tinypool.workerData as Knowledge)
}
