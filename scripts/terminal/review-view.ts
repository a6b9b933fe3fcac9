import type { ConflictDetail, DocumentDetail, Evidence, Queue, QueueItem } from '../../pipeline/review/api.ts'
import { harmless } from './harmless.ts'
import { counted, wrap, wrapBehind } from './layout.ts'
import { quoted, shortId } from './phrases.ts'
import type { Terminal } from './terminal.ts'

const STRENGTH_COLORS = { contradiction: 'red', tension: 'yellow', detail: 'cyan' } as const
/** Characters of an article on either side of a quote. */
const REACH = 1500

/** The queue as a list, for whoever reads it without a terminal. */
export function printQueue({ conflicts, total, all }: Queue, terminal: Terminal): void {
  for (const conflict of conflicts) printQueueItem(conflict, terminal)
  const whole = total === all ? counted(all, 'dispute') : `${total} of ${counted(all, 'dispute')}`
  terminal.say(conflicts.length < total ? `${whole}; the first ${conflicts.length} are listed.` : whole)
}

function printQueueItem(item: QueueItem, { colors, width, print }: Terminal): void {
  const id = shortId(item.id)
  const strength = item.strength.padEnd('contradiction'.length)
  const painted = `  ${colors.dim(id)}  ${colors[STRENGTH_COLORS[item.strength]](strength)}  `
  for (const line of wrapBehind(`  ${id}  ${strength}  `, painted, harmless(item.question), width))
    print(line)
  for (const { number, answer, independentSources } of item.positions) {
    const told = `${number}. ${answer} (${counted(independentSources, 'independent source')})`
    for (const line of wrap(harmless(told), width, '    ', '       ')) print(line)
  }
  const status = item.status === 'new evidence' ? 'new evidence since' : item.status
  const verdict = item.verdict ? `: ${item.verdict.words} (${item.verdict.reviewer})` : ''
  for (const line of wrap(harmless(`${status}${verdict}`), width, '    ')) print(colors.dim(line))
}

/** A dispute with all that a person needs to judge it. */
export function printDispute(conflict: ConflictDetail, terminal: Terminal): void {
  const { colors, width, print } = terminal
  const { place } = conflict
  print()
  const where = place.number > 0 ? `${place.number} of ${place.total}` : 'not among those that you look at'
  print(colors.dim(`${where} · ${shortId(conflict.id)} · ${conflict.typeWords} · ${conflict.strength}`))
  for (const line of wrap(harmless(conflict.question), width)) print(colors.bold(line))
  for (const { number, answer, independentSources, independence, evidence } of conflict.positions) {
    print()
    const label = `  ${number}  `
    for (const line of wrapBehind(label, colors.bold(label), harmless(answer), width))
      print(colors.bold(line))
    const sources = `${counted(independentSources, 'independent source')}: ${independence}`
    for (const line of wrap(harmless(sources), width, '     ')) print(colors.dim(line))
    for (const { shown, copies } of evidence) {
      printQuote(shown, terminal)
      for (const { source } of copies) {
        for (const line of wrap(harmless(`no further witness: ${source.name}`), width, '       '))
          print(colors.dim(line))
      }
    }
  }
  if (conflict.context.length > 0) print(colors.bold('\n  Context, on no side'))
  for (const quote of conflict.context) printQuote(quote, terminal)
  print()
  for (const line of wrap(harmless(conflict.explanation), width, '  ')) print(line)
  // Most explanations name it themselves.
  if (conflict.weakestLink && !conflict.explanation.includes('weakest link')) {
    for (const line of wrap(harmless(`Weakest link: ${conflict.weakestLink}.`), width, '  ')) print(line)
  }
  for (const { date, position, text } of conflict.timeline) {
    const side = position === null ? ' ' : String(position)
    for (const line of wrap(harmless(`${date}  ${side}  ${text}`), width, '  ', '      ')) print(line)
  }
  printHistory(conflict, terminal)
}

function printQuote(quote: Evidence, { colors, width, print }: Terminal): void {
  const mark = quote.isNew ? '+ ' : '  '
  for (const line of wrap(quoted(quote.quote), width, `   ${mark}`, '      ')) print(line)
  const { published } = quote.source
  const dated = published
    ? published.basis === 'inferred'
      ? `date inferred: ${published.how}`
      : null
    : 'no date'
  const facts = [
    quote.source.name,
    dated,
    quote.source.author?.value,
    quote.stance,
    quote.isNew ? 'new' : null,
  ]
  const corrected = quote.corrected.length + quote.source.corrected.length > 0 ? 'corrected' : null
  const told = [...facts, corrected].filter((fact) => fact !== null && fact !== undefined).join(' · ')
  for (const line of wrap(harmless(told), width, '      ')) print(colors.dim(line))
}

function printHistory({ history, status }: ConflictDetail, { colors, width, print }: Terminal): void {
  if (history.length === 0) return
  print(
    colors.bold(
      status === 'new evidence' ? '\n  Decided, with new evidence since (+)' : '\n  Decided before',
    ),
  )
  for (const { words, reviewer, at, note, undone } of history) {
    const told = `${words}${undone ? ' (taken back)' : ''}: ${reviewer}, ${at.slice(0, 16).replace('T', ' ')}${note ? `: ${note}` : ''}`
    for (const line of wrap(harmless(told), width, '  ', '    ')) print(line)
  }
}

/** An article around a quote, which stands between ⟦ and ⟧. */
export function printArticle(
  { text, source }: DocumentDetail,
  { start, end }: Pick<Evidence, 'start' | 'end'>,
  { colors, width, print }: Terminal,
): void {
  print()
  print(colors.bold(harmless(source.name)))
  const from = Math.max(0, start - REACH)
  const to = Math.min(text.length, end + REACH)
  const marked = `${from > 0 ? '… ' : ''}${text.slice(from, start)}⟦${text.slice(start, end)}⟧${text.slice(end, to)}${to < text.length ? ' …' : ''}`
  for (const paragraph of marked.split(/(?:\r\n|\n|\r){2,}/)) {
    for (const line of wrap(harmless(paragraph), width, '  ')) print(line)
    print()
  }
}
