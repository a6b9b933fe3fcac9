import type { ConflictId } from '../model/ids.ts'
import type { Verdict, VerdictRecord } from '../model/record.ts'
import { heldAnswer, judgedQuestion, type LogEntry, type VerdictEntry } from '../model/verdict.ts'
import type { Database } from './sql.ts'

/** Gives the function that reads the verdict in force on a dispute; null where there is none. */
export function verdictInForce(db: Database): (conflict: ConflictId) => Verdict | null {
  const inForce = db.prepare<[string], { record: string; place: number; position_id: string | null }>(`
    select v.record, c.place, c.position_id from conflict_status t join verdicts v on v.number = t.verdict
    join verdict_conflicts c on c.number = v.number and c.follows = t.conflict_id
    where t.conflict_id = ? order by c.place limit 1`)
  return (conflict) => {
    const row = inForce.get(conflict)
    if (!row) return null
    const entry = JSON.parse(row.record) as VerdictEntry
    const { id, decision, reason, note, reviewer, at, wording, judged } = entry
    return {
      id,
      conflict,
      decision,
      reason,
      position: row.position_id,
      answer: heldAnswer(entry),
      claims: judged[row.place]!.positions.flatMap(({ evidence }) =>
        evidence.flatMap(({ claim }) => claim ?? []),
      ),
      reviewer,
      at,
      note,
      wording,
      coveredWith: row.place > 0 ? judgedQuestion(entry) : null,
    }
  }
}

interface Row {
  readonly number: number
  readonly record: string
  readonly undone: number
}

interface DisputeRow {
  readonly judged: string
  readonly follows: string | null
  readonly position: string | null
  readonly inForce: number
}

/** Entries of the log that touch a dispute, or all of them; the newest first. */
export function readVerdicts(db: Database, conflict?: ConflictId): readonly VerdictRecord[] {
  const rows =
    conflict === undefined
      ? db.prepare<[], Row>('select number, record, undone from verdicts order by at desc, number desc').all()
      : db
          .prepare<[string, string], Row>(`
            select number, record, undone from verdicts where number in (
              select number from verdict_conflicts where judged_id = ?
              union select number from verdict_conflicts where follows = ?) order by at desc, number desc`)
          .all(conflict, conflict)
  return withDisputes(db, rows)
}

/** A verdict by its id; null where there is none. */
export function readVerdict(db: Database, id: string): VerdictRecord | null {
  const rows = db
    .prepare<[string], Row>("select number, record, undone from verdicts where id = ? and kind = 'verdict'")
    .all(id)
  return withDisputes(db, rows)[0] ?? null
}

function withDisputes(db: Database, rows: readonly Row[]): readonly VerdictRecord[] {
  const entryOf = db.prepare<[string], string>('select record from verdicts where id = ?').pluck()
  const disputes = db.prepare<[number], DisputeRow>(`
    select c.judged_id as judged, c.follows, c.position_id as position,
      exists (select 1 from conflict_status where conflict_id = c.follows and verdict = c.number) as "inForce"
    from verdict_conflicts c where c.number = ? order by c.place`)
  return rows.flatMap((row): VerdictRecord[] => {
    const entry = JSON.parse(row.record) as LogEntry
    const taken = entry.kind === 'undo' ? entryOf.get(entry.verdict) : row.record
    // An undo whose verdict is on another machine still says nothing here.
    if (taken === undefined) return []
    return [
      {
        entry,
        of: JSON.parse(taken) as VerdictEntry,
        undone: row.undone === 1,
        disputes: disputes
          .all(row.number)
          .map(({ inForce, ...dispute }) => ({ ...dispute, inForce: inForce === 1 })),
      },
    ]
  })
}
