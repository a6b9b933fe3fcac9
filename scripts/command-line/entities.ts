import type { Command } from 'commander'
import { shared, wholeNumber } from './flags.ts'

/** `gainsay entities`: who and what is spoken of, and who is who. */
export function declareEntities(program: Command): void {
  const entities = shared(program.command('entities'))
    .description('list who and what the texts speak of, or all that is known by one name; correct who is who')
    .argument('[name]', 'an id, a name or an alias')
    .option('--duplicates', 'list pairs that may be one, with what speaks for it and against it')
    .option('--open', 'list mentions that stayed open, with who may be meant')
    .option('--limit <n>', 'show at most so many', wholeNumber)
    .action(async (name: string | undefined, options) => {
      const { entitiesCommand } = await import('../commands/entities.ts')
      process.exitCode = await entitiesCommand(name, options)
    })

  entities
    .command('merge <a> <b>')
    .description('the two are one; written to your annotations')
    .action(async (a: string, b: string, _, command: Command) => {
      const { mergeCommand } = await import('../commands/correct.ts')
      process.exitCode = await mergeCommand(a, b, command.optsWithGlobals())
    })

  entities
    .command('split <id> <name...>')
    .description('these names of it are somebody else’s; written to your annotations')
    .action(async (id: string, names: string[], _, command: Command) => {
      const { splitCommand } = await import('../commands/correct.ts')
      process.exitCode = await splitCommand(id, names, command.optsWithGlobals())
    })

  entities
    .command('alias <id> <name>')
    .description('one more name of it; written to your annotations')
    .action(async (id: string, name: string, _, command: Command) => {
      const { aliasCommand } = await import('../commands/correct.ts')
      process.exitCode = await aliasCommand(id, name, command.optsWithGlobals())
    })
}
