import { UserError } from '../../model/errors.ts'
import { BEFORE, STEPS } from '../schema/index.ts'
import { FUNCTIONS } from './functions.ts'
import type { PostgresDatabase } from './index.ts'

/**
 * Brings the schema up to date: takes the missing steps, all or none, one program at a time. All of ours is in the
 * schema `gainsay`; what else the database holds is left alone.
 */
export function migrate(db: PostgresDatabase, readonly: boolean, steps = STEPS): void {
  const latest = BEFORE + steps.length
  const found = versionOf(db)
  if (found === latest) return
  const { where } = db
  if (found > latest) {
    throw new UserError(
      `the database has version ${found}, and this program knows versions up to ${latest}.`,
      {
        where,
        remedy: 'Install a newer Gainsay, or name another database.',
      },
    )
  }
  if (found > 0 && found <= BEFORE) {
    throw new UserError('the database was made before the first version that was given away.', {
      where,
      remedy:
        'Drop its schema `gainsay` and run again: it is made anew from the sources, and verdicts are kept in annotations/.',
    })
  }
  if (readonly) {
    throw found === 0
      ? new UserError('there is no database of Gainsay there yet.', {
          where,
          remedy: 'Type `gainsay run` with this address first.',
        })
      : new UserError('the database was made by an older version.', {
          where,
          remedy: 'Type `gainsay run` with this address to bring it up to date.',
        })
  }
  db.transaction(() => {
    db.locks.takeInUnit('schema')
    // Asked again behind the lock: another program may have taken the steps meanwhile.
    const version = versionOf(db)
    if (version === latest) return
    if (version === 0) {
      db.exec(`create schema if not exists gainsay; ${FUNCTIONS}
        create table gainsay.schema_version (version integer not null);
        create table gainsay.units (
          connection text primary key, number bigint not null, noted timestamptz not null);
        insert into gainsay.schema_version values (0)`)
    }
    for (const step of steps.slice(Math.max(0, version - BEFORE))) db.exec(step('postgres'))
    db.prepare('update gainsay.schema_version set version = ?').run(latest)
  }).immediate()
}

/** The number of the last step that was taken; 0 of none. */
function versionOf(db: PostgresDatabase): number {
  const made = db
    // Not `to_regclass`: behind a lock that was waited for, it may still answer from before.
    .prepare<[], number>(`
      select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'gainsay' and c.relname = 'schema_version'`)
    .pluck()
    .get()
  if (!made) return 0
  return db.prepare<[], number>('select version from gainsay.schema_version').pluck().get() ?? 0
}
