import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../scripts/train/random.ts'
import { scratch, write } from '../run/articles.ts'
import {
  type Cluster,
  freshDatabase,
  ownCluster,
  postgresBinaries,
  sharedCluster,
} from '../support/postgres.ts'
import { exportsOf, inFolder, startWorker, type Worker, writeArticles } from './workers.ts'

/** What one process made of the articles of a folder, on SQLite. */
async function undisturbed(home: string) {
  const { code, stderr } = await inFolder(home, 'run', 'articles', '--out', 'sqlite', '--jobs', '1')
  expect([code, stderr]).toEqual([0, ''])
  return exportsOf(join(home, 'sqlite'))
}

describe.skipIf(!postgresBinaries)('a queue of several workers', () => {
  it('gives what one process gives, cell by cell, and takes nothing twice', async () => {
    const home = scratch()
    const articles = writeArticles(home, 24)
    const db = await freshDatabase()
    for (let i = 0; i < 3; i++) startWorker(home, db)
    const { code, stdout } = await inFolder(home, 'run', 'articles', '--db', db, '--out', 'postgres')
    expect(code).toBe(0)
    expect(stdout).toContain(`${articles} new, 0 changed, 0 unchanged, 0 failed`)
    expect(exportsOf(join(home, 'postgres'))).toEqual(await undisturbed(home))
    const again = await inFolder(home, 'run', 'articles', '--db', db, '--out', 'postgres')
    expect(again.stdout).toContain(`0 new, 0 changed, ${articles} unchanged, 0 failed`)
  })

  it('loses nothing where workers are killed', async () => {
    const home = scratch()
    const articles = writeArticles(home, 24)
    const cluster = await sharedCluster()
    const db = cluster.database()
    const random = createRandom(3)
    const workers: Worker[] = [1, 2, 3].map(() => startWorker(home, db))
    const running = inFolder(home, 'run', 'articles', '--db', db, '--out', 'postgres')
    for (const done of [1, 6, 12, 18]) {
      await until(() => doneIn(cluster, db) >= done)
      const at = Math.floor(random() * workers.length)
      workers[at]!.process.kill('SIGKILL')
      workers[at] = startWorker(home, db)
    }
    expect((await running).stdout).toContain(`${articles} new, 0 changed, 0 unchanged, 0 failed`)
    expect(exportsOf(join(home, 'postgres'))).toEqual(await undisturbed(home))
  })

  it('goes on where the database was restarted', async () => {
    const home = scratch()
    const articles = writeArticles(home, 24)
    const cluster = await ownCluster()
    try {
      const db = cluster.database()
      const workers = [startWorker(home, db), startWorker(home, db)]
      const running = inFolder(home, 'run', 'articles', '--db', db, '--out', 'postgres')
      await until(() => doneIn(cluster, db) > 2)
      cluster.restart('immediate')
      await until(() => doneIn(cluster, db) > 12)
      cluster.restart('fast')
      expect((await running).stdout).toContain(`${articles} new, 0 changed, 0 unchanged, 0 failed`)
      expect(exportsOf(join(home, 'postgres'))).toEqual(await undisturbed(home))
      for (const worker of workers) worker.process.kill('SIGTERM')
      expect(await Promise.all(workers.map(endOf))).toEqual(['0', '0'])
    } finally {
      cluster.remove()
    }
  })

  it('leaves the queue to workers that come later, and tells how far it is', async () => {
    const home = scratch()
    const articles = writeArticles(home, 6)
    write(join(home, 'articles'), { 'broken.pdf': '%PDF-1.7 and nothing behind it' })
    const db = await freshDatabase()
    const left = await inFolder(home, 'run', 'articles', '--db', db, '--detach', '--json')
    expect([left.code, JSON.parse(left.stdout)]).toEqual([0, { run: 1, queued: articles + 1 }])
    const before = JSON.parse((await inFolder(home, 'status', '--db', db, '--json')).stdout)
    expect(before.queue).toMatchObject({
      run: 1,
      waiting: articles + 1,
      active: 0,
      done: 0,
      workers: 0,
      comparing: false,
    })
    expect(await endOf(startWorker(home, db, '--until-done'))).toBe('0')
    const after = JSON.parse((await inFolder(home, 'status', '--db', db, '--json')).stdout)
    expect(after).toMatchObject({ documents: articles, queue: { run: null, waiting: 0, workers: 0 } })
    expect(after.run.counts).toEqual({ new: articles, changed: 0, unchanged: 0, failed: 1 })
    expect(after.failures).toMatchObject([{ path: 'articles/broken.pdf' }])
  })

  it('gives nothing to a worker that knows other names', async () => {
    const home = scratch()
    writeArticles(home, 2)
    mkdirSync(join(home, 'other'))
    writeFileSync(
      join(home, 'other', 'entities.yaml'),
      '- id: norwick-bridge\n  type: facility\n  name: Norwick Bridge\n',
    )
    const db = await freshDatabase()
    await inFolder(home, 'run', 'articles', '--db', db, '--detach')
    const other = startWorker(home, db, '--annotations', join(home, 'other'))
    await until(() => /other annotations/.test(other.said()))
    expect(other.said()).toMatch(
      /Run 1 was started with other annotations than those in .*other: this worker takes none/,
    )
    expect(await endOf(startWorker(home, db, '--until-done'))).toBe('0')
    expect(other.said().match(/Run 1/g)).toHaveLength(1)
  })

  it('ends what an earlier run left behind, when told to', async () => {
    const home = scratch()
    const articles = writeArticles(home, 5)
    const db = await freshDatabase()
    await inFolder(home, 'run', 'articles', '--db', db, '--detach')
    const next = await inFolder(home, 'run', 'articles', '--db', db, '--detach', '--drop', '--json')
    expect(JSON.parse(next.stdout)).toEqual({ run: 2, queued: articles })
    expect(await endOf(startWorker(home, db, '--until-done'))).toBe('0')
    const { run, documents } = JSON.parse((await inFolder(home, 'status', '--db', db, '--json')).stdout)
    expect([documents, run.counts.new]).toEqual([articles, articles])
  })
})

/** Files that are done, as the queue's own table says. */
function doneIn(cluster: Cluster, db: string): number {
  const name = new URL(db).pathname.slice(1)
  const there = cluster.command("select to_regclass('gainsay_queue.files') is not null", name)
  return there.trim() === 't'
    ? Number(cluster.command('select count(done) from gainsay_queue.files', name))
    : 0
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(100)
}

/** "0", or what a worker said before it ended otherwise. */
async function endOf(worker: Worker): Promise<string> {
  const code = await worker.ended
  return code === 0 ? '0' : `${code}: ${worker.said()}`
}
