import { staleness } from '../../pipeline/batch/refresh.ts'
import { loadAnnotations } from '../../pipeline/corrections/load.ts'
import { printFields } from '../terminal/fields.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'
import { describeRun } from './runs.ts'

/** `gainsay status`: what is in, what failed, and what a run would bring up to date. */
export async function statusCommand(options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const knowledge = loadAnnotations(options.annotations)
  return withStore(options, async (store) => {
    const run = (await store.runs()).at(-1) ?? null
    const failures = await store.failures()
    const { documents, claims, conflicts } = await store.totals()
    const { texts, findings } = await staleness(store, knowledge)
    if (options.json) {
      terminal.print(plainJson({ documents, claims, conflicts, run, failures, stale: { texts, findings } }))
      return 0
    }
    printFields(
      [
        ['Texts', documents > 0 ? counted(documents, 'text') : 'none'],
        ['Claims', counted(claims, 'claim')],
        ['Disputes', counted(conflicts, 'dispute')],
        ['Last run', run ? describeRun(run) : 'none'],
        ...failures.map(({ reason }) => ['Failed', harmless(reason)] as const),
        ['Stale', describeStale(texts, findings)],
        ['Next', texts.length > 0 || findings || failures.length > 0 ? 'npx gainsay run' : null],
      ],
      terminal,
    )
    return 0
  })
}

/** Texts in full to the third: a longer list is nothing to read, and `--json` has it. */
function describeStale(texts: readonly string[], findings: boolean): string {
  if (texts.length > 0) {
    const more = texts.length > 3 ? ` and ${texts.length - 3} more` : ''
    return harmless(
      `${counted(texts.length, 'text')}, read by other rules or with other knowledge: ${texts.slice(0, 3).join(', ')}${more}`,
    )
  }
  return findings ? 'the disputes: texts or knowledge have changed since' : 'nothing'
}
