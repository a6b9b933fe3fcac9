import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryTable } from '../../pipeline/model/memory-table.ts'
import { openDatabase } from '../../pipeline/store/sqlite/connect.ts'
import { sqlTable } from '../../pipeline/store/table.ts'

interface Row {
  readonly a: number
  readonly b: string
  readonly topic: string
  readonly size: number
}

const NAMES = {
  name: 'pairs',
  columns: { a: 'first', b: 'second', topic: 'topic', size: 'size' },
  packed: {
    topic: {
      write: (text: string) => `cast(${text} as blob)`,
      read: (bytes: string) => `cast(${bytes} as text)`,
    },
  },
  key: ['a', 'b'],
} as const

function database(rows: readonly Row[]) {
  const db = openDatabase(':memory:', {})
  db.exec(`create table pairs (first integer not null, second text not null, topic blob not null,
    size integer not null, primary key (first, second)) strict, without rowid`)
  const insert = db.prepare('insert into pairs values (?, ?, ?, ?)')
  for (const { a, b, topic, size } of rows) insert.run(a, b, Buffer.from(topic), size)
  return db
}

const number = fc.nat(3)
const letter = fc.constantFrom('p', 'q', 'r')
const row = fc.record({ a: number, b: letter, topic: letter, size: fc.nat(5) })
const where = fc.oneof(
  fc.record({ a: number }),
  fc.record({ topic: letter }),
  fc.record({ a: number, b: letter }),
  fc.record({ topic: letter, size: fc.nat(5) }),
  fc.record({ a: number, b: letter, topic: letter }),
  fc.constant({}),
)
const step = fc.oneof(
  fc.record({ put: row }),
  fc.record({ remove: where }),
  fc.record({ find: where }),
  fc.record({ first: where }),
  fc.record({ ahead: fc.array(letter), most: fc.constantFrom(undefined, 1) }),
  fc.constant('settle' as const),
)
const unique = (rows: readonly Row[]) => [
  ...new Map(rows.map((each) => [`${each.a} ${each.b}`, each])).values(),
]

test('a table that remembers gives what one in memory gives, whatever is asked in between, and leaves it behind', () => {
  fc.assert(
    fc.property(fc.array(row), fc.array(step, { maxLength: 30 }), (before, steps) => {
      const stored = unique(before)
      const db = database(stored)
      const table = sqlTable<Row>(db, NAMES)
      const model = memoryTable<Row>(['a', 'b'])
      for (const each of stored) model.put(each)
      for (const next of steps) {
        if (next === 'settle') table.settle()
        else if ('put' in next) {
          table.put(next.put)
          model.put(next.put)
        } else if ('remove' in next) {
          table.remove(next.remove)
          model.remove(next.remove)
        } else if ('find' in next) {
          expect(table.find(next.find)).toEqual(model.find(next.find))
          expect(table.count(next.find)).toBe(model.count(next.find))
        } else if ('first' in next) {
          const options = { highest: 'size', limit: 2 } as const
          expect(table.find(next.first, options)).toEqual(model.find(next.first, options))
          expect(table.count(next.first, { limit: 2 })).toBe(model.count(next.first, { limit: 2 }))
        } else table.ahead('topic', next.ahead, next.most)
      }
      table.settle()
      const left = db
        .prepare(
          'select first as a, second as b, cast(topic as text) as topic, size from pairs order by 1, 2',
        )
        .all()
      expect(left).toEqual(model.find({}))
      db.close()
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('what is empty is not read, and what was read ahead is not read again', () => {
  const db = database([{ a: 1, b: 'p', topic: 't', size: 1 }])
  let reads = 0
  const counting = {
    ...db,
    prepare(sql: string) {
      const statement = db.prepare(sql)
      const count = <T>(work: () => T): T => {
        reads++
        return work()
      }
      return {
        get: (...values: unknown[]) => count(() => statement.get(...values)),
        all: (...values: unknown[]) => count(() => statement.all(...values)),
        run: (...values: unknown[]) => statement.run(...values),
      }
    },
  } as unknown as typeof db
  const table = sqlTable<Row>(counting, NAMES)
  table.ahead('topic', ['t', 'u', 'v'])
  const before = reads
  expect(table.find({ topic: 't' })).toHaveLength(1)
  expect(table.count({ topic: 'u' })).toBe(0)
  table.put({ a: 2, b: 'p', topic: 'v', size: 1 })
  expect(table.find({ topic: 'v', size: 1 })).toHaveLength(1)
  expect(reads).toBe(before)

  db.exec('delete from pairs')
  const empty = sqlTable<Row>(counting, NAMES)
  reads = 0
  for (const a of [1, 2, 3]) {
    expect(empty.find({ a })).toEqual([])
    empty.put({ a, b: 'p', topic: 't', size: a })
  }
  expect(empty.find({ topic: 't' }, { limit: 2 })).toHaveLength(2)
  // Once, to see that it is empty.
  expect(reads).toBe(1)
  db.close()
})

test('an empty table that gets many rows has its indexes again as soon as it is asked by one, and when it is settled', () => {
  const db = database([])
  db.exec('create index topic_of_pairs on pairs (topic)')
  const indexes = () => db.prepare("select name from sqlite_schema where type = 'index'").pluck().all()
  const [first, second] = [sqlTable<Row>(db, NAMES), sqlTable<Row>(db, NAMES)]
  for (let a = 0; a < 10_000; a++) first.put({ a, b: 'p', topic: `t${a % 100}`, size: a })
  expect(first.find({ topic: 't7' }, { limit: 3 })).toHaveLength(3)
  first.settle()
  expect(indexes()).toContain('topic_of_pairs')
  expect(first.count({ topic: 't99' })).toBe(100)
  db.exec('delete from pairs')
  for (let a = 0; a < 10_000; a++) second.put({ a, b: 'p', topic: 't', size: a })
  second.settle()
  expect(indexes()).toContain('topic_of_pairs')
  expect(db.prepare('select count(*) from pairs indexed by topic_of_pairs').pluck().get()).toBe(10_000)
})
