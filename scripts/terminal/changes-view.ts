import type { ClaimRecord, RevisionRecord } from '../../pipeline/model/record.ts'
import type { ClaimChange, ClaimChanges } from '../../pipeline/revisions/index.ts'
import { harmless } from './harmless.ts'
import { counted } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** A changed article with what became of its claims; a new one in one line. */
export function printChanges(revision: RevisionRecord, changes: ClaimChanges, terminal: Terminal): void {
  const { colors } = terminal
  const { path, before, after } = revision
  const print = (line: string) => terminal.print(harmless(line))
  const title = after.metadata.title?.value
  print(colors.bold(title === undefined ? path : `${title} (${path})`))
  if (before === null) {
    print(`  new: ${counted(changes.added.length, 'claim')}`)
    terminal.print()
    return
  }
  print(`  ${howEdited(revision)}`)
  for (const change of changes.changed) printChange('changed', change, print)
  for (const change of changes.reworded) printChange('reworded', change, print)
  for (const claim of changes.withdrawn) print(`  withdrawn  ${shown(claim)}`)
  for (const claim of changes.added) print(`  added      ${shown(claim)}`)
  print(`  unchanged  ${counted(changes.unchanged, 'claim')}`)
  terminal.print()
}

/** An edit that its date of publication does not own up to is a silent one. */
function howEdited({ before, after }: RevisionRecord): string {
  const [former, now] = [before!, after].map(({ metadata }) => metadata.published?.value ?? null)
  const texts = `${before!.id} became ${after.id}`
  if (former !== now)
    return `edited, dated ${former ?? 'nowhere'} before and ${now ?? 'nowhere'} now; ${texts}`
  return `silently edited, dated ${now ?? 'nowhere'} before and now; ${texts}`
}

function printChange(
  what: 'changed' | 'reworded',
  { before, after, values }: ClaimChange,
  print: (line: string) => void,
): void {
  const told = values.map(({ slot, before, after }) => `${slot} ${before ?? 'none'} -> ${after ?? 'none'}`)
  print(`  ${what.padEnd(10)} ${shown(before)}`)
  print(`          -> ${shown(after)}${told.length > 0 ? ` [${told.join('; ')}]` : ''}`)
}

/** The words of the text, on one line, with where they stand. */
function shown({ quote, line, claim }: ClaimRecord): string {
  return `"${quote.replace(/\s+/g, ' ')}" (line ${line}, ${claim.id.slice(0, 10)})`
}
