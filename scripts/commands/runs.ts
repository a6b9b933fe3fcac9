import { runsCsv } from '../../pipeline/export/index.ts'
import type { RunRecord } from '../../pipeline/store/index.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { duration } from '../terminal/progress.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

export interface RunsOptions extends SharedOptions {
  readonly csv?: boolean
}

/** `gainsay runs`: every run, the first one first, with what it did. */
export async function runsCommand(options: RunsOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    const runs = await store.runs()
    if (options.csv) {
      // `print` adds the line feed of the last record.
      terminal.print(runsCsv(runs).slice(0, -1))
      return 0
    }
    for (const run of runs) {
      if (options.json) terminal.print(plainJson(run))
      else terminal.print(`${String(run.id).padStart(4)}  ${describeRun(run)}`)
    }
    terminal.say(runs.length > 0 ? counted(runs.length, 'run') : 'There was no run yet.')
    return 0
  })
}

/** "2026-03-04 17:02 UTC, 3.1 s: 3 new, 0 changed, 0 unchanged, 0 failed". */
export function describeRun({ started, finished, counts }: RunRecord): string {
  const begun = `${started.slice(0, 16).replace('T', ' ')} UTC`
  if (finished === null || counts === null) return `${begun}: did not come to its end`
  const seconds = (Date.parse(finished) - Date.parse(started)) / 1000
  const { new: added, changed, unchanged, failed } = counts
  return `${begun}, ${duration(seconds)}: ${added} new, ${changed} changed, ${unchanged} unchanged, ${failed} failed`
}
