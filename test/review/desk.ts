import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Conflict } from '../../pipeline/model/conflict.ts'
import type { VerdictRequest } from '../../pipeline/review/api.ts'
import { verdictRequestSchema } from '../../pipeline/review/api.ts'
import { type Desk, openDesk } from '../../pipeline/review/desk.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sample, sampleConflict } from '../store/sample.ts'

export const TIDE = sample({
  path: 'tide.txt',
  text: 'The gate at Orm was shut in 2031.\nThe pumps failed on Monday.\nForty boats were lost.',
  metadata: { publisher: 'Orm Tide', published: '2031-05-02', title: 'A gate is shut' },
  claims: [
    {
      quote: 'The gate at Orm was shut in 2031',
      subject: 'The gate',
      relation: 'was shut',
      time: '2031',
      entity: 'facility:orm-gate',
    },
    { quote: 'The pumps failed on Monday', subject: 'The pumps', relation: 'failed' },
    { quote: 'Forty boats were lost', subject: 'Forty boats', relation: 'were lost' },
  ],
})
export const GULL = sample({
  path: 'gull.txt',
  text: 'They say the gate was shut in 2029.\nThe pumps never failed.\nSome thirty boats were lost.',
  metadata: { publisher: 'The Gull', published: '2031-06', title: 'Years of silt' },
  claims: [
    {
      quote: 'They say the gate was shut in 2029',
      subject: 'the gate',
      relation: 'was shut',
      time: '2029',
      factuality: 'rumoured',
      entity: 'facility:orm-gate',
    },
    { quote: 'The pumps never failed', subject: 'The pumps', relation: 'failed' },
    { quote: 'Some thirty boats were lost', subject: 'thirty boats', relation: 'were lost' },
  ],
})

export const id = (document: typeof TIDE, at: number) => document.claims[at]!.id

export const GATE = sampleConflict('gate', [id(TIDE, 0)], [id(GULL, 0)])
export const PUMPS = {
  ...sampleConflict('pumps', [id(TIDE, 1)], [id(GULL, 1)]),
  score: 0.4,
  types: ['polarity' as const],
}
export const BOATS = {
  ...sampleConflict('boats', [id(TIDE, 2)], [id(GULL, 2)]),
  score: 0.3,
  strength: 'detail' as const,
}

/** A folder of its own with two texts and three disputes; gone after the test. */
export async function room(...conflicts: readonly Conflict[]) {
  return roomIn(null, conflicts)
}

/** The same, with the database at an address instead of in the folder. */
export async function roomIn(db: string | null, conflicts: readonly Conflict[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-review-'))
  const [out, annotations] = [join(folder, 'out'), join(folder, 'annotations')]
  const closing: (() => Promise<void>)[] = []
  leaving.push(async () => {
    for (const close of closing.reverse()) await close()
    rmSync(folder, { recursive: true })
  })
  const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(db ?? out)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }
  /** What a run does that finds these disputes. */
  const find = (...found: readonly Conflict[]) =>
    withStore(async (store) => {
      const run = await store.startRun(FINGERPRINT)
      for (const document of [TIDE, GULL]) await store.commitDocument(document, EVIDENCE, FINGERPRINT, run)
      await store.saveFindings(findingsOf(...found), FINGERPRINT, run)
      await store.finishRun(run, { new: 2, changed: 0, unchanged: 0, failed: 0 })
    })
  await find(...(conflicts.length > 0 ? conflicts : [GATE, PUMPS, BOATS]))
  let minute = 0
  return {
    folder,
    place: { out, ...(db !== null && { db }) },
    out,
    annotations,
    log: join(annotations, 'verdicts.jsonl'),
    find,
    withStore,
    async desk(reviewer = 'Ada'): Promise<Desk> {
      const now = () => `2031-07-01T10:${String(minute++).padStart(2, '0')}:00.000Z`
      const desk = await openDesk({ out, annotations, jobs: 1, reviewer, version: '0', now })
      closing.push(() => desk.close())
      return desk
    },
    closing,
  }
}

const leaving: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave()
})

/** A verdict on a dispute as the desk shows it now. */
export async function judge(
  desk: Desk,
  conflict: Pick<Conflict, 'id'>,
  request: Partial<VerdictRequest> & { readonly held?: number } = {},
) {
  return desk.judge(verdictRequestSchema.parse(await asked(desk, conflict, request)))
}

/** The request that judges a dispute as the desk shows it now. */
export async function asked(
  desk: Desk,
  { id }: Pick<Conflict, 'id'>,
  { held, ...request }: Partial<VerdictRequest> & { readonly held?: number } = {},
): Promise<VerdictRequest> {
  const { last, evidence, positions } = await desk.conflict(id, {})
  const position = held === undefined ? null : positions[held - 1]!.id
  const decision = position === null ? 'both' : 'position'
  return { conflict: id, decision, position, seen: last, evidence, ...request }
}
