import type { CorpusDocument, DocumentEvidence } from '../model/corpus.ts'
import type { DocumentId } from '../model/ids.ts'
import { askAny } from './ask-any.ts'
import type { KnownSource } from './given.ts'
import { metadataOf } from './metadata-columns.ts'
import { publicationDays } from './publication-days.ts'
import { unpackSignature } from './signature.ts'
import type { Database } from './sql.ts'

/** Every path with the text that its file holds: a current document, or one that a version elsewhere took the place of. */
export function readKnownSources(db: Database): ReadonlyMap<string, KnownSource> {
  const rows = db
    .prepare<[], Omit<KnownSource, 'fingerprint'> & KnownSource['fingerprint']>(`
      select s.path, s.sha256, s.format, s.beside_sha256 as "besideSha256", d.id as document,
        d.pipeline_version as "pipelineVersion",
        d.annotations_sha256 as "annotationsSha256", d.corrections_sha256 as "correctionsSha256"
      from sources s join documents d on d.id = s.document_id
      where s.current = 1 or s.superseded_by is not null order by s.path`)
    .all()
  return new Map(
    rows.map(({ pipelineVersion, annotationsSha256, correctionsSha256, ...source }) => [
      source.path,
      {
        ...source,
        fingerprint: { pipelineVersion, annotationsSha256, correctionsSha256: correctionsSha256 ?? null },
      },
    ]),
  )
}

/** Gives the function that reads the text of a stored document; it throws where there is no such one. */
export function textReader(db: Database): (document: DocumentId) => string {
  const read = db.prepare<[string], string>('select text from documents where id = ?').pluck()
  return (document) => {
    const text = read.get(document)
    if (text === undefined) throw new Error(`no document ${document}`)
    return text
  }
}

type DocumentRow = Readonly<Record<string, unknown>> & {
  document_id: string
  path: string
  evidence: string
  signature: Uint8Array
}

/** Documents as the cross-document stages take them, in the given order. */
export function readCorpusDocuments(db: Database, ids: readonly DocumentId[]): readonly CorpusDocument[] {
  const row = db.prepare<[string], DocumentRow>(`
    select s.*, d.evidence, d.signature from document_source s join documents d on d.id = s.document_id where d.id = ?`)
  return ids.map((id) => corpusDocument(row.get(id)!))
}

/** Gives the function that reads those of some documents that are current, as the cross-document stages take them. */
export function corpusDocumentReader(
  db: Database,
): (ids: readonly DocumentId[]) => readonly CorpusDocument[] {
  const read = askAny<DocumentRow>(
    db,
    (list) => `
    select s.*, d.evidence, d.signature from document_source s join documents d on d.id = s.document_id
    where d.current = 1 and d.id in ${list}`,
  )
  return (ids) => read(ids).map(corpusDocument)
}

function corpusDocument(row: DocumentRow): CorpusDocument {
  const { title, publisher, author, published, url, summaryOf } = metadataOf(row)
  const days = publicationDays(published?.value ?? null)
  return {
    id: row.document_id,
    path: row.path,
    title: title?.value ?? null,
    publisher: publisher?.value ?? null,
    author: author?.value ?? null,
    published: published?.value ?? null,
    publishedEarliest: days.earliest,
    publishedLatest: days.latest,
    publishedBasis: published?.basis ?? null,
    url: url?.value ?? null,
    summaryOf: summaryOf?.value ?? null,
    evidence: {
      ...JSON.parse(row.evidence),
      signature: [...unpackSignature(row.signature)],
    } as DocumentEvidence,
  }
}
