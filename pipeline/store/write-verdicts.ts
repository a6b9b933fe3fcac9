import { sha256 } from '../model/ids.ts'
import type { ConflictStatus } from '../model/record.ts'
import type { JudgedDispute, LogEntry, VerdictEntry } from '../model/verdict.ts'
import { type CurrentEvidence, type Followed, follow, newEvidence } from './follow-evidence.ts'
import type { Database } from './sql.ts'

/** The writing of the index of the log of verdicts; each function runs inside a transaction. */
export interface VerdictWriter {
  /** Brings the index to what the log holds; what it has already is not done again. */
  index(entries: readonly LogEntry[]): void
  /** After the findings changed: what each verdict follows now, and how every dispute stands. */
  follow(): void
}

interface ConflictOfVerdict {
  readonly number: number
  readonly place: number
}

export function verdictWriter(db: Database): VerdictWriter {
  const digest = db.prepare<[], string>('select digest from verdict_log').pluck()
  const count = db.prepare<[], number>('select count(*) from verdicts').pluck()
  const setDigest = db.prepare(
    'insert into verdict_log values (1, ?) on conflict (one) do update set digest = excluded.digest',
  )
  const insert = db.prepare(`
    insert into verdicts (number, id, kind, conflict_id, decision, reason, reviewer, at, note, record)
    values (@number, @id, @kind, @conflict, @decision, @reason, @reviewer, @at, @note, @record)`)
  // What follows what it followed is not written again.
  const orMove = `on conflict (number, place) do update set follows = excluded.follows, position_id = excluded.position_id
    where verdict_conflicts.follows is distinct from excluded.follows
      or verdict_conflicts.position_id is distinct from excluded.position_id`
  const putConflict = db.prepare(`insert into verdict_conflicts values (?, ?, ?, ?, ?) ${orMove}`)
  const copyConflicts = db.prepare(`
    insert into verdict_conflicts select ?, place, judged_id, follows, position_id
    from verdict_conflicts where number = (select number from verdicts where id = ?) ${orMove}`)
  const takeBack = db.prepare('update verdicts set undone = 1 where id = ? and undone = 0')
  const entriesOf = db.prepare<[], { number: number; record: string }>(
    'select number, record from verdicts order by number',
  )
  const followedBy = db
    .prepare<[number], string>(
      'select follows from verdict_conflicts where number = ? and follows is not null',
    )
    .pluck()
  const evidence = evidenceReader(db)
  const setStatus = statusWriter(db, evidence)

  const add = (number: number, entry: LogEntry): void => {
    if (entry.kind === 'undo') {
      takeBack.run(entry.verdict)
      copyConflicts.run(number, entry.verdict)
      return
    }
    entry.judged.forEach((judged, place) => {
      const followed = whereNow(judged, entry.documents, evidence)
      putConflict.run(number, place, judged.conflict, followed?.conflict ?? null, followed?.position ?? null)
    })
  }

  /** Verdicts before what takes them back: logs that were merged by hand may have them the other way round. */
  const addAll = (entries: readonly (readonly [number: number, entry: LogEntry])[]): void => {
    for (const kind of ['verdict', 'undo'] as const)
      for (const [number, entry] of entries) if (entry.kind === kind) add(number, entry)
  }

  return {
    index(entries) {
      if (isIndexed(db, entries)) return
      const known = count.get()!
      const goesOn = known < entries.length && digestOf(entries.slice(0, known)) === digest.get()
      if (!goesOn) db.exec('delete from verdict_conflicts; delete from verdicts')
      const added = entries.map((entry, at) => [at + 1, entry] as const).slice(goesOn ? known : 0)
      for (const [number, entry] of added) insert.run(rowOf(number, entry))
      addAll(added)
      setDigest.run(digestOf(entries))
      setStatus(goesOn ? [...new Set(added.flatMap(([number]) => followedBy.all(number)))] : null)
    },
    follow() {
      addAll(entriesOf.all().map(({ number, record }) => [number, JSON.parse(record) as LogEntry]))
      setStatus(null)
    },
  }
}

/** An entry by column; of an undo, only what it takes back. */
function rowOf(number: number, entry: LogEntry) {
  const record = JSON.stringify(entry)
  const { id, kind } = entry
  if (entry.kind === 'undo') {
    const { reviewer, at } = entry
    const none = { conflict: null, decision: null, reason: null, note: null }
    return { number, id, kind, ...none, reviewer, at, record }
  }
  const { decision, reason, reviewer, at, note, judged } = entry
  return {
    number,
    id,
    kind,
    conflict: judged[0]?.conflict ?? null,
    decision,
    reason,
    reviewer,
    at,
    note,
    record,
  }
}

/** True where the index holds what the log holds. */
export function isIndexed(db: Database, entries: readonly LogEntry[]): boolean {
  const digest = db.prepare<[], string>('select digest from verdict_log').pluck().get()
  return entries.length === 0 && digest === undefined ? true : digest === digestOf(entries)
}

/** Tells logs apart; entries never change under their ids. */
function digestOf(entries: readonly LogEntry[]): string {
  return sha256(entries.map(({ id }) => id).join())
}

/** Most often it is the dispute itself; else it is looked for among all that lean on the same texts. */
function whereNow(
  judged: JudgedDispute,
  documents: VerdictEntry['documents'],
  evidence: EvidenceReader,
): Followed | null {
  const itself = follow(judged, documents, evidence.ofConflict(judged.conflict))
  if (itself) return itself
  const texts = new Set(judged.positions.flatMap(({ evidence: quotes }) => quotes.map((one) => one.document)))
  const later = [...texts].flatMap((id) => evidence.textAt(documents[id]?.path ?? ''))
  const inThem = [...new Set([...texts, ...later])].flatMap((id) => evidence.ofDocument(id))
  return follow(judged, documents, inThem)
}

export type EvidenceReader = ReturnType<typeof evidenceReader>

/** Evidence of current disputes. */
function evidenceReader(db: Database) {
  const columns = `p.conflict_id as conflict, p.id as position, e.claim_id as claim,
    coalesce(c.document_id, e.document_id) as document, coalesce(c.start_utf16, e.start_utf16) as start,
    coalesce(c.end_utf16, e.end_utf16) as end, s.path, c.quote`
  const joined = `join positions p on p.id = e.position_id join conflicts x on x.id = p.conflict_id and x.current = 1
    left join claims c on c.id = e.claim_id
    join document_source s on s.document_id = coalesce(c.document_id, e.document_id)`
  const ofConflict = db.prepare<[string], CurrentEvidence>(`
    select ${columns} from position_evidence e ${joined} where p.conflict_id = ? order by p.number, e.number`)
  const ofDocument = db.prepare<[string, string], CurrentEvidence>(`
    select ${columns} from position_evidence e ${joined}
    where e.claim_id in (select id from claims where document_id = ?) or e.document_id = ?
    order by p.conflict_id, p.number, e.number`)
  const textAt = db
    .prepare<[string], string>('select document_id from sources where path = ? and current = 1')
    .pluck()
  const text = db.prepare<[string], string>('select text from documents where id = ?').pluck()
  /** What is no claim has its words in the text only. */
  const withQuotes = (rows: readonly CurrentEvidence[]): readonly CurrentEvidence[] =>
    rows.map((row) =>
      row.quote === null ? { ...row, quote: text.get(row.document)!.slice(row.start, row.end) } : row,
    )
  return {
    ofConflict: (id: string) => withQuotes(ofConflict.all(id)),
    ofDocument: (id: string) => withQuotes(ofDocument.all(id, id)),
    textAt: (path: string) => textAt.all(path),
  }
}

/** Gives the function that sets the standing of some disputes, or of all. */
function statusWriter(db: Database, evidence: EvidenceReader) {
  const inForce = db.prepare<[string], ConflictOfVerdict & { record: string }>(`
    select c.number, c.place, v.record from verdict_conflicts c join verdicts v on v.number = c.number
    where c.follows = ? and v.kind = 'verdict' and v.undone = 0 order by v.at desc, c.number desc, c.place limit 1`)
  const set = db.prepare(`insert into conflict_status values (?, ?, ?)
    on conflict (conflict_id) do update set status = excluded.status, verdict = excluded.verdict
    where conflict_status.status <> excluded.status or conflict_status.verdict is distinct from excluded.verdict`)
  const inQueue = db.prepare('update review_queue set status = ? where conflict_id = ?')
  const judged = db
    .prepare<[], string>('select distinct follows from verdict_conflicts where follows is not null')
    .pluck()

  const standing = (conflict: string): { status: ConflictStatus; verdict: number | null } => {
    const row = inForce.get(conflict)
    if (!row) return { status: 'open', verdict: null }
    const entry = JSON.parse(row.record) as VerdictEntry
    const isNew =
      newEvidence(entry.judged[row.place]!, entry.documents, evidence.ofConflict(conflict)).length > 0
    const status = entry.decision === 'undecided' ? 'open' : isNew ? 'new evidence' : 'decided'
    return { status, verdict: row.number }
  }

  return (conflicts: readonly string[] | null): void => {
    if (!conflicts) {
      db.exec(`
        insert into conflict_status select id, 'open', null from conflicts
          where id not in (select conflict_id from conflict_status);
        update conflict_status set status = 'open', verdict = null where verdict is not null and conflict_id not in (
          select follows from verdict_conflicts where follows is not null);
        update review_queue set status = 'open'`)
    }
    for (const conflict of conflicts ?? judged.all()) {
      const { status, verdict } = standing(conflict)
      set.run(conflict, status, verdict)
      inQueue.run(status, conflict)
    }
  }
}
