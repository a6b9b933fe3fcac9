import type { Claim, Qualifier } from '../model/claim.ts'
import type { Part } from '../model/part.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Appearance, ClaimRecord } from '../model/record.ts'
import { cellList } from './cell.ts'
import { markInWords, marksOf } from './corrected.ts'
import { type Column, type CsvOptions, type WrittenCsv, writeCsv } from './csv-file.ts'
import type { DeepLinks } from './deep-link.ts'
import { type ProvenanceColumn, provenanceColumns } from './provenance.ts'

const own = (...columns: readonly Column<ClaimRecord>[]) => columns

/** The columns of `claims.csv`, what people read first. */
export function claimColumns(links: DeepLinks): readonly Column<ClaimRecord>[] {
  const provenance = (...names: readonly ProvenanceColumn[]) =>
    provenanceColumns((row: ClaimRecord) => row, links, ...names)
  return [
    ...own(
      ['claim_text', ({ claim }) => claim.text],
      ['kind', ({ claim }) => claim.kind],
      ['subject', ({ claim }) => claim.subject.name],
      ['relation', ({ claim }) => claim.relation.text],
      ['object', ({ claim }) => claim.object?.name ?? null],
      ['polarity', ({ claim }) => claim.polarity],
      ['factuality', ({ claim }) => claim.factuality],
      ['attributed_to', ({ claim }) => claim.attribution?.speaker?.name ?? null],
      ['attribution_cue', ({ claim }) => claim.attribution?.cue.text ?? null],
      ['time_text', ({ claim }) => timeOf(claim)?.text ?? null],
      ['time_edtf', ({ claim }) => timeOf(claim)?.edtf ?? null],
      ['time_earliest', ({ claim }) => timeOf(claim)?.earliest ?? null],
      ['time_latest', ({ claim }) => timeOf(claim)?.latest ?? null],
      ['place', ({ claim }) => cellList(withRole(claim, 'place').map(({ name }) => name))],
      ['quantity_value', ({ claim }) => quantityOf(claim)?.value ?? null],
      ['quantity_unit', ({ claim }) => quantityOf(claim)?.unit ?? null],
      ['quantity_bound', ({ claim }) => quantityOf(claim)?.bound ?? null],
      ['conflict_ids', ({ conflicts }) => cellList(conflicts.map(({ id }) => id))],
      [
        'conflict_types',
        ({ conflicts }) => cellList([...new Set(conflicts.flatMap(({ types }) => types))].sort()),
      ],
      ['strongest_conflict', ({ conflicts }) => conflicts[0]?.strength ?? null],
      ['topic_id', ({ topics }) => cellList(topics)],
      ['independent_sources', ({ independentSources }) => independentSources],
      ['corrected', (record) => cellList(marksOf(record).map(markInWords))],
    ),
    ...provenance('source_title', 'publisher', 'publisher_basis', 'author', 'published', 'published_basis'),
    ...provenance(
      'reliability',
      'source_url',
      'deep_link',
      'quote',
      'sentence',
      'quote_prefix',
      'quote_suffix',
    ),
    ...own(['section', ({ claim }) => cellList(claim.section)]),
    ...provenance(
      'page',
      'line',
      'char_start',
      'char_end',
      'source_path',
      'source_sha256',
      'text_sha256',
      'document_id',
    ),
    ...own(
      ['also_at', ({ document }) => cellList(document.appearances.slice(1).map(placeOf))],
      ['revision_of', ({ document }) => document.revisionOf],
      ['copy_of', ({ document }) => document.copyOf?.document ?? null],
      ['claim_id', ({ claim }) => claim.id],
      ['subject_entity', ({ subjectEntity }) => subjectEntity],
      ['relation_type', ({ claim }) => claim.relation.type],
      ['object_entity', ({ objectEntity }) => objectEntity],
      ['rule', ({ claim }) => claim.rule],
      ['confidence', ({ claim }) => claim.confidence],
      ['pipeline_version', ({ document }) => document.fingerprint.pipelineVersion],
      ['annotations_sha256', ({ document }) => document.fingerprint.annotationsSha256],
    ),
  ]
}

/** "wire/ferry.txt (The Courier, 2031-05-02, https://...)" */
function placeOf({ path, publisher, published, url }: Appearance): string {
  const known = [publisher, published, url].filter((part) => part !== null)
  return known.length > 0 ? `${path} (${known.join(', ')})` : path
}

/** Writes `claims.csv`: a row for each claim. */
export function writeClaimsCsv(
  claims: Iterable<Part<ClaimRecord>>,
  path: string,
  options: CsvOptions,
): Promise<WrittenCsv> {
  return writeCsv(path, claimColumns(options.links), claims, options)
}

function withRole(claim: Claim, role: Qualifier['role']): readonly Qualifier[] {
  return claim.qualifiers.filter((qualifier) => qualifier.role === role)
}

/** The first qualifier of time with a calendar value, else the first at all: "for two years" when nothing dates it. */
function timeOf(claim: Claim): Qualifier | undefined {
  const times = withRole(claim, 'time')
  return times.find(({ edtf }) => edtf !== null) ?? times[0]
}

/** What is counted or measured: said of the whole claim, else in the object, else in the subject. */
function quantityOf(claim: Claim): Quantity | null {
  const qualifier = withRole(claim, 'quantity').find(({ quantity }) => quantity !== null)
  return qualifier?.quantity ?? claim.object?.quantity ?? claim.subject.quantity
}
