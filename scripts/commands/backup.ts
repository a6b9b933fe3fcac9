import { backUp } from '../../pipeline/batch/backup.ts'
import { UsageError } from '../../pipeline/model/errors.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay backup DIR`: a copy to go on with, made while others work. */
export async function backupCommand(to: string, options: SharedOptions): Promise<number> {
  if (options.db !== undefined) {
    throw new UsageError('gainsay backup copies the database of a folder.', {
      where: '--db',
      remedy: 'Copy one of PostgreSQL with its own `pg_dump`, and `annotations/` beside it.',
    })
  }
  const copied = await backUp(to, options)
  openTerminal(options).say(
    `${to} holds ${copied.join(', ')}. To use it: --out ${to} --annotations ${to}/annotations`,
  )
  return 0
}
