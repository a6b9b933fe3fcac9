import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres, type PostgresDatabase } from '../../../pipeline/store/postgres/index.ts'
import { freshDatabase, postgresBinaries } from '../../support/postgres.ts'

describe.skipIf(!postgresBinaries)('a connection to PostgreSQL', () => {
  let address: string
  beforeAll(async () => {
    address = await freshDatabase()
  })
  const opened: PostgresDatabase[] = []
  const open = () => {
    opened.push(openPostgres(address))
    return opened.at(-1)!
  }
  afterEach(() => {
    for (const database of opened.splice(0)) database.close()
  })

  it('gives the values that SQLite gives', () => {
    const row = open()
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
})
