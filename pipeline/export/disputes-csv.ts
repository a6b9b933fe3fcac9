import type { Part } from '../model/part.ts'
import type { ConflictRecord, PositionRecord } from '../model/record.ts'
import { cellList } from './cell.ts'
import { verdictCell, wordingOf } from './conflicts-csv.ts'
import { type Column, type CsvOptions, type WrittenCsv, writeCsv } from './csv-file.ts'
import type { DeepLinks } from './deep-link.ts'

/** The columns of `disputes.csv`, for the editor: one row a dispute; lists stand in the order of the positions. */
export function disputeColumns(links: DeepLinks): readonly Column<ConflictRecord>[] {
  return [
    ['question', ({ question }) => question],
    ['strength', ({ strength }) => strength],
    ['positions', each((position) => `${position.number}. ${position.answer}`)],
    ['sources', each(({ number, evidence }) => `${number}. ${sourcesOf(evidence).join('; ')}`)],
    ['quotes', each(({ number, evidence }) => `${number}. “${evidence[0]?.quote ?? ''}”`)],
    ['verdict', (conflict) => verdictCell(conflict)],
    ['review_note', ({ verdict }) => verdict?.note ?? null],
    ['reviewer', ({ verdict }) => verdict?.reviewer ?? null],
    ['reviewed_at', ({ verdict }) => verdict?.at ?? null],
    ['question_reworded', (conflict) => wordingOf(conflict)?.question ?? null],
    ['positions_reworded', reworded],
    ['status', ({ status }) => status],
    ['explanation', ({ explanation }) => explanation],
    ['conflict_type', ({ types }) => cellList(types)],
    ['independent_sources', each(({ number, independentSources }) => `${number}. ${independentSources}`)],
    [
      'deep_link',
      ({ positions }) =>
        cellList(
          positions.flatMap(({ evidence: [first] }) => (first ? (links(first.document, first) ?? []) : [])),
        ),
    ],
    ['score', ({ score }) => score],
    ['conflict_id', ({ id }) => id],
  ]
}

/** Writes `disputes.csv`: a row for each dispute. */
export function writeDisputesCsv(
  conflicts: Iterable<Part<ConflictRecord>>,
  path: string,
  options: CsvOptions,
): Promise<WrittenCsv> {
  return writeCsv(path, disputeColumns(options.links), conflicts, options)
}

function each(tell: (position: PositionRecord) => string) {
  return ({ positions }: ConflictRecord) => cellList(positions.map(tell))
}

/** Only those positions that a reviewer has put in other words. */
function reworded(conflict: ConflictRecord) {
  const words = wordingOf(conflict)?.positions ?? {}
  return cellList(
    conflict.positions.flatMap(({ id, number }) =>
      words[id] === undefined ? [] : `${number}. ${words[id]}`,
    ),
  )
}

/** Who stands behind a position, each once: the publisher where known, else the title, else the path. */
function sourcesOf(evidence: PositionRecord['evidence']): readonly string[] {
  const names = evidence.map(
    ({ document: { metadata, path } }) => metadata.publisher?.value ?? metadata.title?.value ?? path,
  )
  return [...new Set(names)]
}
