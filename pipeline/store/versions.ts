import type { DocumentId } from '../model/ids.ts'
import type { Database } from './sql.ts'

/** One text at one path, as a version of the article that stands at its address. */
interface VersionRow {
  readonly path: string
  readonly document: DocumentId
  readonly published: string | null
  readonly run: number
  readonly superseded: DocumentId | null
}

/** A text among the versions of an article. */
interface Version {
  readonly document: DocumentId
  readonly published: string | null
  readonly run: number
  readonly path: string
}

/**
 * Gives the function that orders the texts which paths hold under one web address: the newest stands for the article,
 * and each other one is superseded by the next. It makes the same of the same files whatever came first, runs aside.
 */
export function versionLinker(db: Database): (address: string) => void {
  const rowsOf = db.prepare<[string], VersionRow>(`
    select path, document_id as document, published, first_run as run, superseded_by as superseded
    from sources where address = ? and (current = 1 or superseded_by is not null)`)
  const link = db.prepare(`
    update sources set superseded_by = @next, current = @stays where path = @path and document_id = @document`)
  const refresh = db.prepare(`
    update documents set current = cast(exists (select 1 from sources where document_id = @id and current = 1) as integer)
    where id = @id`)
  return (address) => {
    const rows = rowsOf.all(address)
    const documents = inOrder(rows)
    const next = new Map(documents.map((document, at) => [document, documents[at + 1] ?? null]))
    const changed = rows.filter(({ document, superseded }) => next.get(document) !== superseded)
    for (const { path, document } of changed) {
      const superseding = next.get(document) ?? null
      link.run({ path, document, next: superseding, stays: superseding === null ? 1 : 0 })
    }
    for (const id of new Set(changed.map(({ document }) => document))) refresh.run({ id })
  }
}

/**
 * The texts from the oldest to the newest: by date of publication where all have one, else by the run that first saw
 * them; where that does not tell, by path. An article that was published in May and once more in June is the one of
 * June, though the other was saved later.
 */
function inOrder(rows: readonly VersionRow[]): readonly DocumentId[] {
  const versions = new Map<DocumentId, Version>()
  for (const { document, published, run, path } of rows) {
    const known = versions.get(document)
    versions.set(document, {
      document,
      published: least(known?.published ?? null, published),
      run: Math.min(run, known?.run ?? run),
      path: known && known.path < path ? known.path : path,
    })
  }
  const all = [...versions.values()]
  const dated = all.every(({ published }) => published !== null)
  const key = ({ published, run, path }: Version): readonly (string | number)[] => [
    dated ? published! : '',
    run,
    path,
  ]
  return all.sort((a, b) => compare(key(a), key(b))).map(({ document }) => document)
}

function least(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1
}
