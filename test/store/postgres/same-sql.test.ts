import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../pipeline/store/connection.ts'
import { arrange, translate } from '../../../pipeline/store/postgres/translate.ts'
import type { Database } from '../../../pipeline/store/sql.ts'
import { freshDatabase, postgresBinaries } from '../../support/postgres.ts'

describe('SQL in the spelling of PostgreSQL', () => {
  it.each([
    ['select ?, ?', 'select $1, $2', [null, null]],
    ['select @a, @b, @a', 'select $1, $2, $1', ['a', 'b']],
    [
      `select '?', 'it''s @a', "odd?" -- ?\n, ? /* @b ? */`,
      `select '?', 'it''s @a', "odd?" -- ?\n, $1 /* @b ? */`,
      [null],
    ],
    ['select x.first_day as firstDay from x', 'select x.first_day as "firstDay" from x', []],
    ['select "firstDay", \'firstDay\', A, Ab', 'select "firstDay", \'firstDay\', A, Ab', []],
  ])('%s', (written, text, parameters) => {
    expect(translate(written)).toEqual({ text, parameters })
  })

  it('finds the values in their order, or by their names', () => {
    expect(arrange([1, 'b'], [null, null])).toEqual([1, 'b'])
    expect(arrange([[1, 'b']], [null, null])).toEqual([1, 'b'])
    expect(arrange([{ b: 2, a: 1, c: 3 }], ['a', 'b'])).toEqual([1, 2])
    expect(() => arrange([1], [])).toThrow(RangeError)
    expect(() => arrange([1], ['a'])).toThrow(TypeError)
    expect(() => arrange([{}], ['toString'])).toThrow(/missing parameter toString/)
  })
})

describe.skipIf(!postgresBinaries)('SQL that means the same in both databases', () => {
  let both: readonly Database[]
  beforeAll(async () => {
    const connections = await Promise.all([connect(':memory:', {}), connect(await freshDatabase(), {})])
    both = connections.map(({ db }) => db)
  })
  afterAll(() => {
    for (const db of both) db.close()
  })

  const WORDS = "(select 'b' as word, 2 as n union all select 'a\"\\', 1 union all select null, 3) t"
  it.each([
    ['instr', "select instr('café au lait', 'é') as a, instr('abc', 'x') as b, instr('abc', '') as c"],
    ['json_group_array of texts', `select json_group_array(word order by n) as a from ${WORDS}`],
    ['json_group_array of numbers', `select json_group_array(n order by n desc) as a from ${WORDS}`],
    [
      'json_group_array of different ones',
      `select json_group_array(distinct word) as a from ${WORDS} where n = 2`,
    ],
    ['json_group_array of none', `select json_group_array(word) as a from ${WORDS} where n > 3`],
    ['string_agg', `select string_agg(word, ', ') as a from (select word from ${WORDS} order by n) o`],
    ['string_agg of none', `select string_agg(word, ', ') as a from ${WORDS} where n > 3`],
    ['json_each', `select t.value from json_each('["x","yé\\"",""]') t order by t.value`],
    ['null-safe comparison', 'select null is not distinct from null as a, 1 is distinct from null as b'],
  ])('%s', (_, sql) => {
    const [inSqlite, inPostgres] = both.map((db) => db.prepare(sql).all())
    expect(inPostgres).toEqual(inSqlite)
  })

  it('keeps odd text in JSON', () => {
    const odd = ['a\0b', '\uFDD0', '\uFDD00', 'é"\\']
    const values = both[1]!
      .prepare<string[], string>('select json_group_array(t) from (values (?), (?), (?), (?)) v (t)')
      .pluck()
    expect(JSON.parse(values.get(odd)!)).toEqual(odd)
  })

  it('finds words in a text of any length, in any form, and without their accents', () => {
    const found = both[1]!
      .prepare<[string, string], number>("select words(?) @@ to_tsquery('gainsay.english', ?)")
      .pluck()
    expect(found.get('The cafés were not closed', 'cafe & closing & not & the')).toBe(1)
    expect(found.get('The cafés were open', 'closing')).toBe(0)
    const long = Array.from({ length: 200_000 }, (_, at) => `w${(at * 7919).toString(36)}`).join(' ')
    expect(found.get(`Ferry ${long}`, 'ferries')).toBe(1)
  })

  it('is ordered by bytes in tables, whatever the server thinks of letters', () => {
    const words = ['b', 'a', 'B', 'é', 'e', 'Z', '_', '-', 'aa']
    const ordered = both.map((db) => {
      db.exec('create temp table ordered as select path from sources')
      for (const word of words) db.prepare('insert into ordered values (?)').run(word)
      return db.prepare('select path from ordered order by path').pluck().all()
    })
    expect(ordered[1]).toEqual(ordered[0])
    expect(ordered[0]).toEqual([...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  })
})
