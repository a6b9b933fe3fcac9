import { join } from 'node:path'
import {
  type CorrectionClash,
  catchUp,
  correctionJournal,
  importCorrections,
  inWords,
  listCorrections,
} from '../../pipeline/corrections/index.ts'
import type { CorrectionRecord, CorrectionState } from '../../pipeline/model/correction.ts'
import { harmless, harmlessEscapes } from '../terminal/harmless.ts'
import { counted, wrap } from '../terminal/layout.ts'
import { shortId } from '../terminal/phrases.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import { type CorrectingOptions, correct } from './correct-claim.ts'
import { hasDatabase } from './database.ts'
import type { SharedOptions } from './options.ts'
import { writeLog } from './write-log.ts'

/** `gainsay corrections`: the log in its order, with what became of every entry. */
export async function correctionsCommand(options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const records = await listCorrections(options)
  for (const record of records) {
    if (options.json) terminal.print(plainJson(record))
    else printCorrection(record, terminal)
  }
  terminal.say(records.length > 0 ? counted(records.length, 'correction') : 'Nothing was corrected yet.')
  return 0
}

/** `gainsay corrections undo ID`: takes one back; its entry stays in the log. */
export function undoCorrectionCommand(id: string, options: CorrectingOptions): Promise<number> {
  return correct({ kind: 'undo', correction: id }, options)
}

/** `gainsay corrections export FILE`: the whole log, one entry a line; `-` writes to standard output. */
export async function exportCorrectionsCommand(file: string, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const entries = correctionJournal(options.annotations).entries()
  writeLog(file, entries)
  terminal.say(`${counted(entries.length, 'entry', 'entries')} exported.`)
  return 0
}

/** `gainsay corrections import FILE`: adds what is not known yet; exit code 1 where two people set a value otherwise. */
export async function importCorrectionsCommand(file: string, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const { added, known, clashes } = importCorrections(file, options.annotations)
  if (hasDatabase(options)) await catchUp(options)
  if (options.json) terminal.print(harmlessEscapes(JSON.stringify({ added, known, clashes })))
  else for (const clash of clashes) printClash(clash, terminal)
  const log = join(options.annotations, 'corrections.jsonl')
  terminal.say(`${counted(added, 'entry', 'entries')} added to ${log}, ${known} known already.`)
  if (clashes.length > 0) {
    terminal.say(
      `${counted(clashes.length, 'value')} set otherwise by both: the later one counts until somebody sets it again.`,
    )
  }
  return clashes.length > 0 ? 1 : 0
}

function printClash({ field, ours, theirs }: CorrectionClash, { colors, width, print }: Terminal): void {
  print(colors.bold(harmless(field)))
  for (const [side, entry] of [
    ['here', ours],
    ['there', theirs],
  ] as const) {
    const told = `${side}: ${inWords(entry, [], null)} (${entry.reviewer}, ${entry.at})`
    for (const line of wrap(harmless(told), width, '  ', '    ')) print(line)
  }
}

const STATES: Readonly<Record<CorrectionState, string>> = {
  'in force': 'in force',
  undone: 'taken back',
  replaced: 'replaced by a later one',
  kept: 'in force, though no rule finds the claim any more',
  settled: 'settled: no rule finds it any more',
  waiting: 'waiting: its text is not in',
}

function printCorrection({ correction, state, what, path }: CorrectionRecord, terminal: Terminal): void {
  const { colors, width, print } = terminal
  for (const line of wrap(harmless(what), width)) print(colors.bold(line))
  const facts = [
    shortId(correction.id),
    `${correction.reviewer}, ${correction.at.slice(0, 10)}`,
    STATES[state],
    ...(path ? [path] : []),
    ...(correction.note ? [correction.note] : []),
  ]
  for (const line of wrap(harmless(facts.join(' · ')), width, '  ')) print(colors.dim(line))
}
