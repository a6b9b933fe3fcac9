#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { UsageError, UserError } from '../pipeline/model/errors.ts'
import { packageRoot } from '../pipeline/model/package-root.ts'
import { declareClaims } from './command-line/claims.ts'
import { declareCorrections } from './command-line/corrections.ts'
import { declareEntities } from './command-line/entities.ts'
import { portNumber, shared, wholeNumber } from './command-line/flags.ts'
import { declareSources } from './command-line/sources.ts'
import { declareVerdicts } from './command-line/verdicts.ts'
import type { SharedOptions } from './commands/options.ts'
import { harmless } from './terminal/harmless.ts'

/*
 * The command line, in the order of `--help`; what has commands of its own is declared in `command-line/`. Every command
 * is a file in `commands/`, loaded when it is asked for, so that `--help` answers at once. Exit codes: 0 all went in,
 * 1 something failed, 2 wrong usage.
 */

const FAILED = 1
const USAGE = 2

function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version
}

const program = new Command('gainsay')
  .description('Reads articles, finds what they claim, and shows where they gainsay each other.')
  .version(packageVersion(), '-V, --version')
  .showHelpAfterError('(gainsay --help lists the commands and their options.)')
  .exitOverride()

shared(program.command('run'))
  .description('read articles into the database, compare what they claim, write the CSV files')
  .argument('[path...]', 'files and folders (default: sources/)')
  .option('--force', 'read and annotate again what did not change, too')
  .option('--watch', 'go on: take in what is added or changed, once it is written, until Ctrl-C')
  .option(
    '--limit <name=number...>',
    'another bound for a file: bytes, htmlBytes, depth, elements, pages, unpackedBytes, characters, articles, seconds',
  )
  .option('--field <name=key...>', 'where JSON records keep text, title, url, published, author, publisher')
  .option('--detach', 'with --db: leave once all is in the queue; `gainsay status` tells how far it is')
  .option('--shared-files', 'with --db: workers read the files where they lie; their content does not travel')
  .option('--drop', 'with --db: drop what an earlier run left in the queue, instead of waiting for it')
  .action(async (paths: string[], options) => {
    const { runCommand } = await import('./commands/run.ts')
    process.exitCode = await runCommand(paths, options)
  })

shared(program.command('work'))
  .description('take articles from the queue of --db, on as many machines as there are, until Ctrl-C')
  .option('--until-done', 'end when no run is in the queue')
  .action(async (options) => {
    const { workCommand } = await import('./commands/work.ts')
    process.exitCode = await workCommand(options)
  })

shared(program.command('conflicts'))
  .description('list the disputes with their positions')
  .option('--type <type...>', 'only of these types: polarity, factuality, time, quantity, value ...')
  .option('--strength <strength...>', 'only of these strengths: contradiction, tension, detail')
  .option('--about <entity>', 'only with this entity: an id, a name or an alias')
  .option('--new', 'only what the last run brought')
  .option('--limit <n>', 'show at most so many', wholeNumber)
  .action(async (options) => {
    const { conflictsCommand } = await import('./commands/conflicts.ts')
    process.exitCode = await conflictsCommand(options)
  })

declareClaims(program)

declareCorrections(program)

shared(program.command('show'))
  .description('show one claim in its context, or one dispute with its evidence')
  .argument('<id>', 'id of a claim or a dispute; its beginning will do')
  .action(async (id: string, options: SharedOptions) => {
    const { showCommand } = await import('./commands/show.ts')
    process.exitCode = await showCommand(id, options)
  })

shared(program.command('topics'))
  .description('list the questions that claims speak of, the disputed first')
  .option('--about <entity>', 'only with this entity: an id, a name or an alias')
  .option('--limit <n>', 'show at most so many', wholeNumber)
  .action(async (options) => {
    const { topicsCommand } = await import('./commands/topics.ts')
    process.exitCode = await topicsCommand(options)
  })

shared(program.command('timeline'))
  .description('show what is dated about an entity in the order of the dates, disputed dates marked')
  .option('--about <entity>', 'an id, a name or an alias')
  .action(async (options) => {
    const { timelineCommand } = await import('./commands/timeline.ts')
    process.exitCode = await timelineCommand(options)
  })

shared(program.command('compare'))
  .description('hold two texts against each other, or claims against evidence; touches no database')
  .argument('[text...]', 'two files')
  .option('--pairs <file>', 'a JSON object with "claim" and "evidence" a line; an answer a line')
  .action(async (texts: string[], options) => {
    const { compareCommand } = await import('./commands/compare.ts')
    process.exitCode = await compareCommand(texts, options)
  })

shared(program.command('review'))
  .description('judge the disputes one after the other, on a page in the browser or on the terminal')
  .option('--port <n>', 'where the page is served; 0 takes any free port', portNumber, 4711)
  .option('--no-open', 'do not open the browser')
  .option('--as <name>', 'who decides (default: your user name)')
  .option('--terminal', 'here, without a page')
  .option('--host <address>', 'serve beyond this machine, too; asks for --token')
  .option('--token <secret>', 'what everybody who comes in must know')
  .option(
    '--user-header <name>',
    'behind a proxy: the header in which it says who decides; it must send "Authorization: Bearer" with the token',
  )
  .action(async (options) => {
    const { reviewCommand } = await import('./commands/review.ts')
    process.exitCode = await reviewCommand(options)
  })

declareVerdicts(program)

declareEntities(program)

declareSources(program)

shared(program.command('runs'))
  .description('list the runs')
  .option('--csv', 'as a CSV file on standard output')
  .action(async (options) => {
    const { runsCommand } = await import('./commands/runs.ts')
    process.exitCode = await runsCommand(options)
  })

shared(program.command('remove'))
  .description('take articles out with everything derived from them; the files stay')
  .argument('<source...>', 'paths as `gainsay sources` lists them')
  .action(async (paths: string[], options: SharedOptions) => {
    const { removeCommand } = await import('./commands/remove.ts')
    process.exitCode = await removeCommand(paths, options)
  })

shared(program.command('status'))
  .description('tell what is in, what failed, and what a run would bring up to date')
  .action(async (options: SharedOptions) => {
    const { statusCommand } = await import('./commands/status.ts')
    process.exitCode = await statusCommand(options)
  })

shared(program.command('doctor'))
  .description(
    'examine the database, the kept texts and the logs: what must always hold, and what to do if not',
  )
  .action(async (options: SharedOptions) => {
    const { doctorCommand } = await import('./commands/doctor.ts')
    process.exitCode = await doctorCommand(options)
  })

shared(program.command('backup'))
  .description('copy the database, the kept texts and your annotations into a new folder, also during a run')
  .argument('<dir>', 'a folder that does not exist yet')
  .action(async (to: string, options: SharedOptions) => {
    const { backupCommand } = await import('./commands/backup.ts')
    process.exitCode = await backupCommand(to, options)
  })

shared(program.command('export'))
  .description('write claims and disputes for spreadsheets, databases, annotation tools, or as one page')
  .option('--format <format>', 'csv, csvw (csv with its metadata), jsonld or html', 'csv')
  .option(
    '--to <dir>',
    'where the files go (default: the folder of --out; for a selection, selection/ in it)',
  )
  .option('--excel', 'beside each CSV file one for spreadsheets')
  .option('--about <entity>', 'only with this entity: an id, a name or an alias')
  .option('--type <relation>', 'only with this relation: a type of the vocabulary, or its verb')
  .option('--source <path>', 'only from this text: a part of its path, title or publisher')
  .option('--since <day>', 'only of texts published on this day or later')
  .option('--changed-since <run>', 'only what came after this run', wholeNumber)
  .option('--in-conflict', 'only claims that are part of a dispute')
  .option('--decided', 'only disputes that somebody decided, and their claims')
  .action(async (options) => {
    const { exportCommand } = await import('./commands/export.ts')
    process.exitCode = await exportCommand(options)
  })

shared(program.command('verify'))
  .description('hold each row of an exported claims.csv or conflicts.csv against its source')
  .argument('<file>', 'the export')
  .option('--sources <dir>', 'the folder that was read, or the one that holds it', '.')
  .action(async (file: string, options) => {
    const { verifyCommand } = await import('./commands/verify.ts')
    process.exitCode = await verifyCommand(file, options)
  })

shared(program.command('diff'))
  .description(
    'show articles that changed, and what became of their claims: between two runs, or one article’s versions',
  )
  .argument('<run_or_source>', 'number of the earlier run, or the path of an article')
  .argument('[run]', 'number of the later run')
  .action(async (from: string, to: string | undefined, options: SharedOptions) => {
    const { diffCommand, versionsCommand } = await import('./commands/diff.ts')
    process.exitCode =
      to === undefined ? await versionsCommand(from, options) : await diffCommand(from, to, options)
  })

shared(program.command('annotate'))
  .description('write the annotations of texts, one JSON object a line; touches no database')
  .argument('<file...>', 'files and folders')
  .action(async (files: string[], options: SharedOptions) => {
    const { annotateCommand } = await import('./commands/annotate.ts')
    process.exitCode = await annotateCommand(files, options)
  })

/** One clear sentence for what a person can mend; for a defect of ours, what it is and that it is ours. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
  const message = harmless(error instanceof Error ? error.message : String(error))
  const mendable = error instanceof UserError
  process.stderr.write(
    mendable ? `${message}\n` : `Gainsay stumbled, and that is a defect of its own: ${message}\n`,
  )
  return error instanceof UsageError ? USAGE : FAILED
}

// `gainsay claims | head` closes the pipe: nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}
