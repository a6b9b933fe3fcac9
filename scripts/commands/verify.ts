import { MASKS } from '../../pipeline/batch/mask.ts'
import { verifyExport } from '../../pipeline/export/index.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

export interface VerifyCommandOptions extends SharedOptions {
  /** The folder that was read, or the one that holds it. */
  readonly sources: string
}

/** `gainsay verify FILE.csv`: what does not hold, row by row. 0 if everything does, else 1. */
export async function verifyCommand(file: string, options: VerifyCommandOptions): Promise<number> {
  const terminal = openTerminal(options)
  const { rows, failed } = await verifyExport(file, {
    sources: options.sources,
    exports: [options.out],
    masks: MASKS,
    onProblem: (problem) => {
      if (options.json) terminal.print(plainJson(problem))
      else terminal.print(harmless(`row ${problem.row}: ${problem.problems.join('; ')}`))
    },
  })
  terminal.say(
    failed === 0 ? `${counted(rows, 'row')}, all true.` : `${counted(rows, 'row')}, ${failed} not true.`,
  )
  return failed > 0 ? 1 : 0
}
