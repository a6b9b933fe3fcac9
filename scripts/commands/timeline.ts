import { UsageError } from '../../pipeline/model/errors.ts'
import { printDevelopments } from '../terminal/development-view.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { timelineOf } from '../terminal/timeline.ts'
import { printMoment } from '../terminal/timeline-view.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

export interface TimelineOptions extends SharedOptions {
  readonly about?: string
}

/** `gainsay timeline --about ENTITY`: what is dated about it in the order of the dates, then what was updated. */
export async function timelineCommand(options: TimelineOptions): Promise<number> {
  const { about } = options
  if (about === undefined || about.trim() === '') {
    throw new UsageError('timeline needs to know about whom.', {
      remedy: 'Give --about with an id, a name or an alias; `gainsay entities` lists them.',
    })
  }
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    const claims = await store.claims({ about })
    const { moments, undated } = timelineOf(claims, await store.conflicts({ type: 'time', about }))
    const known = new Set(claims.map(({ claim }) => claim.id))
    const developments = (await store.developments()).filter(({ steps }) =>
      steps.some((step) => step.claims.some((id) => known.has(id))),
    )
    if (options.json) {
      terminal.print(plainJson({ moments, developments, undated }))
      return 0
    }
    for (const moment of moments) printMoment(moment, terminal)
    printDevelopments(developments, terminal)
    terminal.say(
      `${counted(moments.length, 'dated claim')}, ${counted(developments.length, 'development')}; ` +
        `${counted(undated, 'claim')} without a date.`,
    )
    return 0
  })
}
