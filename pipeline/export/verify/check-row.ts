import { contentId } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import { cellText, spreadsheetCell } from '../cell.ts'
import { textAfter, textBefore } from '../surroundings.ts'
import type { CheckedColumn, ExportRow } from './read-rows.ts'
import type { SourceText } from './source-texts.ts'
import { leadsTo } from './text-fragment.ts'

/** What is wrong with a row, each in a few words; empty for one that holds. */
export function checkRow(
  { cell }: ExportRow,
  source: SourceText,
  { spreadsheet }: { readonly spreadsheet: boolean },
): readonly string[] {
  const problems: string[] = []
  const path = cell('source_path')!
  if (source.sha256 === null) problems.push(`${path}: there is no such file`)
  else if (source.sha256 !== cell('source_sha256'))
    problems.push(`${path}: the file is another one by its sha256`)
  const id = cell('document_id')
  if (id !== null && id !== contentId('d', cell('text_sha256')))
    problems.push('document_id is none of this text')
  if (source.text === null) {
    return [
      ...problems,
      `nobody holds the text ${cell('text_sha256')!.slice(0, 12)}… that the offsets address`,
    ]
  }
  const span = spanOf(cell, source)
  if (!span) return [...problems, 'char_start and char_end are no stretch of the text']

  const { text } = source
  /** Line breaks have become spaces in a cell, and in a file for spreadsheets it may be guarded and cut. */
  const holds = (column: CheckedColumn, expected: string): boolean => {
    const value = cell(column)
    const plain = cellText(expected)
    return value === null || value === plain || (spreadsheet && value === spreadsheetCell(plain))
  }
  const quote = text.slice(span.start, span.end)
  if (!holds('quote', quote)) problems.push(`quote: the text has “${shortened(quote)}” there`)
  if (!holds('quote_prefix', textBefore(text, span.start)))
    problems.push('quote_prefix is not what stands before')
  if (!holds('quote_suffix', textAfter(text, span.end)))
    problems.push('quote_suffix is not what stands behind')
  if (!sentenceHolds(cell('sentence'), text, span, spreadsheet))
    problems.push('sentence does not stand there')
  const link = cell('deep_link')
  const opensPage = link?.endsWith(`#page=${cell('page')}`)
  if (link && !opensPage && !someLeadsTo(link, source, span)) problems.push('deep_link leads to other words')
  const url = cell('source_url')
  if (link && url && !link.startsWith(url.replace(/#.*/, '')))
    problems.push('deep_link is one of another page')
  return problems
}

function someLeadsTo(link: string, source: SourceText, span: Span): boolean {
  for (const shown of source.shown()) if (leadsTo(link, shown, span)) return true
  return false
}

function spanOf(cell: ExportRow['cell'], { utf16 }: SourceText): Span | null {
  const [start, end] = [cell('char_start')!, cell('char_end')!].map((digits) =>
    /^\d{1,15}$/.test(digits) ? utf16(Number(digits)) : null,
  )
  return start == null || end == null || start > end ? null : { start, end }
}

/** A sentence, or the sentences, around the quote. */
function sentenceHolds(sentence: string | null, text: string, span: Span, spreadsheet: boolean): boolean {
  if (sentence === null || sentence === '') return true
  const reach = 2 * sentence.length
  const around = cellText(text.slice(Math.max(0, span.start - reach), span.end + reach))
  if (around.includes(sentence)) return true
  if (!spreadsheet) return false
  return around.includes(sentence.replace(/^'/, '').replace(/ \[…cut\]$/, ''))
}

function shortened(text: string): string {
  const characters = [...cellText(text)]
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : characters.join('')
}
