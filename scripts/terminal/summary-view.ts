import { findWeaknesses, topDisputes } from '../../pipeline/batch/summary.ts'
import { type Place, placeFlags } from '../../pipeline/model/place.ts'
import type { ConflictRecord } from '../../pipeline/model/record.ts'
import type { RunReport } from '../../pipeline/run.ts'
import { printConflictLine, printPositions } from './conflict-view.ts'
import { harmless } from './harmless.ts'
import { counted, wrap, wrapBehind } from './layout.ts'
import { shortId } from './phrases.ts'
import { duration } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** Disputes that are told in full, quotes for each of their positions, and lines for each list. */
const TOLD = 3
const QUOTES = 2
const LISTED = 10

/** What a person can act on after a run, the most urgent first. */
export function printSummary(report: RunReport, place: Place, terminal: Terminal): void {
  const { summary } = report
  if (!report.interrupted) {
    printList('New disputes', summary.newConflicts, terminal)
    printList('Decided disputes with new evidence', summary.decidedWithNewEvidence, terminal)
    printGained(report, terminal)
    for (const conflict of topDisputes(summary, TOLD)) printTold(conflict, terminal)
  }
  printFigures(report, terminal)
  printFailures(report, terminal)
  printWeaknesses(report, terminal)
  printFact('Time', timeOf(report), terminal)
  printFact('Next', nextCommand(report, place), terminal)
}

function printList(title: string, conflicts: readonly ConflictRecord[], terminal: Terminal): void {
  terminal.print(terminal.colors.bold(`${title}: ${conflicts.length || 'none'}`))
  for (const conflict of conflicts.slice(0, LISTED)) printConflictLine(conflict, terminal)
  if (conflicts.length > LISTED) terminal.print(`  and ${conflicts.length - LISTED} more`)
}

function printGained({ summary: { gained } }: RunReport, terminal: Terminal): void {
  const title = `Positions that gained an independent source: ${gained.length || 'none'}`
  terminal.print(terminal.colors.bold(title))
  for (const { conflict, position } of gained.slice(0, LISTED)) {
    const change = `${position.previousSources ?? 0} → ${position.independentSources}`
    const label = `  ${shortId(conflict.id)}  ${change}  `
    const text = harmless(`${conflict.question} ${position.answer}`)
    for (const line of wrapBehind(label, label, text, terminal.width)) terminal.print(line)
  }
  if (gained.length > LISTED) terminal.print(`  and ${gained.length - LISTED} more`)
}

function printTold(conflict: ConflictRecord, terminal: Terminal): void {
  terminal.print()
  const { colors, width } = terminal
  for (const line of wrap(harmless(conflict.question), width)) terminal.print(colors.bold(line))
  printPositions(conflict, terminal, QUOTES)
}

function printFigures({ counts, summary, developments }: RunReport, terminal: Terminal): void {
  terminal.print()
  const documents = `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.failed} failed`
  printFact('Texts', `${documents}; ${summary.documents} in all`, terminal)
  const corroborated = `${summary.corroboratedClaims} of them stated by several independent sources`
  printFact('Claims', `${counted(summary.claims, 'claim')}, ${corroborated}`, terminal)
  const updates =
    developments.length > 0 ? `; ${counted(developments.length, 'update')} told apart from them` : ''
  printFact('Disputes', `${summary.conflicts} in all${updates}`, terminal)
}

function printFailures({ failures }: RunReport, terminal: Terminal): void {
  for (const { reason } of failures) printFact('Failed', harmless(reason), terminal, 'red')
  if (failures.length > 0) printFact('', 'The next run tries again.', terminal)
}

function printWeaknesses({ summary, bounded }: RunReport, terminal: Terminal): void {
  for (const { what, remedy } of findWeaknesses(summary, bounded)) {
    printFact('Weakness', harmless(`${what} ${remedy}`), terminal, 'yellow')
  }
}

function printFact(
  label: string,
  text: string,
  terminal: Terminal,
  color: 'bold' | 'red' | 'yellow' = 'bold',
) {
  const head = label.padEnd(10)
  for (const line of wrapBehind(head, terminal.colors[color](head), text, terminal.width))
    terminal.print(line)
}

function timeOf({ words, seconds }: RunReport): string {
  return words > 0 ? `${duration(seconds)} for ${counted(words, 'new word')}` : duration(seconds)
}

/** What to type next: on with what was cut short, into the first dispute, or to what stands already. */
function nextCommand({ interrupted, summary }: RunReport, place: Place): string {
  const where = placeFlags(place)
  const [first] = topDisputes(summary, 1)
  if (interrupted) return `The run was ended early: run it again to go on.`
  if (first) return `npx gainsay show ${shortId(first.id)}${where}`
  if (summary.conflicts > 0) return `npx gainsay conflicts${where}`
  return summary.claims > 0 ? `npx gainsay claims${where}` : `npx gainsay run FOLDER${where}`
}
