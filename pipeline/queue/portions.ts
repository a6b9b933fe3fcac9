import { loadFile } from '../batch/load-file.ts'
import { type LoadedFile, type Outcome, type PreparedDocument, reasonOf } from '../batch/prepare.ts'
import { PORTION } from '../batch/take-in.ts'
import type { Annotator } from '../batch/threads.ts'
import type { Batch } from './batches.ts'
import type { Job } from './jobs.ts'
import type { Portion } from './settle.ts'

/** Annotates a file's articles from the first on that is not in yet, so many at a time: their layers are large. */
export async function* portionsOf(
  job: Job,
  { settings }: Batch,
  annotator: Annotator,
): AsyncGenerator<Portion> {
  let file: LoadedFile
  try {
    file = await load(job, settings)
  } catch (error) {
    const outcome = { ok: false, path: job.path, reason: reasonOf(error, job.path) } as const
    yield { from: job.articles, outcomes: [outcome], last: true }
    return
  }
  for (let from = job.articles; ; from += PORTION) {
    const options = { ...file.options, from, count: PORTION }
    const outcomes: readonly Outcome<PreparedDocument>[] = await annotator.documents({ ...file, options })
    const last = outcomes.length < PORTION
    yield { from, outcomes, last }
    if (last) return
  }
}

async function load(job: Job, { limits, fields }: Batch['settings']): Promise<LoadedFile> {
  const options = { limits, fields, beside: job.beside }
  if (job.content === null) return loadFile(job, options)
  return { file: job.file, path: job.path, bytes: job.content, options }
}
