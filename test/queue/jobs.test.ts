import { setTimeout as wait } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openBoss } from '../../pipeline/queue/boss.ts'
import { giveBackOfTheDead, type Job, signOn, takeJobs } from '../../pipeline/queue/jobs.ts'
import { type Line, openLine } from '../../pipeline/queue/line.ts'
import { settle } from '../../pipeline/queue/settle.ts'
import { COMPARING } from '../../pipeline/store/compare.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import { keyOf } from '../../pipeline/store/postgres/locks.ts'
import { scratch } from '../run/articles.ts'
import { freshDatabase, postgresBinaries } from '../support/postgres.ts'
import { inFolder, startWorker, writeArticles } from './workers.ts'

/** A queue with articles in it that nobody has taken yet. */
async function filledQueue() {
  const home = scratch()
  const articles = writeArticles(home, 2)
  const db = await freshDatabase()
  expect((await inFolder(home, 'run', 'articles', '--db', db, '--detach')).code).toBe(0)
  return { home, db, articles }
}

/** A worker's hands, in this process. */
async function worker(db: string) {
  const line = await openLine(db, 'test')
  onTestFinished(() => line.close())
  const boss = await openBoss(line)
  return { line, boss, number: await signOn(line) }
}

const FAILED = { from: 0, outcomes: [{ ok: false, reason: 'unreadable' } as const], last: true }
const SETTLING = { fingerprintOf: () => ({ pipelineVersion: '', annotationsSha256: '' }), besideSha256: null }
const settled = (store: Store, boss: PgBoss, job: Job) => settle(store, boss, job, FAILED, SETTLING)

describe.skipIf(!postgresBinaries)('files in a queue', () => {
  it('go to one worker each', async () => {
    const { db, articles } = await filledQueue()
    const [one, other] = [await worker(db), await worker(db)]
    const taken = await Promise.all(
      [one, other].map(({ line, boss, number }) => takeJobs(line, boss, number, articles - 1)),
    )
    expect(new Set(taken.flat().map(({ path }) => path)).size).toBe(articles)
    expect(taken.flat()).toHaveLength(articles)
    expect(await giveBackOfTheDead(one.line, one.boss)).toBe(0)
  })

  it('are done once, whoever is first, and not while somebody compares', async () => {
    const { db } = await filledQueue()
    const { line, boss, number } = await worker(db)
    const [job] = await takeJobs(line, boss, number, 1)
    const store = await openStore(db)
    onTestFinished(() => store.close())
    await line.ask('select pg_advisory_lock($1, $2)', keyOf(COMPARING))
    expect(await settled(store, boss, job!)).toBe('busy')
    await line.ask('select pg_advisory_unlock($1, $2)', keyOf(COMPARING))
    expect(await settled(store, boss, job!)).toBe('done')
    expect(await settled(store, boss, job!)).toBe('gone')
    expect((await store.failures()).map(({ path }) => path)).toEqual([job!.path])
  })

  it('are failures where they end one worker after the other, and are read alone before', async () => {
    const { home, db, articles } = await filledQueue()
    const alone: boolean[] = []
    for (let death = 0; death < 6; death++) {
      const dying = await worker(db)
      const jobs = await takeJobs(dying.line, dying.boss, dying.number, articles)
      expect(jobs).toHaveLength(articles)
      alone.push(jobs.every((job) => job.alone))
      await dying.line.close()
      const next = await worker(db)
      expect(await freed(next.line, next.boss)).toBe(articles)
    }
    expect(alone).toEqual([false, false, true, true, true, true])
    expect(await startWorker(home, db, '--until-done').ended).toBe(0)
    const { failures, run, documents } = JSON.parse(
      (await inFolder(home, 'status', '--db', db, '--json')).stdout,
    )
    expect([documents, run.counts.failed, failures.length]).toEqual([0, articles, articles])
    expect(failures[0].reason).toMatch(/6 workers in a row ended while they read this file/)
  })
})

/** The server needs a moment to see that somebody is gone. */
async function freed(line: Line, boss: PgBoss): Promise<number> {
  for (;;) {
    const count = await giveBackOfTheDead(line, boss)
    if (count > 0) return count
    await wait(20)
  }
}
