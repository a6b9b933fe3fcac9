import type { Claim } from '../../pipeline/model/claim.ts'
import type { ConflictRecord, PositionRecord, QuoteRecord } from '../../pipeline/model/record.ts'
import { printFields } from './fields.ts'
import { harmless } from './harmless.ts'
import { counted, wrap, wrapBehind } from './layout.ts'
import { nameSource, placeOf, quoted, shortId, stanceOf } from './phrases.ts'
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

/** For each position its answer, and for each of its quotes the words, the source, its date and the place. */
export function printPositions(conflict: ConflictRecord, terminal: Terminal, evidence: number): void {
  const { colors, width } = terminal
  for (const position of conflict.positions) {
    const label = `  Position ${position.number}  `
    const answer = `${harmless(position.answer)} (${counted(position.independentSources, 'independent source')})`
    for (const line of wrapBehind(label, colors.bold(label), answer, width)) terminal.print(line)
    printEvidence(position, terminal, evidence)
  }
  for (const line of wrap(harmless(conflict.explanation), width, '  ')) terminal.print(line)
}

function printEvidence(position: PositionRecord, terminal: Terminal, limit: number): void {
  for (const item of position.evidence.slice(0, limit)) printQuote(item, terminal)
  const more = position.evidence.length - limit
  if (more > 0) terminal.print(terminal.colors.dim(`     and ${counted(more, 'more quote')}`))
}

/** The quote, then its source and date, then its place; for a claim its id and stance as well. */
export function printQuote(item: QuoteRecord & { readonly claim: Claim | null }, terminal: Terminal): void {
  const { colors, width, print } = terminal
  const note = item.claim ? ` · ${shortId(item.claim.id)} · ${stanceOf(item.claim)}` : ''
  for (const line of wrap(quoted(item.quote), width, '    ', '     ')) print(line)
  for (const line of wrap(nameSource(item.document), width, '     ')) print(colors.dim(line))
  for (const line of wrap(`${placeOf(item)}${note}`, width, '     ')) print(colors.dim(line))
}

/** A dispute whole: question, positions with all their quotes, what takes no side, and why it may be compared. */
export function printConflictWhole(conflict: ConflictRecord, terminal: Terminal): void {
  const { colors, width } = terminal
  for (const line of wrap(harmless(conflict.question), width)) terminal.print(colors.bold(line))
  terminal.print()
  printPositions(conflict, terminal, Number.POSITIVE_INFINITY)
  if (conflict.contextClaims.length > 0) {
    terminal.print()
    terminal.print(colors.bold('  Context, on no side'))
    for (const claim of conflict.contextClaims) printQuote(claim, terminal)
  }
  terminal.print()
  const verdict = conflict.verdict && `${conflict.verdict.decision}, by ${conflict.verdict.reviewer}`
  printFields(
    [
      ['Strength', `${conflict.strength} (${conflict.types.join(', ')}), score ${conflict.score.toFixed(2)}`],
      ['Status', [conflict.status, verdict].filter(Boolean).join(': ')],
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
