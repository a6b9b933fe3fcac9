import { writeFileSync } from 'node:fs'
import { UserError } from '../../pipeline/model/errors.ts'
import { harmlessEscapes } from '../terminal/harmless.ts'

/** Writes the entries of a log for another machine, one a line; `-` is standard output. Throws a `UserError`. */
export function writeLog(file: string, entries: readonly unknown[]): void {
  const lines = entries.map((entry) => `${harmlessEscapes(JSON.stringify(entry))}\n`).join('')
  if (file === '-') process.stdout.write(lines)
  else {
    try {
      writeFileSync(file, lines)
    } catch (cause) {
      throw new UserError(`this file cannot be written (${(cause as NodeJS.ErrnoException).code}).`, {
        where: file,
        remedy: 'Choose another one.',
        cause,
      })
    }
  }
}
