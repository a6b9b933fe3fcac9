import { harmless } from './harmless.ts'
import { wrap, wrapBehind } from './layout.ts'
import { nameSource, placeOf, quoted, shortId, stanceOf } from './phrases.ts'
import type { Terminal } from './terminal.ts'
import type { Moment } from './timeline.ts'

/** A date and what is said of it, with source and stance; a date that others dispute is marked, with theirs. */
export function printMoment({ claim: record, date, disputed }: Moment, terminal: Terminal): void {
  const { colors, width, print } = terminal
  const label = `  ${disputed ? '!' : ' '} ${harmless(date).padEnd(DATE)}  `
  const painted = disputed ? colors.yellow(label) : colors.bold(label)
  for (const line of wrapBehind(label, painted, harmless(record.claim.text), width)) print(line)
  for (const line of wrap(quoted(record.quote), width, '      ', '       ')) print(line)
  const facts = [nameSource(record.document), placeOf(record), stanceOf(record.claim)]
  for (const line of wrap(facts.join(' · '), width, '      ')) print(colors.dim(line))
  if (!disputed) return
  const told = `dates disputed, ${shortId(disputed.conflict)}: ${disputed.dates.map(harmless).join(' / ')}`
  for (const line of wrap(told, width, '      ')) print(colors.yellow(line))
}

/** Columns of a date: a day in EDTF. */
const DATE = 10
