import { annotate as annotateSource } from './annotate.ts'
import { loadFile } from './batch/load-file.ts'
import { loadKnowledge, shippedAnnotations } from './knowledge/index.ts'
import type { AnnotatedDocument } from './model/document.ts'
import { UserError } from './model/errors.ts'
import { listSources, readSources } from './read/index.ts'

/*
 * The library face of Gainsay:
 *
 *   import { annotate, openStore, run } from 'gainsay'
 */

export type * from './model/claim.ts'
export type * from './model/conflict.ts'
export type * from './model/corpus.ts'
export type * from './model/correction.ts'
export type * from './model/document.ts'
export type * from './model/entity.ts'
export { UsageError, UserError } from './model/errors.ts'
export type * from './model/ids.ts'
export type * from './model/knowledge.ts'
export type * from './model/quantity.ts'
export type * from './model/record.ts'
export type { Span } from './model/span.ts'
export type * from './model/time.ts'
export { type RunOptions, type RunProgress, type RunReport, run } from './run.ts'
export type * from './store/index.ts'
export { openStore } from './store/index.ts'

/** Where the analyst's own knowledge lies; laid over the shipped one. Without it, the shipped one alone. */
export interface AnnotateOptions {
  readonly annotations?: string
}

/**
 * Annotates files and the articles in folders, in the order of their paths. Throws a `UserError` at the first one
 * that cannot be read.
 */
export async function* annotate(
  paths: string | readonly string[],
  { annotations = 'annotations' }: AnnotateOptions = {},
): AsyncGenerator<AnnotatedDocument> {
  const knowledge = loadKnowledge([shippedAnnotations(), annotations])
  const { files, problems } = listSources(typeof paths === 'string' ? [paths] : paths)
  if (problems[0]) throw problems[0]
  for (const listed of files) {
    const { file, path, bytes } = await loadFile(listed)
    for (const source of await readSources(file, bytes, path)) {
      if (source instanceof UserError) throw source
      yield annotateSource(source, knowledge)
    }
  }
}
