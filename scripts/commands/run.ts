import { findWeaknesses, topDisputes } from '../../pipeline/batch/summary.ts'
import { UsageError } from '../../pipeline/model/errors.ts'
import type { LeftRun } from '../../pipeline/queue/index.ts'
import { type RunProgress, type RunReport, run } from '../../pipeline/run.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { showProgress } from '../terminal/progress.ts'
import { printSummary } from '../terminal/summary-view.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'
import { parseFields, parseLimits } from './run-settings.ts'
import { SETTLED_MILLISECONDS, watch } from './watch.ts'

export interface RunCommandOptions extends SharedOptions {
  readonly force?: boolean
  readonly watch?: boolean
  readonly limit?: readonly string[]
  readonly field?: readonly string[]
  /** With `--db`: leaves once all is in the queue. */
  readonly detach?: boolean
  /** With `--db`: workers read the files where they lie. */
  readonly sharedFiles?: boolean
  /** With `--db`: drops what an earlier run left in the queue. */
  readonly drop?: boolean
}

/** `gainsay run [PATH...]`: a batch, and what it leaves to do; with `--watch` one after the other. 0 if all texts went in, else 1. */
export async function runCommand(given: readonly string[], options: RunCommandOptions): Promise<number> {
  const terminal = openTerminal(options)
  const paths = given.length > 0 ? given : ['sources']
  const needsQueue = (['detach', 'sharedFiles', 'drop'] as const).find((flag) => options[flag])
  if (needsQueue && options.db === undefined) {
    throw new UsageError('--detach, --shared-files and --drop are about a queue.', {
      remedy: 'Name its database, as in --db postgres://user@host/name.',
    })
  }
  const limits = parseLimits(options.limit)
  const fields = parseFields(options.field)
  let progress = showProgress(options.quiet === true)
  const interruption = onInterrupt(() => {
    progress.end()
    if (!working) return
    terminal.say(
      options.db === undefined
        ? 'Ending after the texts that are being read. Press Ctrl-C again to quit at once.'
        : 'Leaving the queue as it is: what is in it is worked on.',
    )
  })
  let failed = false
  let working = false
  const doRun = async (force: boolean): Promise<RunReport | LeftRun> => {
    const common = {
      paths,
      out: options.out,
      annotations: options.annotations,
      force,
      limits,
      fields,
      settledFor: options.watch ? SETTLED_MILLISECONDS : 0,
      signal: interruption.signal,
      onProgress: (step: RunProgress) => progress.update(step),
    }
    if (options.db === undefined) {
      const onWait = () => terminal.say('Another run works on this folder; waiting until it has ended.')
      return run({ ...common, jobs: options.jobs, apart: true, onWait })
    }
    // Neither the driver nor the queue is loaded by those who do without.
    const { runQueued } = await import('../../pipeline/queue/index.ts')
    return runQueued({
      ...common,
      db: options.db,
      detach: options.detach === true,
      sharedFiles: options.sharedFiles === true,
      drop: options.drop === true,
      onWait: () => terminal.say('Another run is in the queue; waiting until it is through.'),
      tell: (message) => {
        progress.end()
        terminal.say(harmless(message))
      },
    })
  }
  /** Null where the run goes on without us. */
  const batch = async (force: boolean): Promise<RunReport | null> => {
    working = true
    progress = showProgress(options.quiet === true)
    let report: RunReport | LeftRun
    try {
      report = await doRun(force)
    } finally {
      progress.end()
      working = false
    }
    if ('queued' in report) {
      if (options.json) terminal.print(plainJson(report))
      terminal.say(
        `Run ${report.run} goes on without this command: it put ${counted(report.queued, 'file')} into the queue. \`gainsay status\` tells how far it is, \`gainsay export\` writes the files then.`,
      )
      return null
    }
    for (const { path, message } of report.notes) terminal.say(harmless(`${path}: ${message}`))
    if (options.json) terminal.print(plainJson(toJson(report)))
    else printSummary(report, options, terminal)
    failed = report.counts.failed > 0 || report.interrupted
    return report
  }
  let first = true
  const next = async (): Promise<boolean> => {
    const unsettled = (await batch(first && options.force === true))?.unsettled ?? 0
    if (first && !interruption.signal.aborted) terminal.say('Watching. Ctrl-C ends it.')
    first = false
    return unsettled > 0
  }
  try {
    if (options.watch) await watch(paths, interruption.signal, next)
    else await batch(options.force === true)
  } finally {
    interruption.stop()
  }
  return failed ? 1 : 0
}

/** The summary as data, in the order that it is printed in. */
function toJson({ summary, bounded, ...report }: RunReport) {
  return {
    newConflicts: summary.newConflicts,
    decidedWithNewEvidence: summary.decidedWithNewEvidence,
    gained: summary.gained.map(({ conflict, position }) => ({ conflict: conflict.id, position })),
    top: topDisputes(summary, 3).map(({ id }) => id),
    documents: report.counts,
    claims: summary.claims,
    corroboratedClaims: summary.corroboratedClaims,
    conflicts: summary.conflicts,
    developments: report.developments,
    weaknesses: findWeaknesses(summary, bounded),
    failures: report.failures,
    notes: report.notes,
    interrupted: report.interrupted,
    run: report.run,
    words: report.words,
    seconds: report.seconds,
  }
}

/** The first Ctrl-C aborts the signal and calls back; the second one quits. */
function onInterrupt(callback: () => void): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const handle = () => {
    if (controller.signal.aborted) process.exit(1)
    controller.abort()
    callback()
  }
  process.on('SIGINT', handle)
  return { signal: controller.signal, stop: () => void process.off('SIGINT', handle) }
}
