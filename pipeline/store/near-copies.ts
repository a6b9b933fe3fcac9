import type { DocumentId } from '../model/ids.ts'
import { unpackSignatures } from './signature.ts'
import type { Database } from './sql.ts'

/** What tells whether a current text is nearly another one, and which of the two was there first. */
export interface SignedText {
  readonly id: DocumentId
  readonly path: string
  /** The first day that it may have been published on; null where nothing is known. */
  readonly published: string | null
  /** Seeded MinHash signature; empty for a text that is too short. */
  readonly signature: ArrayLike<number>
}

/** A text that is nearly an earlier one. */
export interface CopyLink {
  readonly document: DocumentId
  readonly origin: DocumentId
  readonly similarity: number
}

interface SignedRow {
  readonly id: DocumentId
  readonly path: string
  readonly published: string | null
  readonly signature: Uint8Array
}

/** Current documents, by path. */
export function readSignedTexts(db: Database): readonly SignedText[] {
  const rows = db
    .prepare<[], SignedRow>(`
      select d.id, s.path, s.first_day as published, d.signature
      from document_source s join documents d on d.id = s.document_id where s.current = 1 order by s.path`)
    .all()
  const signatures = unpackSignatures(rows.map(({ signature }) => signature))
  return rows.map(({ id, path, published }, at) => ({ id, path, published, signature: signatures[at]! }))
}

/** Replaces all links between copies; those that are as they were stay. */
export function copiesWriter(db: Database): (copies: readonly CopyLink[]) => void {
  const links = db.prepare<[], CopyLink>(
    'select document_id as document, origin_id as origin, similarity from near_copies',
  )
  const remove = db.prepare('delete from near_copies where document_id = ?')
  const insert = db.prepare('insert into near_copies values (@document, @origin, @similarity)')
  return (copies) => {
    const before = new Map(links.all().map((link) => [link.document, link]))
    for (const copy of copies) {
      const { document, origin, similarity } = copy
      const old = before.get(document)
      if (old?.origin === origin && old.similarity === similarity) {
        before.delete(document)
        continue
      }
      if (old) remove.run(document)
      before.delete(document)
      insert.run(copy)
    }
    for (const gone of before.keys()) remove.run(gone)
  }
}
