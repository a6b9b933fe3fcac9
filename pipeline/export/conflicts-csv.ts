import type { Part } from '../model/part.ts'
import type { ConflictRecord, PositionRecord } from '../model/record.ts'
import type { Wording } from '../model/verdict.ts'
import { type Cell, cellList } from './cell.ts'
import { markInWords, marksOf } from './corrected.ts'
import { type Column, type CsvOptions, type WrittenCsv, writeCsv } from './csv-file.ts'
import type { DeepLinks } from './deep-link.ts'
import { type ProvenanceColumn, provenanceColumns } from './provenance.ts'

export interface EvidenceRow {
  readonly conflict: ConflictRecord
  readonly position: PositionRecord
  readonly evidence: PositionRecord['evidence'][number]
}

const own = (...columns: readonly Column<EvidenceRow>[]) => columns

/** The columns of `conflicts.csv`. Where evidence is no claim, the claim's own cells are empty and the rest is filled. */
export function conflictColumns(links: DeepLinks): readonly Column<EvidenceRow>[] {
  const provenance = (...names: readonly ProvenanceColumn[]) =>
    provenanceColumns((row: EvidenceRow) => row.evidence, links, ...names)
  return [
    ...own(
      ['conflict_id', ({ conflict }) => conflict.id],
      ['conflict_type', ({ conflict }) => cellList(conflict.types)],
      ['strength', ({ conflict }) => conflict.strength],
      ['score', ({ conflict }) => conflict.score],
      ['status', ({ conflict }) => conflict.status],
      ['question', ({ conflict }) => conflict.question],
      ['explanation', ({ conflict }) => conflict.explanation],
      ['position_id', ({ position }) => position.id],
      ['position_no', ({ position }) => position.number],
      ['position', ({ position }) => position.answer],
      ['independent_sources', ({ position }) => position.independentSources],
      ['independence_note', ({ position }) => position.independence],
      ['claim_id', ({ evidence }) => evidence.claim?.id ?? null],
      ['claim_text', ({ evidence }) => evidence.claim?.text ?? null],
    ),
    ...provenance('quote', 'sentence'),
    ...own(
      ['attributed_to', ({ evidence }) => evidence.claim?.attribution?.speaker?.name ?? null],
      ['factuality', ({ evidence }) => evidence.claim?.factuality ?? null],
      ['corrected', ({ evidence }) => cellList(marksOf(evidence).map(markInWords))],
    ),
    ...provenance(
      'source_title',
      'publisher',
      'author',
      'published',
      'published_basis',
      'reliability',
      'source_path',
    ),
    ...provenance('source_url', 'deep_link', 'line', 'page', 'char_start', 'char_end'),
    ...provenance('source_sha256', 'text_sha256', 'document_id'),
    ...own(
      ['verdict', ({ conflict }) => verdictCell(conflict)],
      ['reviewer', ({ conflict }) => conflict.verdict?.reviewer ?? null],
      ['reviewed_at', ({ conflict }) => conflict.verdict?.at ?? null],
      ['review_note', ({ conflict }) => conflict.verdict?.note ?? null],
      ['question_reworded', ({ conflict }) => wordingOf(conflict)?.question ?? null],
      [
        'position_reworded',
        ({ conflict, position }) => wordingOf(conflict)?.positions?.[position.id] ?? null,
      ],
    ),
  ]
}

/** Writes `conflicts.csv`: a row for each piece of evidence of each position. */
export function writeConflictsCsv(
  conflicts: Iterable<Part<ConflictRecord>>,
  path: string,
  options: CsvOptions,
): Promise<WrittenCsv> {
  return writeCsv(path, conflictColumns(options.links), evidenceParts(conflicts), options)
}

function* evidenceParts(conflicts: Iterable<Part<ConflictRecord>>): Generator<Part<EvidenceRow>> {
  for (const { id, rows } of conflicts) {
    yield { id, rows: async () => (await rows()).flatMap(evidenceRows) }
  }
}

function evidenceRows(conflict: ConflictRecord): readonly EvidenceRow[] {
  return conflict.positions.flatMap((position) =>
    position.evidence.map((evidence) => ({ conflict, position, evidence })),
  )
}

/** The reviewer's own words for this dispute; null where there are none, or they are those of the one that it was decided with. */
export function wordingOf({ verdict }: ConflictRecord): Wording | null {
  return verdict?.coveredWith === null ? verdict.wording : null
}

/** "position 2" where one was found to hold, its answer where that is one no more, else the decision; "no-conflict: different-time" with the reason. */
export function verdictCell({ verdict, positions }: ConflictRecord): Cell {
  if (verdict?.reason) return `${verdict.decision}: ${verdict.reason}`
  if (verdict?.decision !== 'position') return verdict?.decision ?? null
  if (verdict.coveredWith !== null) return `decided with: ${verdict.coveredWith}`
  const held = positions.find(({ id }) => id === verdict.position)
  return held ? `position ${held.number}` : `position: ${verdict.answer}`
}
