import { addressKey } from '../model/address.ts'
import type { Claim } from '../model/claim.ts'
import type { DocumentEvidence } from '../model/corpus.ts'
import type { AnnotatedDocument, Metadata } from '../model/document.ts'
import { packEntity } from '../model/entity-record.ts'
import type { EntityId } from '../model/ids.ts'
import type { Fingerprint } from '../model/record.ts'
import { quote } from '../model/span.ts'
import { CLAIM, type ClaimColumns, COLUMNS_OF_A_CLAIM, packClaim, unpackClaim } from './claim-row.ts'
import { fold } from './fold.ts'
import type { CommitOutcome } from './given.ts'
import { packMentions, packSentences } from './layers.ts'
import { lineNumbers } from './line-numbers.ts'
import { METADATA_COLUMNS } from './metadata-columns.ts'
import { publicationDays } from './publication-days.ts'
import { packSignature } from './signature.ts'
import type { Database } from './sql.ts'
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
  const writeEntities = entityWriter(db)
  const writeClaims = claimWriter(db)
  const writeAsFound = asFoundWriter(db)
  const clearFailure = db.prepare('delete from failures where path = ?')
  const markFindingsOld = db.prepare('delete from findings')
  return (document, evidence, fingerprint, run, besideSha256) => {
    // What a path, a text and an address say of each other is read before it is written.
    const address = addressOf(document.metadata)
    for (const name of [
      `path ${document.path}`,
      `text ${document.id}`,
      ...(address ? [`address ${address}`] : []),
    ])
      db.lock(name)
    writeText(document, evidence, fingerprint, run)
    const outcome = writeSource(document, run, besideSha256)
    writeEntities(document)
    writeClaims(document)
    writeAsFound(document)
    clearFailure.run(document.path)
    markFindingsOld.run()
    return outcome
  }
}

function textWriter(db: Database) {
  const upsert = db.prepare(`
    insert into documents (id, signature, text, text_sha256, current, pipeline_version, annotations_sha256, corrections_sha256,
      sentences, mentions, evidence, notes, first_run, last_run, pages)
    values (@id, @signature, @text, @textSha256, 1, @pipelineVersion, @annotationsSha256, @correctionsSha256, @sentences,
      @mentions, @evidence, @notes, @run, @run, @pages)
    on conflict (id) do update set current = 1, pipeline_version = excluded.pipeline_version,
      annotations_sha256 = excluded.annotations_sha256, corrections_sha256 = excluded.corrections_sha256,
      signature = excluded.signature, sentences = excluded.sentences, mentions = excluded.mentions, evidence = excluded.evidence,
      notes = excluded.notes, last_run = excluded.last_run, pages = excluded.pages`)
  return (
    document: AnnotatedDocument,
    { signature, ...evidence }: DocumentEvidence,
    fingerprint: Fingerprint,
    run: number,
  ) => {
    upsert.run({
      id: document.id,
      signature: packSignature(signature),
      text: document.text,
      textSha256: document.textSha256,
      pipelineVersion: fingerprint.pipelineVersion,
      annotationsSha256: fingerprint.annotationsSha256,
      correctionsSha256: fingerprint.correctionsSha256 ?? null,
      sentences: packSentences(document.sentences),
      mentions: packMentions(document.mentions),
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
    update documents set current = cast(exists (
      select 1 from sources where document_id = @id and current = 1) as integer)
    where id = @id`)
  const columns = METADATA_COLUMNS.flatMap(([, name]) => [name, `${name}_basis`, `${name}_reason`])
  const values = columns.map((name) => `@${name}`)
  const upsert = db.prepare(`
    insert into sources (path, document_id, sha256, format, revision_of, current, first_run, last_run,
      beside_sha256, address, first_day, last_day, folded, ${columns})
    values (@path, @id, @sha256, @format, @revisionOf, 1, @run, @run, @besideSha256, @address, @first_day,
      @last_day, @folded, ${values})
    on conflict (path, document_id) do update set sha256 = excluded.sha256, format = excluded.format, current = 1,
      superseded_by = null, last_run = excluded.last_run, beside_sha256 = excluded.beside_sha256,
      address = excluded.address, first_day = excluded.first_day, last_day = excluded.last_day,
      folded = excluded.folded, ${columns.map((name) => `${name} = excluded.${name}`)}`)

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
      ...metadataValues(path, document.metadata),
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

/** What `sources` holds of it, by column. */
export function metadataValues(path: string, metadata: Metadata): Record<string, string | null> {
  const { title, publisher, published } = metadata
  const days = publicationDays(published?.value ?? null)
  return {
    ...Object.fromEntries(
      METADATA_COLUMNS.flatMap(([key, column]) => [
        [column, metadata[key]?.value ?? null],
        [`${column}_basis`, metadata[key]?.basis ?? null],
        [`${column}_reason`, metadata[key]?.reason ?? null],
      ]),
    ),
    first_day: days.earliest,
    last_day: days.latest,
    folded: fold([path, title?.value ?? '', publisher?.value ?? ''].join('\n')),
  }
}

function entityWriter(db: Database) {
  const clear = db.prepare('delete from document_entities where document_id = ?')
  const insert = db.prepare(
    'insert into document_entities (document_id, entity_id, record, mentions) values (?, ?, ?, ?)',
  )
  return ({ id, mentions, entities }: AnnotatedDocument) => {
    clear.run(id)
    const counts = new Map<EntityId, number>()
    for (const { entity } of mentions) if (entity) counts.set(entity, (counts.get(entity) ?? 0) + 1)
    for (const entity of entities) insert.run(id, entity.id, packEntity(entity), counts.get(entity.id) ?? 0)
  }
}

interface StoredClaim extends ClaimColumns {
  readonly key: number
}

/**
 * Brings the claims of a document up to date. One that is found again keeps its row, so that the findings of the last
 * run still show it until new ones are saved.
 */
export function claimWriter(db: Database) {
  const stored = db.prepare<[string], StoredClaim>(
    `select c.key, ${CLAIM} from claims c where c.document_id = ?`,
  )
  const keys = db.prepare<[string], { id: string; key: number }>(
    'select id, key from claims where document_id = ?',
  )
  const fields = ['document_id', 'line', ...COLUMNS_OF_A_CLAIM]
  const insert = db.prepare(`insert into claims (${fields}) values (${fields.map((name) => `@${name}`)})`)
  const said = COLUMNS_OF_A_CLAIM.filter((name) => name !== 'id')
  const update = db.prepare(`update claims set ${said.map((name) => `${name} = @${name}`)} where key = @key`)
  const remove = db.prepare('delete from claims where key = ?')
  const forget = db.prepare('delete from claim_entities where entity_id = ? and claim_key = ?')
  const name = db.prepare('insert into claim_entities values (?, ?)')
  const forgetNames = (old: StoredClaim) => {
    for (const entity of entitiesOf(unpackClaim(old))) forget.run(entity, old.key)
  }

  return ({ id, text, claims }: Pick<AnnotatedDocument, 'id' | 'text' | 'claims'>) => {
    const before = new Map(stored.all(id).map((claim) => [claim.id, claim]))
    const lineOf = lineNumbers(text)
    const changed: Claim[] = []
    for (const claim of claims) {
      const row = packClaim(claim, quote(text, claim))
      const old = before.get(claim.id)
      before.delete(claim.id)
      if (old && said.every((field) => old[field] === row[field])) continue
      changed.push(claim)
      if (old) {
        // The same id means the same spans of the same text: only what is said about them can differ.
        update.run({ ...row, key: old.key })
        forgetNames(old)
      } else insert.run({ ...row, document_id: id, line: lineOf(claim.start) })
    }
    for (const old of before.values()) {
      forgetNames(old)
      remove.run(old.key)
    }
    const keyOf = new Map(changed.length > 0 ? keys.all(id).map((claim) => [claim.id, claim.key]) : [])
    for (const claim of changed)
      for (const entity of entitiesOf(claim)) name.run(entity, keyOf.get(claim.id)!)
  }
}

/** Every entity that a claim names: in a slot, in a qualifier, or as the speaker. */
function entitiesOf(claim: Claim): ReadonlySet<EntityId> {
  const slots = [claim.subject, ...(claim.object ? [claim.object] : []), ...claim.qualifiers]
  const named = slots.flatMap((slot) => [...slot.entities, ...(slot.entity ? [slot.entity] : [])])
  const speaker = claim.attribution?.speaker?.entity
  return new Set(speaker ? [...named, speaker] : named)
}
