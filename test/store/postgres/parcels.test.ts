import { describe, expect, it } from 'vitest'
import { parcels, plainInsert } from '../../../pipeline/store/postgres/parcels.ts'

const waiting = (sql: string, count: number, values: readonly string[] = ['a', 'b']) =>
  Array.from({ length: count }, () => ({ item: { sql, values, rows: false }, insert: plainInsert(sql) }))

describe('inserts that follow each other', () => {
  it.each([
    'insert into t values ($1, $2)',
    'insert into t (a, b) values ($1, $2)',
    "\n  insert into t (a, b, c)\n values ($2, $1, 'x')\n",
  ])('go together: %s', (sql) => {
    expect([...parcels(waiting(sql, 9))].map(({ of }) => of.length)).toEqual([8, 1])
  })

  it.each([
    'insert into t values ($1, $2) on conflict do nothing',
    'insert into t values ($1, $2) returning a',
    'insert into t values (lower($1), $2)',
    'insert into t select a, b from values ($1, $2)',
    'update t set a = $1 where b = $2',
  ])('go alone: %s', (sql) => {
    expect([...parcels(waiting(sql, 9))]).toHaveLength(9)
  })

  it('keep their order and their values', () => {
    const one = 'insert into t values ($2, 1, $1)'
    const sent = [...parcels([...waiting(one, 8), ...waiting('delete from t', 1, []), ...waiting(one, 2)])]
    expect(sent.map(({ item }) => item.sql)).toEqual([
      `insert into t values ${[0, 2, 4, 6, 8, 10, 12, 14].map((n) => `($${n + 2}, 1, $${n + 1})`)}`,
      'delete from t',
      one,
      one,
    ])
    expect(sent[0]?.item.values).toEqual(Array(8).fill(['a', 'b']).flat())
  })
})
