import type { Database } from 'better-sqlite3'
import { addressKey } from '../model/address.ts'
import type { Claim } from '../model/claim.ts'
import type { DocumentEvidence } from '../model/corpus.ts'
import type { AnnotatedDocument, Metadata } from '../model/document.ts'
import type { EntityId } from '../model/ids.ts'
import type { Fingerprint } from '../model/record.ts'
import { quote } from '../model/span.ts'
import type { CommitOutcome } from './face.ts'
import { lineNumbers } from './line-numbers.ts'
import { METADATA_COLUMNS } from './metadata-columns.ts'
import { versionLinker } from './versions.ts'
import { asFoundWriter } from './write-as-found.ts'

type Commit = (
  document: AnnotatedDocument,
  evidence: DocumentEvidence,
  fingerprint: Fingerprint,
  run: number,
  besideSha256: string | null,
) => CommitOutcome

/** Prepares the statements once and gives the function that stores a document; it runs inside a transaction. */
export function documentWriter(db: Database): Commit {
  const writeText = textWriter(db)
  const writeSource = sourceWriter(db)
  const writeLayers = layerWriter(db)
  const writeClaims = claimWriter(db)
  const writeAsFound = asFoundWriter(db)
  const clearFailure = db.prepare('delete from failures where path = ?')
  const markFindingsOld = db.prepare('delete from findings')
  return (document, evidence, fingerprint, run, besideSha256) => {
    writeText(document, evidence, fingerprint, run)
    const outcome = writeSource(document, run, besideSha256)
    writeLayers(document)
    writeClaims(document)
    writeAsFound(document)
    clearFailure.run(document.path)
    markFindingsOld.run()
    return outcome
  }
}

function textWriter(db: Database) {
  const upsert = db.prepare(`
    insert into documents (id, text, text_sha256, current, pipeline_version, annotations_sha256, corrections_sha256,
      evidence, notes, first_run, last_run, pages)
    values (@id, @text, @textSha256, 1, @pipelineVersion, @annotationsSha256, @correctionsSha256, @evidence, @notes,
      @run, @run, @pages)
    on conflict (id) do update set current = 1, pipeline_version = excluded.pipeline_version,
      annotations_sha256 = excluded.annotations_sha256, corrections_sha256 = excluded.corrections_sha256, evidence = excluded.evidence, notes = excluded.notes,
      last_run = excluded.last_run, pages = excluded.pages`)
  return (document: AnnotatedDocument, evidence: DocumentEvidence, fingerprint: Fingerprint, run: number) => {
    upsert.run({
      id: document.id,
      text: document.text,
      textSha256: document.textSha256,
      pipelineVersion: fingerprint.pipelineVersion,
      annotationsSha256: fingerprint.annotationsSha256,
      correctionsSha256: fingerprint.correctionsSha256 ?? null,
      evidence: JSON.stringify(evidence),
      notes: JSON.stringify(document.notes),
      run,
      pages: pagesOf(document),
    })
  }
}

/** As [start, end]; null for a text without pages. */
function pagesOf({ extraction }: AnnotatedDocument): string | null {
  const pages = extraction?.pages ?? []
  return pages.length > 0 ? JSON.stringify(pages.map(({ start, end }) => [start, end])) : null
}

/** A path speaks for one text at a time; the one that it held before steps back, unless another path holds it too. */
function sourceWriter(db: Database) {
  const before = db.prepare<[string], { readonly document: string; readonly address: string | null }>(`
      select document_id as document, address from sources
      where path = ? and (current = 1 or superseded_by is not null)`)
  const stepBack = db.prepare('update sources set current = 0, superseded_by = null where path = ?')
  const linkVersions = versionLinker(db)
  const refresh = db.prepare(`
    update documents set current = exists (select 1 from sources where document_id = @id and current = 1)
    where id = @id`)
  const columns = METADATA_COLUMNS.flatMap(([, name]) => [name, `${name}_basis`, `${name}_reason`])
  const values = columns.map((name) => `@${name}`)
  const upsert = db.prepare(`
    insert into sources (path, document_id, sha256, format, revision_of, current, first_run, last_run,
      beside_sha256, address, ${columns})
    values (@path, @id, @sha256, @format, @revisionOf, 1, @run, @run, @besideSha256, @address, ${values})
    on conflict (path, document_id) do update set sha256 = excluded.sha256, format = excluded.format, current = 1,
      superseded_by = null, last_run = excluded.last_run, beside_sha256 = excluded.beside_sha256,
      address = excluded.address, ${columns.map((name) => `${name} = excluded.${name}`)}`)

  return (document: AnnotatedDocument, run: number, besideSha256: string | null): CommitOutcome => {
    const { path, id, sha256, format } = document
    const held = before.get(path)
    const former = held?.document ?? null
    const address = addressOf(document.metadata)
    const changed = former !== null && former !== id
    if (changed) stepBack.run(path)
    const revisionOf = changed ? former : null
    upsert.run({
      path,
      id,
      sha256,
      format,
      revisionOf,
      run,
      besideSha256,
      address,
      ...metadataValues(document.metadata),
    })
    if (changed) refresh.run({ id: former })
    for (const each of new Set([held?.address ?? null, address])) if (each !== null) linkVersions(each)
    return former === null ? 'new' : changed ? 'changed' : 'unchanged'
  }
}

/** What the file or its analyst states; an address that a text only shows may be that of the whole journal. */
export function addressOf({ url }: Metadata): string | null {
  return url && url.basis !== 'text' ? addressKey(url.value) : null
}

export function metadataValues(metadata: Metadata): Record<string, string | null> {
  return Object.fromEntries(
    METADATA_COLUMNS.flatMap(([key, column]) => [
      [column, metadata[key]?.value ?? null],
      [`${column}_basis`, metadata[key]?.basis ?? null],
      [`${column}_reason`, metadata[key]?.reason ?? null],
    ]),
  )
}

function layerWriter(db: Database) {
  const tables = ['sentences', 'mentions', 'times', 'document_entities']
  const clear = tables.map((table) => db.prepare(`delete from ${table} where document_id = ?`))
  const sentence = db.prepare('insert into sentences values (?, ?, ?, ?, ?)')
  const mention = db.prepare('insert into mentions values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const time = db.prepare('insert into times values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const entity = db.prepare('insert into document_entities (document_id, entity_id, record) values (?, ?, ?)')
  return ({ id, text, sentences, mentions, times, entities }: AnnotatedDocument) => {
    for (const statement of clear) statement.run(id)
    sentences.forEach((s, number) => {
      sentence.run(id, number, s.start, s.end, quote(text, s))
    })
    mentions.forEach((m, number) => {
      const candidates = JSON.stringify(m.candidates)
      const plural = m.plural ? 1 : 0
      mention.run(id, number, m.start, m.end, quote(text, m), m.type, m.form, m.entity, candidates, plural)
    })
    times.forEach((t, number) => {
      const { kind, edtf, earliest, latest, certainty, anchor } = t
      time.run(id, number, t.start, t.end, quote(text, t), kind, edtf, earliest, latest, certainty, anchor)
    })
    for (const e of entities) entity.run(id, e.id, JSON.stringify(e))
  }
}

interface StoredClaim {
  readonly id: string
  readonly key: number
  readonly record: string
}

/**
 * Brings the claims of a document up to date. One that is found again keeps its row, so that the findings of the last
 * run still show it until new ones are saved.
 */
export function claimWriter(db: Database) {
  const stored = db.prepare<[string], StoredClaim>('select id, key, record from claims where document_id = ?')
  const insert = db.prepare(`
    insert into claims (id, document_id, start_utf16, end_utf16, line, quote, record) values (?, ?, ?, ?, ?, ?, ?)`)
  const update = db.prepare('update claims set record = ? where key = ?')
  const remove = db.prepare('delete from claims where key = ?')
  const forget = db.prepare('delete from claim_entities where claim_key = ?')
  const name = db.prepare('insert into claim_entities values (?, ?)')

  return ({ id, text, claims }: Pick<AnnotatedDocument, 'id' | 'text' | 'claims'>) => {
    const before = new Map(stored.all(id).map((claim) => [claim.id, claim]))
    const lineOf = lineNumbers(text)
    for (const claim of claims) {
      const record = JSON.stringify(claim)
      const old = before.get(claim.id)
      before.delete(claim.id)
      if (old?.record === record) continue
      let key: number | bigint
      if (old) {
        // The same id means the same spans of the same text: only what is said about them can differ.
        key = old.key
        update.run(record, key)
        forget.run(key)
      } else {
        const { start, end } = claim
        key = insert.run(claim.id, id, start, end, lineOf(start), quote(text, claim), record).lastInsertRowid
      }
      for (const entity of entitiesOf(claim)) name.run(entity, key)
    }
    for (const { key } of before.values()) remove.run(key)
  }
}

/** Every entity that a claim names: in a slot, in a qualifier, or as the speaker. */
function entitiesOf(claim: Claim): ReadonlySet<EntityId> {
  const slots = [claim.subject, ...(claim.object ? [claim.object] : []), ...claim.qualifiers]
  const named = slots.flatMap((slot) => [...slot.entities, ...(slot.entity ? [slot.entity] : [])])
  const speaker = claim.attribution?.speaker?.entity
  return new Set(speaker ? [...named, speaker] : named)
}
