import type { Command } from 'commander'
import type { SharedOptions } from '../commands/options.ts'
import { correcting, shared } from './flags.ts'

/** `gainsay corrections`: what was set right; taken back, and carried between machines. */
export function declareCorrections(program: Command): void {
  const corrections = shared(program.command('corrections'))
    .description('list what people set right, with what became of it; take back, carry between machines')
    .action(async (options: SharedOptions) => {
      const { correctionsCommand } = await import('../commands/corrections.ts')
      process.exitCode = await correctionsCommand(options)
    })

  corrections
    .command('export <file>')
    .description('write the log, one entry a line, for another machine; - is standard output')
    .action(async (file: string, _, command: Command) => {
      const { exportCorrectionsCommand } = await import('../commands/corrections.ts')
      process.exitCode = await exportCorrectionsCommand(file, command.optsWithGlobals())
    })

  corrections
    .command('import <file>')
    .description(
      'add the corrections that are not known here, and tell where two people set a value otherwise',
    )
    .action(async (file: string, _, command: Command) => {
      const { importCorrectionsCommand } = await import('../commands/corrections.ts')
      process.exitCode = await importCorrectionsCommand(file, command.optsWithGlobals())
    })

  correcting(corrections.command('undo <id>'))
    .description('take a correction back; its entry stays in the log')
    .action(async (id: string, _, command: Command) => {
      const { undoCorrectionCommand } = await import('../commands/corrections.ts')
      process.exitCode = await undoCorrectionCommand(id, command.optsWithGlobals())
    })
}
