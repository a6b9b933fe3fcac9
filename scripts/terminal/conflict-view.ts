import type { ConflictRecord, PositionRecord } from '../../pipeline/model/record.ts'
import { verdictWords } from '../../pipeline/review/phrases.ts'
import { printFields } from './fields.ts'
import { harmless } from './harmless.ts'
import { counted, wrap, wrapBehind } from './layout.ts'
import { correctedBy, gradeOf, nameSource, placeOf, quoted, shortId, stanceOf } from './phrases.ts'
import type { Terminal } from './terminal.ts'

const STRENGTH_COLORS = { contradiction: 'red', tension: 'yellow', detail: 'cyan' } as const

/** One line for a listing: id, strength and question. */
export function printConflictLine(conflict: ConflictRecord, terminal: Terminal): void {
  const { colors, width } = terminal
  const id = shortId(conflict.id)
  const strength = conflict.strength.padEnd('contradiction'.length)
  const painted = `  ${colors.dim(id)}  ${colors[STRENGTH_COLORS[conflict.strength]](strength)}  `
  const lines = wrapBehind(`  ${id}  ${strength}  `, painted, harmless(conflict.question), width)
  for (const line of lines) terminal.print(line)
}

/**
 * For each position its answer, and for so many of its quotes the words, the source, its date and the place; then
 * what takes no side, and what nobody says.
 */
export function printPositions(conflict: ConflictRecord, terminal: Terminal, evidence: number): void {
  const { colors, width } = terminal
  for (const position of conflict.positions) {
    const label = `  Position ${position.number}  `
    const answer = `${harmless(position.answer)} (${counted(position.independentSources, 'independent source')})`
    for (const line of wrapBehind(label, colors.bold(label), answer, width)) terminal.print(line)
    printSome(position.evidence, terminal, evidence)
  }
  printContext(conflict, terminal, evidence)
  for (const line of wrap(harmless(conflict.explanation), width, '  ')) terminal.print(line)
}

function printContext({ contextClaims }: ConflictRecord, terminal: Terminal, limit: number): void {
  if (contextClaims.length === 0) return
  terminal.print(terminal.colors.bold('  Context, on no side'))
  printSome(contextClaims, terminal, limit)
}

/** Quotes in a row; a source that has two of them in succession is named once. */
function printSome(quotes: PositionRecord['evidence'], terminal: Terminal, limit: number): void {
  const { colors, width, print } = terminal
  for (const [index, item] of quotes.slice(0, limit).entries()) {
    for (const line of wrap(quoted(item.quote), width, '    ', '     ')) print(line)
    const known = index > 0 && quotes[index - 1]!.document.id === item.document.id
    const source = known ? [] : wrap(nameSource(item.document), width, '     ')
    const note = item.claim
      ? [shortId(item.claim.id), stanceOf(item.claim), ...correctedBy(item.claim.corrections)]
      : []
    const place = wrap([placeOf(item), ...note, ...gradeOf(item.document)].join(' · '), width, '     ')
    for (const line of [...source, ...place]) print(colors.dim(line))
  }
  if (quotes.length > limit) print(colors.dim(`     and ${counted(quotes.length - limit, 'more quote')}`))
}

/** A dispute whole: question, positions with all their quotes, what takes no side, and why it may be compared. */
export function printConflictWhole(conflict: ConflictRecord, terminal: Terminal): void {
  const { colors, width } = terminal
  for (const line of wrap(harmless(conflict.question), width)) terminal.print(colors.bold(line))
  terminal.print()
  printPositions(conflict, terminal, Number.POSITIVE_INFINITY)
  terminal.print()
  printFields(
    [
      ['Strength', `${conflict.strength} (${conflict.types.join(', ')}), score ${conflict.score.toFixed(2)}`],
      ['Status', conflict.status],
      ['Verdict', verdictOf(conflict)],
      ...conflict.gates.map(({ name, outcome, note }) => [name, harmless(`${outcome}: ${note}`)] as const),
      ...conflict.positions.map(
        ({ number, independence }) => [`Position ${number}`, harmless(independence)] as const,
      ),
      ['Dispute', conflict.id],
      ['Topic', conflict.topic],
    ],
    terminal,
  )
}

/** "holds: 14 people (Ada, 2026-03-10): the harbour's own count". */
function verdictOf({ verdict, positions }: ConflictRecord): string | null {
  if (!verdict) return null
  const note = verdict.note === '' ? '' : `: ${verdict.note}`
  return harmless(
    `${verdictWords(verdict, positions)} (${verdict.reviewer}, ${verdict.at.slice(0, 10)})${note}`,
  )
}
