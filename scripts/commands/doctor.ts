import { type Check, examine } from '../../pipeline/batch/doctor.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted, wrapBehind } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/** Of a check that fails a thousand times, the first tell what it is about. `--json` has them all. */
const MOST = 5

/** `gainsay doctor`: looks at everything that must always hold. 0 if it does, else 1. */
export async function doctorCommand(options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const checks = await examine(options)
  if (options.json) terminal.print(plainJson(checks))
  else for (const check of checks) print(check, terminal)
  return checks.every(({ problems }) => problems.length === 0) ? 0 : 1
}

function print({ name, looked, problems, remedy }: Check, terminal: Terminal): void {
  const { colors, width } = terminal
  const scope = looked ? ` (${counted(...looked)})` : ''
  const state =
    problems.length === 0 ? colors.green('holds') : colors.red(counted(problems.length, 'problem'))
  terminal.print(`  ${`${name}${scope}`.padEnd(34)} ${state}`)
  const print = (head: string, text: string) => {
    for (const line of wrapBehind(head, head, text, width)) terminal.print(line)
  }
  for (const problem of problems.slice(0, MOST)) print('    - ', harmless(problem))
  if (problems.length > MOST) print('    - ', `and ${problems.length - MOST} more (--json has them all)`)
  if (problems.length > 0) print('    ', remedy)
}
