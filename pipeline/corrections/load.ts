import { loadKnowledge, shippedAnnotations } from '../knowledge/index.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { correctionJournal } from './journal.ts'

/**
 * Everything in `annotations/`, the analyst's laid over the shipped, and the log of corrections beside it: what a batch
 * works with. Throws a `UserError` that names file, line and remedy for the first mistake.
 */
export function loadAnnotations(annotations: string): Knowledge {
  const knowledge = loadKnowledge([shippedAnnotations(), annotations])
  const journal = correctionJournal(annotations)
  const corrections = journal.entries()
  const notice = journal.notice()
  return {
    ...knowledge,
    ...(corrections.length > 0 && { corrections }),
    ...(notice && { notices: [placed(notice)] }),
  }
}

/** "annotations/corrections.jsonl:12: ..." in its two parts. */
function placed(notice: string): { readonly path: string; readonly message: string } {
  const [, path = '', message = notice] = /^(.*?:\d+): (.*)$/s.exec(notice) ?? []
  return { path, message }
}
