import { annotate } from '../annotate.ts'
import { findPredicates } from '../claims/predicates.ts'
import { collectEvidence } from '../conflicts/sources/evidence.ts'
import { annotateCorrected } from '../corrections/correct-document.ts'
import { annotationLine } from '../export/annotation.ts'
import type { DocumentEvidence } from '../model/corpus.ts'
import type { AnnotatedDocument, Source } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { type ReadOptions, readSources } from '../read/index.ts'

/** A file in memory: where it was, the name that it is stored under, and its bytes. Plain data: it crosses threads. */
export interface LoadedFile {
  readonly file: string
  readonly path: string
  readonly bytes: Uint8Array
  readonly options?: ReadOptions
}

/** What became of a file, or in one sentence why nothing did. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly path?: string }

/** A document ready to be stored. */
export interface PreparedDocument {
  /** Without the layers that nothing stores: the words alone are most of what a thread would have to send. */
  readonly document: AnnotatedDocument
  readonly evidence: DocumentEvidence
  readonly words: number
}

/** From a file's bytes to what is stored of each of its articles, people's corrections laid over it. Never throws: one bad file does not end a batch. */
export function prepareDocuments(
  loaded: LoadedFile,
  knowledge: Knowledge,
): Promise<readonly Outcome<PreparedDocument>[]> {
  return attempt(loaded, (source) => {
    const document = annotateCorrected(source, knowledge)
    return {
      document: { ...document, blocks: [], words: [], times: [], quantities: [] },
      evidence: collectEvidence(document),
      words: document.words.length,
    }
  })
}

/** From a file's bytes to its lines of `gainsay annotate`, one for each article. Never throws. */
export function prepareLines(loaded: LoadedFile, knowledge: Knowledge): Promise<readonly Outcome<string>[]> {
  return attempt(loaded, (source) => {
    const document = annotate(source, knowledge)
    return annotationLine(document, findPredicates(document, knowledge))
  })
}

async function attempt<T>(
  { file, path, bytes, options }: LoadedFile,
  work: (source: Source) => T,
): Promise<readonly Outcome<T>[]> {
  const failure = (error: unknown, where = path): Outcome<T> => ({
    ok: false,
    reason: reasonOf(error, where),
    path: where,
  })
  try {
    const sources = await readSources(file, bytes, path, options)
    return sources.map((source): Outcome<T> => {
      if (source instanceof UserError) return failure(source, source.where ?? path)
      try {
        return { ok: true, value: work(source) }
      } catch (error) {
        return failure(error, source.path)
      }
    })
  } catch (error) {
    return [failure(error)]
  }
}

/** The one sentence for a failure: the person's to mend, or a defect of ours that says so. */
export function reasonOf(error: unknown, path: string): string {
  if (error instanceof UserError) return error.message
  const what = error instanceof Error ? error.message : String(error)
  return `${path}: Gainsay stumbled over this text, and that is a defect of its own: ${what}`
}
