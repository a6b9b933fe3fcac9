import { begin, COMPARING, type ComparisonWork, finish, type MadeWith, markFiled, workOn } from './compare.ts'
import { keyOf } from './postgres/locks.ts'
import { findingsShelf, type StoredFindings } from './shelves.ts'
import type { Database } from './sql.ts'

/** The acts of a comparison that several processes share: one files and folds, all judge. */
export interface ComparisonActs {
  file(work: ComparisonWork): void
  /** Tells which claims are new, as long as nothing is filed. */
  newClaims(work: ComparisonWork): (claim: number) => boolean
  judge(portion: number, isNew: (claim: number) => boolean, work: ComparisonWork): void
  /** Gives in words what was too large to be compared in full. */
  fold(work: ComparisonWork): readonly string[]
}

/**
 * Brings the findings of a PostgreSQL database up to date in units of their own: texts are filed, portions of claims are
 * judged, by whoever comes by (`judgeWaiting`), and what was found is folded. Who dies in between leaves whole units
 * behind, and the next one goes on from there.
 *
 * No text is stored meanwhile: the lock `COMPARING` is held from the first act to the last, and whoever stores one steps
 * back. The other way, to let the judges notice, would have them read each claim again behind every pair; and an update
 * is short beside the reading of the texts that it is for. Should the connection break and the lock be lost, a claim of a
 * text that came in since may be gone: the unit fails, and the next comparison begins by taking out such a text.
 */
export function compareTogether(db: Database, made: MadeWith, run: number, acts: ComparisonActs): void {
  db.prepare('select pg_advisory_lock(?, ?)').get(...keyOf(COMPARING))
  try {
    // Keeps what was found before, for the ids of disputes to lead on from.
    const findings = db.transaction(() => file(db, made, run, acts)).immediate()
    while (judgeWaiting(db, acts, run, { wait: true }) > 0);
    db.transaction(() => {
      const work = workOn(db, findings)
      finish(db, made, run, acts.fold(work), work)
    }).immediate()
  } finally {
    db.prepare('select pg_advisory_unlock(?, ?)').get(...keyOf(COMPARING))
  }
}

function file(db: Database, made: MadeWith, run: number, acts: ComparisonActs): StoredFindings {
  const findings = begin(db, made, run)
  const work = workOn(db, findings)
  acts.file(work)
  markFiled(db, made, work)
  return findings
}

/**
 * Judges portions of claims that wait, each in a unit of its own, until none is left that nobody has taken; with `wait`,
 * until all are judged: what somebody else has taken is waited for, and taken over if they died. Gives how many it judged.
 */
export function judgeWaiting(
  db: Database,
  acts: ComparisonActs,
  run: number,
  { wait = false }: { readonly wait?: boolean } = {},
): number {
  const next = 'select number from waiting_claims where judged = 0 order by number limit 1 for update'
  const free = db.prepare<[], number>(`${next} skip locked`).pluck()
  const any = db.prepare<[], number>(next).pluck()
  const last = db.prepare<[], number>('select max(number) from waiting_claims').pluck()
  let fresh: { readonly last: number; readonly isNew: (claim: number) => boolean } | null = null
  const judge = () => {
    const portion = free.get() ?? (wait ? any.get() : undefined)
    if (portion === undefined) return false
    const work = workOn(db, findingsShelf(db, run))
    const now = last.get()!
    if (fresh?.last !== now) fresh = { last: now, isNew: acts.newClaims(work) }
    acts.judge(portion, fresh.isNew, work)
    return true
  }
  let judged = 0
  while (db.transaction(judge).immediate()) judged++
  return judged
}
