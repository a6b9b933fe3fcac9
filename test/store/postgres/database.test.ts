import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres, type PostgresDatabase } from '../../../pipeline/store/postgres/index.ts'
import { freshDatabase, postgresBinaries } from '../../support/postgres.ts'

describe.skipIf(!postgresBinaries)('a connection to PostgreSQL', () => {
  let address: string
  let db: PostgresDatabase
  const opened: PostgresDatabase[] = []
  const open = (lockTimeout = 200) => {
    opened.push(openPostgres(address, { lockTimeout }))
    return opened.at(-1)!
  }
  beforeAll(async () => {
    address = await freshDatabase()
    db = openPostgres(address)
    db.exec('create table notes (id integer primary key, body text not null)')
    return () => db.close()
  })
  afterEach(() => {
    for (const database of opened.splice(0)) database.close()
    db.exec('truncate notes')
  })
  const add = (id: number, body: string, on = db) =>
    on.prepare('insert into notes values (?, ?)').run(id, body)
  const bodies = (on = db) => on.prepare<[], string>('select body from notes order by id').pluck().all()

  it('gives the values that SQLite gives', () => {
    const row = db
      .prepare(
        `select 1 = 1 as yes, 1 > 2 as no, 2::bigint as two, 0.5::float8 as half, count(*) as counted, null as none,
          ? as text, '\\x00ff'::bytea as bytes`,
      )
      .get('é\0😀')
    expect(row).toEqual({
      ...{ yes: 1, no: 0, two: 2, half: 0.5, counted: 1, none: null },
      ...{ text: 'é\0😀', bytes: new Uint8Array([0, 255]) },
    })
  })

  it('is set up as we need it, whatever the server is set to', () => {
    const setting = db.prepare<[string], string>('select current_setting(?)').pluck()
    const names = [
      'TimeZone',
      'client_encoding',
      'search_path',
      'application_name',
      'client_connection_check_interval',
    ]
    expect(names.map((name) => setting.get(name))).toEqual([
      'UTC',
      'UTF8',
      'gainsay, public',
      'gainsay',
      '10s',
    ])
  })

  it('takes parameters as better-sqlite3 does, and refuses what that refuses', () => {
    const three = db.prepare<unknown[]>('select ? as a, ?::int + 1 as "b?", \'?\' as c -- ?')
    expect(three.get('x', 1)).toEqual({ a: 'x', 'b?': 2, c: '?' })
    expect(three.get(['x', 1n])).toEqual({ a: 'x', 'b?': 2, c: '?' })
    const named = db.prepare('select @one::int + @one::int as twice, @other::text as otherName')
    expect(named.get({ one: 2, other: null })).toEqual({ twice: 4, otherName: null })
    expect(() => three.get('x')).toThrow(RangeError)
    expect(() => named.get({ one: 2 })).toThrow(RangeError)
    expect(() => three.get('x', true)).toThrow(TypeError)
    expect(() => three.get('x', undefined)).toThrow(TypeError)
  })

  it('gives any text back as SQLite does: U+0000, halves of pairs, its own escapes', () => {
    const sqlite = new Sqlite(':memory:').prepare<[string], string>('select ?').pluck()
    const echo = db.prepare<[string], string>('select ?::text').pluck()
    const odd = fc.constantFrom('\0', '\uFDD0', '0', '1', '\\', "'", '\uD83D', '\uDE00', 'é', '\r\n')
    const any = fc.nat(0xffff).map((unit) => String.fromCharCode(unit))
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, any)), (units) => {
        const written = units.join('')
        expect(echo.get(written)).toBe(sqlite.get(written))
      }),
    )
  })

  it('keeps the order of what is written and read', () => {
    db.transaction(() => {
      for (let id = 0; id < 450; id++) add(id, 'old')
      const changed = db.prepare('update notes set body = ? where id < 10').run('new')
      expect(bodies()).toHaveLength(450)
      expect(changed.changes).toBe(10)
      expect(db.prepare('delete from notes where id >= 10').run().changes).toBe(440)
    }).immediate()
    expect(bodies()).toEqual(Array(10).fill('new'))
    expect(add(10, 'alone').changes).toBe(1)
  })

  it('reads page by page, and stops where somebody has enough', () => {
    db.transaction(() => {
      for (let id = 0; id < 1000; id++) add(id, String(id))
    }).immediate()
    const all = db.prepare<[number], number>('select id from notes where id >= ? order by id').pluck()
    expect([...all.iterate(998)]).toEqual([998, 999])
    db.transaction(() => {
      expect([...all.iterate(1)]).toHaveLength(999)
      const begun: number[] = []
      for (const id of all.iterate(500)) {
        begun.push(id)
        expect([...all.iterate(999)]).toEqual([999])
        if (begun.length === 3) break
      }
      expect(begun).toEqual([500, 501, 502])
    }).deferred()
  })

  it('keeps nothing of a unit that fails, wherever it fails', () => {
    const unit = (work: () => void) => () => db.transaction(work).immediate()
    expect(
      unit(() => {
        add(1, 'kept?')
        throw new Error('halfway')
      }),
    ).toThrow('halfway')
    expect(
      unit(() => {
        add(1, 'one')
        add(1, 'one again')
        add(2, 'behind it')
      }),
    ).toThrow(/notes_pkey/)
    expect(
      unit(() => {
        add(1, 'one')
        try {
          db.prepare('select 1 / 0').get()
        } catch {
          // Who looks away does not make it good.
        }
      }),
    ).toThrow('cannot be kept')
    expect(
      unit(() => {
        add(1, 'outer')
        try {
          db.transaction(() => {
            add(2, 'inner')
            throw new Error('inside')
          }).immediate()
        } catch {
          // The same.
        }
      }),
    ).toThrow('cannot be kept')
    expect(bodies()).toEqual([])
    unit(() => void db.transaction(() => add(1, 'inner')).immediate())()
    expect(bodies()).toEqual(['inner'])
  })

  it('shows one state to who reads, and does not let it write', () => {
    const other = open()
    db.transaction(() => {
      expect(bodies()).toEqual([])
      add(1, 'meanwhile', other)
      expect(bodies()).toEqual([])
    }).deferred()
    expect(bodies()).toEqual(['meanwhile'])
    expect(() => db.transaction(() => void add(2, 'two')).deferred()).toThrow(/read-only/)
  })

  it('begins a unit again that met another one', () => {
    const other = open()
    add(1, 'a')
    let tries = 0
    db.transaction(() => {
      tries++
      db.exec('set transaction isolation level repeatable read')
      bodies()
      if (tries === 1) other.prepare("update notes set body = 'theirs'").run()
      db.prepare("update notes set body = body || ' and ours'").run()
    }).immediate()
    expect(tries).toBe(2)
    expect(bodies()).toEqual(['theirs and ours'])
  })

  it('locks by name, for a while or for a unit', () => {
    const other = open()
    db.locks.take('run')
    expect(db.locks.try('run')).toBe(true)
    db.locks.release('run')
    expect(other.locks.try('run')).toBe(false)
    expect(() => other.locks.take('run')).toThrow(/another program holds/)
    expect(other.locks.try('another')).toBe(true)
    db.locks.release('run')
    expect(other.locks.try('run')).toBe(true)
    db.transaction(() => {
      db.locks.takeInUnit('block')
      expect(bodies()).toEqual([])
      expect(other.transaction(() => other.locks.tryInUnit('block')).immediate()).toBe(false)
    }).immediate()
    expect(other.transaction(() => other.locks.tryInUnit('block')).immediate()).toBe(true)
    other.close()
    opened.pop()
    expect(() => db.locks.take('run')).not.toThrow()
    db.locks.release('run')
  })

  it('gives a lock up where a row is held too long', () => {
    const other = open()
    add(1, 'a')
    db.transaction(() => {
      expect(db.prepare("update notes set body = 'mine'").run().changes).toBe(1)
      expect(() => other.prepare("update notes set body = 'theirs'").run()).toThrow(
        /^postgres:.*another program holds what this one waits for/,
      )
    }).immediate()
    expect(bodies()).toEqual(['mine'])
  })
})
