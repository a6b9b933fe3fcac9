import { annotate } from './annotate.ts'
import { collectEvidence } from './conflicts/index.ts'
import { annotationLine } from './export/index.ts'
import type { DocumentEvidence } from './model/corpus.ts'
import type { AnnotatedDocument } from './model/document.ts'
import { UserError } from './model/errors.ts'
import type { Knowledge } from './model/knowledge.ts'
import { readSource } from './read/index.ts'

/** A file in memory: where it was, the name that it is stored under, and its bytes. Plain data: it crosses threads. */
export interface LoadedFile {
  readonly file: string
  readonly path: string
  readonly bytes: Uint8Array
}

/** What became of a file, or in one sentence why nothing did. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

/** A document ready to be stored. */
export interface PreparedDocument {
  /** Without its words: nothing stores them, and they are most of what a thread would have to send. */
  readonly document: AnnotatedDocument
  readonly evidence: DocumentEvidence
  readonly words: number
}

/** From a file's bytes to what is stored. Never throws: one bad file does not end a batch. */
export function prepareDocument(loaded: LoadedFile, knowledge: Knowledge): Outcome<PreparedDocument> {
  return attempt(loaded, knowledge, (document) => ({
    document: { ...document, words: [] },
    evidence: collectEvidence(document),
    words: document.words.length,
  }))
}

/** From a file's bytes to its line of `gainsay annotate`. Never throws. */
export function prepareLine(loaded: LoadedFile, knowledge: Knowledge): Outcome<string> {
  return attempt(loaded, knowledge, annotationLine)
}

function attempt<T>(
  { file, path, bytes }: LoadedFile,
  knowledge: Knowledge,
  finish: (document: AnnotatedDocument) => T,
): Outcome<T> {
  try {
    return { ok: true, value: finish(annotate(readSource(file, bytes, path), knowledge)) }
  } catch (error) {
    return { ok: false, reason: reasonOf(error, path) }
  }
}

/** The one sentence for a failure: the person's to mend, or a defect of ours that says so. */
export function reasonOf(error: unknown, path: string): string {
  if (error instanceof UserError) return error.message
  const what = error instanceof Error ? error.message : String(error)
  return `${path}: Gainsay stumbled over this text, and that is a defect of its own: ${what}`
}
