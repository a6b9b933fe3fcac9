import { annotate } from './annotate.ts'
import { collectEvidence } from './conflicts/index.ts'
import type { DocumentEvidence } from './model/corpus.ts'
import type { AnnotatedDocument } from './model/document.ts'
import { UserError } from './model/errors.ts'
import type { Knowledge } from './model/knowledge.ts'
import { readSource } from './read/index.ts'

/** A file of a batch: the name that it is stored under, and where it is on this machine. */
export interface BatchFile {
  readonly path: string
  readonly file: string
}

/** A document ready to be stored, or in one sentence why there is none. Plain data: it crosses threads. */
export type Prepared =
  | {
      readonly ok: true
      /** Without its words: nothing stores them, and they are most of what a thread would have to send. */
      readonly document: AnnotatedDocument
      readonly evidence: DocumentEvidence
      readonly words: number
    }
  | { readonly ok: false; readonly reason: string }

/** One file's way from its bytes to what is stored. Never throws: one bad file does not end a batch. */
export async function prepareDocument(file: BatchFile, knowledge: Knowledge): Promise<Prepared> {
  try {
    const document = annotate(await readSource(file), knowledge)
    return {
      ok: true,
      document: { ...document, words: [] },
      evidence: collectEvidence(document),
      words: document.words.length,
    }
  } catch (error) {
    return { ok: false, reason: reasonOf(error, file.path) }
  }
}

/** The one sentence for a failure: the person's to mend, or a defect of ours that says so. */
export function reasonOf(error: unknown, path: string): string {
  if (error instanceof UserError) return error.message
  const what = error instanceof Error ? error.message : String(error)
  return `${path}: Gainsay stumbled over this text, and that is a defect of its own: ${what}`
}
