import type { Command } from 'commander'
import type { SharedOptions } from '../commands/options.ts'
import { shared } from './flags.ts'

/** `gainsay verdicts`: what was decided, and carried between machines. */
export function declareVerdicts(program: Command): void {
  const verdicts = shared(program.command('verdicts'))
    .description('list what was decided, the newest first; carry it between machines')
    .action(async (options: SharedOptions) => {
      const { verdictsCommand } = await import('../commands/verdicts.ts')
      process.exitCode = await verdictsCommand(options)
    })

  verdicts
    .command('export <file>')
    .description('write every verdict, one JSON object a line; - is standard output')
    .action(async (file: string, _, command: Command) => {
      const { exportVerdictsCommand } = await import('../commands/verdicts.ts')
      process.exitCode = await exportVerdictsCommand(file, command.optsWithGlobals())
    })

  verdicts
    .command('import <file>')
    .description('add the verdicts that are not known here, and tell where two people decided otherwise')
    .action(async (file: string, _, command: Command) => {
      const { importVerdictsCommand } = await import('../commands/verdicts.ts')
      process.exitCode = await importVerdictsCommand(file, command.optsWithGlobals())
    })
}
