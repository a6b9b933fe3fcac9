import { findWeaknesses, topDisputes } from '../../pipeline/batch/summary.ts'
import { type RunReport, run } from '../../pipeline/run.ts'
import { harmless } from '../terminal/harmless.ts'
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
}

/** `gainsay run [PATH...]`: a batch, and what it leaves to do; with `--watch` one after the other. 0 if all texts went in, else 1. */
export async function runCommand(given: readonly string[], options: RunCommandOptions): Promise<number> {
  const terminal = openTerminal(options)
  const paths = given.length > 0 ? given : ['sources']
  const limits = parseLimits(options.limit)
  const fields = parseFields(options.field)
  let progress = showProgress(options.quiet === true)
  const interruption = onInterrupt(() => {
    progress.end()
    if (working)
      terminal.say('Ending after the texts that are being read. Press Ctrl-C again to quit at once.')
  })
  let failed = false
  let working = false
  const batch = async (force: boolean): Promise<RunReport> => {
    working = true
    progress = showProgress(options.quiet === true)
    let report: RunReport
    try {
      report = await run({
        paths,
        out: options.out,
        annotations: options.annotations,
        jobs: options.jobs,
        apart: true,
        force,
        limits,
        fields,
        settledFor: options.watch ? SETTLED_MILLISECONDS : 0,
        signal: interruption.signal,
        onWait: () => terminal.say('Another run works on this folder; waiting until it has ended.'),
        onProgress: (step) => progress.update(step),
      })
    } finally {
      progress.end()
      working = false
    }
    for (const { path, message } of report.notes) terminal.say(harmless(`${path}: ${message}`))
    if (options.json) terminal.print(plainJson(toJson(report)))
    else printSummary(report, options.out, terminal)
    failed = report.counts.failed > 0 || report.interrupted
    return report
  }
  let first = true
  const next = async (): Promise<boolean> => {
    const { unsettled } = await batch(first && options.force === true)
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
