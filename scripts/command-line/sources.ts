import type { Command } from 'commander'
import type { SharedOptions } from '../commands/options.ts'
import { correcting, shared } from './flags.ts'

/** `gainsay sources`: the texts, and what is known of their publication. */
export function declareSources(program: Command): void {
  const sources = shared(program.command('sources'))
    .description('list the texts, with what is known of their publication and how; set it right')
    .action(async (options: SharedOptions) => {
      const { sourcesCommand } = await import('../commands/sources.ts')
      process.exitCode = await sourcesCommand(options)
    })

  correcting(sources.command('set <source>'))
    .description('set right what is known of a text, by its path or id ("none" takes a value away)')
    .option('--title <title>', 'its title')
    .option('--publisher <name>', 'who published it')
    .option('--author <names>', 'who wrote it')
    .option('--published <date>', 'when: 2010-05-03, 2010-05, 2010')
    .option('--url <address>', 'where it stands on the web')
    .option('--summary-of <source>', 'the publication that it only restates')
    .option('--reliability <grade>', 'on the Admiralty scale: source A to F, information 1 to 6, like B2')
    .action(async (source: string, _, command: Command) => {
      const { setSourceCommand } = await import('../commands/sources.ts')
      process.exitCode = await setSourceCommand(source, command.optsWithGlobals())
    })
}
