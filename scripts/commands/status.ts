import { staleness } from '../../pipeline/batch/refresh.ts'
import { loadAnnotations } from '../../pipeline/corrections/load.ts'
import { placeFlags } from '../../pipeline/model/place.ts'
import type { QueueStatus } from '../../pipeline/queue/index.ts'
import { printFields } from '../terminal/fields.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { duration } from '../terminal/progress.ts'
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
    const queue = await queueOf(options)
    if (options.json) {
      const stale = { texts, findings }
      terminal.print(
        plainJson({ documents, claims, conflicts, run, failures, stale, ...(queue && { queue }) }),
      )
      return 0
    }
    const inQueue = queue !== null && queue.run !== null
    const next =
      inQueue && queue.workers === 0
        ? `npx gainsay work${placeFlags(options)}`
        : `npx gainsay run${placeFlags(options)}`
    printFields(
      [
        ['Texts', documents > 0 ? counted(documents, 'text') : 'none'],
        ['Claims', counted(claims, 'claim')],
        ['Disputes', counted(conflicts, 'dispute')],
        ['Last run', run && run.id !== queue?.run ? describeRun(run) : run ? 'in the queue' : 'none'],
        ['Queue', queue ? describeQueue(queue) : null],
        ['Workers', queue ? describeWorkers(queue) : null],
        ...failures.map(({ reason }) => ['Failed', harmless(reason)] as const),
        ['Stale', describeStale(texts, findings)],
        ['Next', texts.length > 0 || findings || failures.length > 0 ? next : null],
      ],
      terminal,
    )
    return 0
  })
}

/** Loaded by those only who have one. */
async function queueOf({ db }: SharedOptions): Promise<QueueStatus | null> {
  return db === undefined ? null : (await import('../../pipeline/queue/index.ts')).queueStatus(db)
}

function describeQueue({ run, waiting, active, listed, done, oldestSeconds, ...queue }: QueueStatus): string {
  if (run === null) return 'empty'
  if (queue.comparing) return `run ${run}: all ${counted(listed, 'file')} read, comparing`
  return [
    `run ${run}: ${done} of ${counted(listed, 'file')} done`,
    `${waiting} waiting${oldestSeconds === null ? '' : ` (the oldest for ${duration(oldestSeconds)})`}`,
    `${active} being read`,
    `${queue.failed} failed`,
    ...(queue.retried > 0 ? [`${queue.retried} tried again`] : []),
  ].join(', ')
}

function describeWorkers({ workers, articlesPerMinute }: QueueStatus): string {
  return `${workers > 0 ? workers : 'none'}, ${counted(articlesPerMinute, 'article')} a minute`
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
