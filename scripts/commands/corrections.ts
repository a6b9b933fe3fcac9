import { listCorrections } from '../../pipeline/corrections/index.ts'
import type { CorrectionRecord, CorrectionState } from '../../pipeline/model/correction.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted, wrap } from '../terminal/layout.ts'
import { shortId } from '../terminal/phrases.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import { type CorrectingOptions, correct } from './correct-claim.ts'
import type { SharedOptions } from './options.ts'

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
