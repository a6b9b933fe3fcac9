import { type RunReport, run } from '../../pipeline/run.ts'
import { findWeaknesses, topDisputes } from '../../pipeline/summary.ts'
import { harmless } from '../terminal/harmless.ts'
import { plainJson } from '../terminal/plain.ts'
import { showProgress } from '../terminal/progress.ts'
import { printSummary } from '../terminal/summary-view.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay run [PATH...]`: a batch, and what it leaves to do. 0 if all texts went in, else 1. */
export async function runCommand(paths: readonly string[], options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const progress = showProgress(options.quiet === true)
  const interruption = onInterrupt(() => {
    progress.end()
    terminal.say('Ending after the texts that are being read. Press Ctrl-C again to quit at once.')
  })
  let report: RunReport
  try {
    report = await run({
      paths: paths.length > 0 ? paths : ['sources'],
      out: options.out,
      annotations: options.annotations,
      jobs: options.jobs,
      signal: interruption.signal,
      onProgress: (step) => progress.update(step),
    })
  } finally {
    interruption.stop()
    progress.end()
  }
  for (const { path, message } of report.notes) terminal.say(harmless(`${path}: ${message}`))
  if (options.json) terminal.print(plainJson(toJson(report)))
  else printSummary(report, options.out, terminal)
  return report.counts.failed > 0 || report.interrupted ? 1 : 0
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
