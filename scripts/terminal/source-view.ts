import type { Known } from '../../pipeline/model/document.ts'
import type { DocumentRecord } from '../../pipeline/model/record.ts'
import { appearanceFields } from './appearances.ts'
import { printFields } from './fields.ts'
import { harmless } from './harmless.ts'
import { counted, wrap } from './layout.ts'
import { correctedBy } from './phrases.ts'
import type { Terminal } from './terminal.ts'

/** A text in a listing: its path, then what is known of its publication, with how for what was inferred. */
export function printSource(source: DocumentRecord, claims: number, terminal: Terminal): void {
  const { title, publisher, author, published, url, summaryOf, reliability } = source.metadata
  for (const line of wrap(harmless(source.path), terminal.width)) terminal.print(terminal.colors.bold(line))
  printFields(
    [
      ['Title', described(title)],
      ['Publisher', described(publisher) ?? 'unknown'],
      ['Author', described(author)],
      ['Published', described(published) ?? 'unknown'],
      ['Address', url?.basis === 'correction' ? described(url) : null],
      ['Address', described(source.metadata.url)],
      ['Restates', described(summaryOf)],
      ['Graded', described(source.metadata.reliability ?? null)],
      ['Graded', described(reliability ?? null)],
      ['By hand', correctedBy(source.corrections).join('; ')],
      ...appearanceFields(source),
      ['Claims', counted(claims, 'claim')],
    ],
    terminal,
  )
}

/** A value; for what no front matter states, from what it was inferred: "2022-12-20 (inferred: dateline, line 3)". */
function described(known: Known<string> | null): string | null {
  if (!known) return null
  const basis =
    known.basis === 'correction'
      ? ' (corrected)'
      : known.basis === 'text'
        ? ` (inferred: ${known.reason ?? 'from the text'})`
        : ''
  return harmless(`${known.value}${basis}`)
}
