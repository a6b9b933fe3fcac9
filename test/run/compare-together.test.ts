import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actsOf, compareClaims, compareTogether, helpComparing } from '../../pipeline/batch/compare.ts'
import { type PreparedDocument, prepareDocuments } from '../../pipeline/batch/prepare.ts'
import { comparisonFingerprint, findingsFingerprint } from '../../pipeline/batch/versions.ts'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import { type ComparisonActs, openStore, type Store } from '../../pipeline/store/index.ts'
import { makeCorpus } from '../../scripts/corpus/make.ts'
import { freshDatabase, postgresBinaries } from '../support/postgres.ts'
import { tellAll } from './tell-all.ts'

const KNOWLEDGE = loadKnowledge([shippedAnnotations()])
const FINGERPRINT = findingsFingerprint(KNOWLEDGE)
const MADE = { findings: FINGERPRINT, comparison: comparisonFingerprint(KNOWLEDGE) }
/** So few claims in a unit that there are several. */
const PORTION = 20

let documents: readonly PreparedDocument[] = []

beforeAll(async () => {
  for (const { name: path, text } of makeCorpus(24, 5).articles)
    for (const outcome of await prepareDocuments({ file: path, path, bytes: Buffer.from(text) }, KNOWLEDGE))
      if (outcome.ok) documents = [...documents, outcome.value]
}, 60_000)

async function takeIn(store: Store, some: readonly PreparedDocument[]): Promise<number> {
  const run = await store.startRun(FINGERPRINT)
  for (const { document, evidence } of some) await store.commitDocument(document, evidence, FINGERPRINT, run)
  return run
}

/** What one process finds in SQLite. */
async function alone(some: readonly PreparedDocument[]): Promise<string> {
  const store = await openStore(':memory:')
  await compareClaims(store, KNOWLEDGE, await takeIn(store, some))
  const told = await tellAll(store)
  await store.close()
  return told
}

describe.skipIf(postgresBinaries === null)('several processes that compare', () => {
  let [one, other]: [Store?, Store?] = []

  beforeEach(async () => {
    const address = await freshDatabase()
    one = await openStore(address)
    other = await openStore(address)
  })
  afterEach(async () => {
    await one?.close()
    await other?.close()
  })

  test('never judge the same claims, and find what one alone finds', async () => {
    const run = await takeIn(one!, documents)
    const judged: string[] = []
    const acts = (name: string, meanwhile = () => {}): ComparisonActs => {
      const usual = actsOf(KNOWLEDGE, PORTION)
      return {
        ...usual,
        judge(portion, isNew, work) {
          judged.push(`${portion} ${name}`)
          meanwhile()
          usual.judge(portion, isNew, work)
        },
      }
    }
    // The store works at once, and only its answer is a promise: the other judges while this one's unit is open.
    let helped: Promise<number> | null = null
    const help = () => {
      helped ??= other!.judgeWaiting(acts('other'), run)
    }
    await one!.compareTogether(MADE, run, acts('one', help))
    expect(await helped).toBeGreaterThan(1)
    expect(judged[0]).toBe('1 one')
    expect(judged.slice(1).every((line) => line.endsWith('other'))).toBe(true)
    expect(new Set(judged.map((line) => line.split(' ')[0])).size).toBe(judged.length)
    expect(await tellAll(one!)).toBe(await alone(documents))
    expect(await helpComparing(other!, KNOWLEDGE, run)).toBe(0)
  }, 60_000)

  test('go on from where one ended, also when texts came and went meanwhile', async () => {
    const run = await takeIn(one!, documents.slice(0, 20))
    const usual = actsOf(KNOWLEDGE, PORTION)
    const dying: ComparisonActs = {
      ...usual,
      judge(portion, isNew, work) {
        if (portion === 2) throw new Error('ended in the middle')
        usual.judge(portion, isNew, work)
      },
    }
    await expect(one!.compareTogether(MADE, run, dying)).rejects.toThrow('ended in the middle')
    await one!.removeSource(documents[0]!.document.path)
    const next = await takeIn(other!, documents.slice(20))
    await compareTogether(other!, KNOWLEDGE, next)
    expect(await tellAll(other!)).toBe(await alone(documents.slice(1)))
  }, 60_000)
})
