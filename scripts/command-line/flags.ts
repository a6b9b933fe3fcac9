import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'

/** From 1 on; what is none is wrong usage. */
export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Give a whole number from 1 on.')
  return number
}

/** 0 lets the system choose. */
export function portNumber(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('Give a number from 0 to 65535.')
  return number
}

/** Anything else would be taken for a folder. */
function databaseAddress(value: string): string {
  if (!/^postgres(?:ql)?:\/\/./.test(value))
    throw new InvalidArgumentError('Give an address like postgres://user@host/name.')
  return value
}

/** The flags that every command shares. */
export function shared(command: Command): Command {
  return command
    .option('--out <dir>', 'database and exports', 'out')
    .addOption(
      new Option(
        '--db <address>',
        'a PostgreSQL database instead, for several machines: postgres://user@host/name',
      )
        .env('GAINSAY_DB')
        .argParser(databaseAddress),
    )
    .option(
      '--annotations <dir>',
      'your entities, relations and cues, laid over the shipped ones',
      'annotations',
    )
    .option('--jobs <n>', 'texts annotated at the same time', wholeNumber, availableParallelism())
    .option('--quiet', 'no progress and no messages')
    .option('--json', 'the result for machines, on standard output')
    .option('--no-color', 'no colours')
}

/** Who corrects, and why. */
export function correcting(command: Command): Command {
  return command
    .option('--as <name>', 'who corrects (default: the name of your account)')
    .option('--note <words>', 'why, for those who come after')
}

/** The values of a claim that people may set. */
export function claimValues(command: Command): Command {
  return correcting(command)
    .option('--date <date>', 'when it was: 2010-05-03, 2010-05, 2010, 2010/2012')
    .option('--subject <words>', 'who or what it is about, in words')
    .option('--relation <words>', 'the verb, as the sentence would have it')
    .option('--object <words>', 'whom or what it concerns, in words')
    .option('--place <words>', 'where it was')
    .option('--speaker <name>', 'who says so')
    .option('--subject-entity <entity>', 'who the subject is: an id, a name or an alias')
    .option('--object-entity <entity>', 'who the object is')
    .option('--speaker-entity <entity>', 'who the speaker is')
    .option('--stance <stance>', 'asserted, reported, rumoured, denied, hypothetical or normative')
    .option('--polarity <polarity>', 'affirmed or negated')
    .option('--kind <kind>', 'fact, characterisation, recommendation or prediction')
}
