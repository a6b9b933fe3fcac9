import { backUp } from '../../pipeline/batch/backup.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay backup DIR`: a copy to go on with, made while others work. */
export async function backupCommand(to: string, options: SharedOptions): Promise<number> {
  const copied = await backUp(to, options)
  openTerminal(options).say(
    `${to} holds ${copied.join(', ')}. To use it: --out ${to} --annotations ${to}/annotations`,
  )
  return 0
}
