import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Pair } from '../../pipeline/batch/pairs.ts'
import { type Annotator, startAnnotator } from '../../pipeline/batch/threads.ts'
import type { PairAnswer } from '../../pipeline/conflicts/index.ts'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import { UserError } from '../../pipeline/model/errors.ts'
import { harmless, harmlessEscapes } from '../terminal/harmless.ts'
import { counted } from '../terminal/layout.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/** Pairs that one thread gets at a time: enough to be worth the message, few enough to stream. */
const BATCH = 64

/** A line of the file: its pair, or what is wrong with it. */
type Line = { readonly id?: unknown } & ({ readonly pair: Pair } | { readonly fault: string })

/**
 * Answers `{"id"?, "claim", "evidence"}` a line with `{"id"?, "label", "type", "explanation"}` a line, in order and as
 * they come. A line that cannot be answered is told, and answered with NOT ENOUGH INFO, so that the lines still go
 * together; then the exit code is 1.
 */
export async function answerFile(path: string, options: SharedOptions, terminal: Terminal): Promise<number> {
  const knowledge = loadKnowledge([shippedAnnotations(), options.annotations])
  const annotator = startAnnotator(options.jobs, knowledge)
  let failed = 0
  try {
    const waiting: Promise<readonly string[]>[] = []
    const fail = (reason: string) => {
      failed++
      process.stderr.write(`${harmless(reason)}\n`)
    }
    for await (const batch of batches(linesOf(path))) {
      waiting.push(answer(batch, annotator, fail))
      if (waiting.length > options.jobs * 2) await write(await waiting.shift()!)
    }
    for (const answers of waiting) await write(await answers)
  } finally {
    await annotator.stop()
  }
  if (failed > 0) terminal.say(`${counted(failed, 'line')} could not be answered.`)
  return failed > 0 ? 1 : 0
}

async function answer(
  lines: readonly Line[],
  annotator: Annotator,
  fail: (reason: string) => void,
): Promise<readonly string[]> {
  const outcomes = await annotator.pairs(lines.flatMap((line) => ('pair' in line ? [line.pair] : [])))
  let next = 0
  return lines.map((line) => {
    const outcome = 'pair' in line ? outcomes[next++]! : { ok: false as const, reason: line.fault }
    if (!outcome.ok) fail(outcome.reason)
    const given: PairAnswer = outcome.ok
      ? outcome.value
      : { label: 'NOT ENOUGH INFO', type: null, explanation: outcome.reason }
    return harmlessEscapes(JSON.stringify({ ...(line.id !== undefined && { id: line.id }), ...given }))
  })
}

async function* batches(lines: AsyncIterable<Line>): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = []
  for await (const line of lines) {
    batch.push(line)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** A line ends at a line feed and nowhere else: JSON may hold every other separator. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  let rest = ''
  let number = 0
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()!
      for (const line of lines) {
        number++
        if (line.trim() !== '') yield parse(line, `${path}:${number}`)
      }
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new UserError(
      code === 'ENOENT' ? 'there is no such file.' : `this file cannot be read (${code}).`,
      {
        where: path,
        remedy: 'Give a file with {"claim", "evidence"} a line.',
        cause,
      },
    )
  }
  if (rest.trim() !== '') yield parse(rest, `${path}:${number + 1}`)
}

function parse(line: string, where: string): Line {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ''))
  } catch {
    return { fault: `${where}: this line is no JSON. Write {"claim": "...", "evidence": "..."} on one line.` }
  }
  const { id, claim, evidence } = (value ?? {}) as Record<string, unknown>
  const named = id === undefined ? {} : { id }
  if (typeof claim !== 'string' || typeof evidence !== 'string') {
    return { ...named, fault: `${where}: "claim" and "evidence" must both be strings. Add what is missing.` }
  }
  return { ...named, pair: { claim, evidence, where } }
}

/** Waits where the reader of the pipe is slower than we are. */
async function write(lines: readonly string[]): Promise<void> {
  if (!process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
}
