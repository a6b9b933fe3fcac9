import { UsageError } from '../../pipeline/model/errors.ts'
import { work } from '../../pipeline/queue/index.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

export interface WorkCommandOptions extends SharedOptions {
  readonly untilDone?: boolean
}

/** `gainsay work --db URL`: takes articles from the queue until Ctrl-C, or until there is no run any more. */
export async function workCommand({ db, ...options }: WorkCommandOptions): Promise<number> {
  const terminal = openTerminal(options)
  if (db === undefined) {
    throw new UsageError('gainsay work takes articles from a queue in PostgreSQL.', {
      remedy: 'Name the database, as in --db postgres://user@host/name.',
    })
  }
  const controller = new AbortController()
  const end = () => {
    if (controller.signal.aborted) process.exit(1)
    terminal.say(
      'Ending after the texts that are being read. Press Ctrl-C again to quit at once: others take them then.',
    )
    controller.abort()
  }
  process.on('SIGINT', end).on('SIGTERM', end)
  try {
    terminal.say('Waiting for articles. Ctrl-C ends it.')
    const worked = await work({
      db,
      annotations: options.annotations,
      jobs: options.jobs,
      signal: controller.signal,
      untilDone: options.untilDone === true,
      tell: (message) => terminal.say(harmless(message)),
    })
    if (options.json) terminal.print(plainJson(worked))
    else
      terminal.say(`Read ${counted(worked.files, 'file')}, and compared for ${counted(worked.runs, 'run')}.`)
    return 0
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end)
  }
}
