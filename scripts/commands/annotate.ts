import { once } from 'node:events'
import { loadFile } from '../../pipeline/batch/load-file.ts'
import { type Outcome, reasonOf } from '../../pipeline/batch/prepare.ts'
import { startAnnotator } from '../../pipeline/batch/threads.ts'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import { listSources, type SourceFile } from '../../pipeline/read/index.ts'
import { harmless, harmlessEscapes } from '../terminal/harmless.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/**
 * `gainsay annotate FILE...`: a line of JSON for each text, in the order of the paths, as they come; touches no
 * database. 0 if all texts could be read, else 1.
 */
export async function annotateCommand(paths: readonly string[], options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const knowledge = loadKnowledge([shippedAnnotations(), options.annotations])
  const { files, problems } = listSources(paths)
  for (const problem of problems) process.stderr.write(`${harmless(problem.message)}\n`)
  const annotator = startAnnotator(Math.min(options.jobs, Math.max(1, files.length)), knowledge, true)
  const lines = async (file: SourceFile): Promise<readonly Outcome<string>[]> => {
    try {
      return await annotator.lines(await loadFile(file))
    } catch (error) {
      return [{ ok: false, reason: reasonOf(error, file.path) }]
    }
  }
  let failed = problems.length
  try {
    for await (const outcomes of inOrder(files, lines, options.jobs)) {
      for (const outcome of outcomes) {
        if (outcome.ok) await write(harmlessEscapes(outcome.value))
        else {
          failed++
          process.stderr.write(`${harmless(outcome.reason)}\n`)
        }
      }
    }
  } finally {
    await annotator.stop()
  }
  if (failed > 0) terminal.say(`${failed} of what was asked for could not be read.`)
  return failed > 0 ? 1 : 0
}

/** Works on at most `ahead` items at a time, and gives the results in the order of the items. */
async function* inOrder<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<R> {
  const started: Promise<R>[] = []
  for (const item of items) {
    started.push(work(item))
    if (started.length >= ahead) yield await started.shift()!
  }
  for (const result of started) yield await result
}

/** Waits where the reader of the pipe is slower than we are. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
