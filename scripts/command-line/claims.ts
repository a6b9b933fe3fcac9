import type { Command } from 'commander'
import { claimValues, correcting, shared, wholeNumber } from './flags.ts'

/** `gainsay claims`: what is claimed, and what people set right about it. */
export function declareClaims(program: Command): void {
  const claims = shared(program.command('claims'))
    .description('list claims with source, line and stance; set right what the tool got wrong')
    .option('--about <entity>', 'only with this entity: an id, a name or an alias')
    .option('--source <path>', 'only from this text')
    .option('--new', 'only what the last run brought')
    .option('--limit <n>', 'show at most so many', wholeNumber)
    .action(async (options) => {
      const { claimsCommand } = await import('../commands/claims.ts')
      process.exitCode = await claimsCommand(options)
    })

  claimValues(claims.command('correct <claim>'))
    .description('set values of a claim right ("none" takes one away); written to your annotations')
    .action(async (claim: string, _, command: Command) => {
      const { correctClaimCommand } = await import('../commands/correct-claim.ts')
      process.exitCode = await correctClaimCommand(claim, command.optsWithGlobals())
    })

  correcting(claims.command('reject <claim>'))
    .description('it is no claim; written to your annotations')
    .action(async (claim: string, _, command: Command) => {
      const { rejectClaimCommand } = await import('../commands/correct-claim.ts')
      process.exitCode = await rejectClaimCommand(claim, command.optsWithGlobals())
    })

  claimValues(claims.command('add <source>'))
    .description('words of a text that claim something and were missed; written to your annotations')
    .requiredOption('--quote <words>', 'the words, as the text has them')
    .option('--says <sentence>', 'what they claim, in one plain sentence (default: the words themselves)')
    .action(async (source: string, _, command: Command) => {
      const { addClaimCommand } = await import('../commands/correct-claim.ts')
      process.exitCode = await addClaimCommand(source, command.optsWithGlobals())
    })

  correcting(claims.command('attach <source>'))
    .description('words of a text that say what a position of a dispute says; written to your annotations')
    .requiredOption('--quote <words>', 'the words, as the text has them')
    .requiredOption('--dispute <id>', 'the dispute')
    .requiredOption('--position <n>', 'the number of the position', wholeNumber)
    .action(async (source: string, _, command: Command) => {
      const { attachWordsCommand } = await import('../commands/correct-claim.ts')
      process.exitCode = await attachWordsCommand(source, command.optsWithGlobals())
    })
}
