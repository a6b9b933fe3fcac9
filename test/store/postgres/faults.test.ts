import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../pipeline/store/connection.ts'
import { openPostgres } from '../../../pipeline/store/postgres/index.ts'
import { type Cluster, ownCluster, postgresBinaries } from '../../support/postgres.ts'

describe.skipIf(!postgresBinaries)('what goes wrong with PostgreSQL', () => {
  let cluster: Cluster
  let address: string
  beforeAll(async () => {
    cluster = await ownCluster()
    address = cluster.database()
  })
  afterAll(() => cluster.remove())

  const opening = (change: (url: URL) => void) => () => {
    const url = new URL(address)
    change(url)
    openPostgres(url.href).close()
  }

  it('is one sentence, with where and what to do, and without the password', () => {
    const where = new RegExp(`^postgres://desk@127\\.0\\.0\\.1:${cluster.port}/desk_`)
    const wrong = opening((url) => {
      url.password = 'mistaken'
    })
    expect(wrong).toThrow(where)
    expect(wrong).toThrow(/the name or the password is not accepted \(.*\)\. Check both/)
    expect(wrong).not.toThrow(/mistaken/)
    expect(
      opening((url) => {
        url.pathname = '/nowhere'
      }),
    ).toThrow(/does not exist\. Make it with `createdb`/)
    expect(
      opening((url) => {
        url.hostname = 'no-such-machine.invalid'
      }),
    ).toThrow(/no machine of this name|does not answer/)
    expect(
      opening((url) => {
        url.port = '1'
      }),
    ).toThrow(/does not answer \(connect ECONNREFUSED/)
    expect(() => openPostgres('postgres://desk:pass/word@host/name')).toThrow(
      /^postgres:\/\/\.\.\.: this is no address/,
    )
  })

  it('tells what a person may not do, and leaves a defect of ours as it is', () => {
    const db = openPostgres(address)
    cluster.command('create table closed (id integer)', new URL(address).pathname.slice(1))
    expect(() => db.prepare('select * from closed').all()).toThrow(
      /this user may not do that there \(permission denied/,
    )
    expect(() => db.exec('selekt')).toThrow(/syntax error/)
    expect(() => db.exec('selekt')).not.toThrow(/^postgres:/)
    db.close()
  })

  it('refuses what no text can be kept in, and what no server answers', async () => {
    const name = 'latin'
    cluster.command(
      `create database ${name} owner desk encoding 'LATIN1' locale 'C' locale_provider libc template template0`,
    )
    expect(
      opening((url) => {
        url.pathname = `/${name}`
      }),
    ).toThrow(/holds text as LATIN1, and Gainsay needs UTF8\. Make another/)
  })

  it('takes a new database for what it is, and says so to who only asks', async () => {
    const fresh = cluster.database()
    await expect(connect(fresh, { readonly: true })).rejects.toThrow(
      /there is no database of Gainsay there yet\. Type/,
    )
    const { db, stamp } = await connect(fresh, {})
    const before = stamp()
    expect(stamp()).toBe(before)
    db.exec('create table other (id integer); insert into other values (1)')
    expect(stamp()).not.toBe(before)
    db.close()
    const asking = await connect(fresh, { readonly: true })
    asking.db.close()
  })

  it('goes on after the server was restarted in the middle of a unit', () => {
    const db = openPostgres(address)
    db.exec('create table counted (n integer)')
    let tries = 0
    db.transaction(() => {
      db.prepare('insert into counted values (1)').run()
      expect(db.prepare('select count(*) from counted').pluck().get()).toBe(1)
      if (++tries === 1) cluster.restart()
      if (tries === 2) cluster.restart('immediate')
      db.prepare('insert into counted values (2)').run()
    }).immediate()
    expect(tries).toBe(3)
    expect(db.prepare('select n from counted order by n').pluck().all()).toEqual([1, 2])
    cluster.restart()
    expect(db.prepare('select n from counted order by n').pluck().all()).toEqual([1, 2])
    db.close()
  })

  it('gives a server up that stays away, and what was held', () => {
    const db = openPostgres(address, { patience: 1 })
    db.locks.take('held')
    const other = openPostgres(address)
    cluster.restart()
    expect(db.prepare('select 1').pluck().get()).toBe(1)
    expect(other.locks.try('held')).toBe(false)
    cluster.stop()
    expect(() => db.prepare('select 1').get()).toThrow(/does not answer.*what was stored is whole/)
    cluster.start()
    expect(other.locks.try('held')).toBe(true)
    expect(() => db.prepare('select 1').get()).toThrow(/another program took over/)
    db.close()
    other.close()
  })

  it('commits once, also where the answer to the commit is lost', async () => {
    const direct = cluster.database()
    ;(await connect(direct, {})).db.close()
    const proxy = await proxyTo(cluster.port)
    const url = new URL(direct)
    url.port = String(proxy.port)
    const { db } = await connect(url.href, {})
    const watching = openPostgres(direct)
    watching.exec('create table public.counted (n integer)')
    const written = () => watching.prepare('select n from public.counted order by n').pluck().all()
    let tries = 0
    const add = (n: number) =>
      db
        .transaction(() => {
          tries++
          db.prepare('insert into public.counted values (?)').run(n)
          return `added ${n}`
        })
        .immediate()

    proxy.lose('answer')
    expect(add(1)).toBe('added 1')
    expect({ tries, written: written() }).toEqual({ tries: 1, written: [1] })
    proxy.lose('commit')
    expect(add(2)).toBe('added 2')
    expect({ tries, written: written() }).toEqual({ tries: 3, written: [1, 2] })
    expect(proxy.lost()).toBe(2)
    db.close()
    watching.close()
    await proxy.close()
  })
})

/**
 * Stands between client and server, in a thread, for ours waits. Behind the next commit it cuts the line: before the
 * server has it, or when the server has answered and the client does not know.
 */
async function proxyTo(port: number) {
  const what = new Int32Array(new SharedArrayBuffer(8))
  const thread = new Worker(
    `const { createServer, connect } = require('node:net')
    const { workerData: { port, what }, parentPort } = require('node:worker_threads')
    const server = createServer((client) => {
      const behind = connect(port, '127.0.0.1')
      const cut = () => { client.destroy(); behind.destroy() }
      let losing = 0
      for (const socket of [client, behind]) socket.on('error', cut).on('close', cut)
      client.on('data', (data) => {
        if (data.includes('commit') && what[0] > 0) {
          losing = what[0]
          what[0] = 0
          what[1]++
        }
        if (losing === 2) cut()
        else behind.write(data)
      })
      behind.on('data', (data) => {
        if (losing === 1 && data.includes('COMMIT')) cut()
        else client.write(data)
      })
    })
    server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))`,
    { eval: true, workerData: { port, what } },
  )
  const [own] = (await once(thread, 'message')) as [number]
  return {
    port: own,
    lose(which: 'answer' | 'commit') {
      what[0] = which === 'answer' ? 1 : 2
    },
    lost: () => what[1],
    close: () => thread.terminate(),
  }
}
