import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Findings } from '../../pipeline/model/corpus.ts'
import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import { type ComparisonWork, openStore, type Store } from '../../pipeline/store/index.ts'
import { verdictOn } from '../review/verdict.ts'
import { freshDatabase, postgresBinaries } from '../support/postgres.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sample, sampleConflict, sampleEntity } from './sample.ts'

let folder: string
/** Where the database of the test is. */
let where: string
let store: Store

const HARBOUR = sample({
  path: 'harbour.txt',
  text: 'Ferry lost 🚢 at sea\r\nThe ferry Alma sank in 2031.\r\nThe mayor said 40 people died.\n',
  metadata: { title: 'Ferry lost', publisher: 'Harbour Post', author: 'Ada Quay', published: '2031-05' },
  claims: [
    {
      quote: 'The ferry Alma sank in 2031',
      subject: 'The ferry Alma',
      relation: 'sank',
      time: '2031',
      entity: 'facility:alma',
    },
    { quote: 'The mayor said 40 people died', subject: '40 people', relation: 'died', speaker: 'The mayor' },
  ],
})
const WIRE = sample({
  path: 'wire.txt',
  text: 'According to rumour the Alma sank in 2030.',
  claims: [
    {
      quote: 'According to rumour the Alma sank in 2030',
      subject: 'the Alma',
      relation: 'sank',
      time: '2030',
      factuality: 'rumoured',
      entity: 'facility:the-alma',
    },
  ],
})
const [SANK_2031, DIED] = HARBOUR.claims.map(({ id }) => id) as [string, string]
const [SANK_2030] = WIRE.claims.map(({ id }) => id) as [string]

const DATABASES = [
  { database: 'SQLite', place: async () => folder, left: false },
  { database: 'PostgreSQL', place: freshDatabase, left: postgresBinaries === null },
] as const

async function commitAll(...documents: readonly AnnotatedDocument[]) {
  const run = await store.startRun(FINGERPRINT)
  const outcomes = []
  for (const document of documents) {
    outcomes.push(await store.commitDocument(document, EVIDENCE, FINGERPRINT, run))
  }
  return { run, outcomes }
}

async function saveIn(run: number, findings: Findings) {
  await store.saveFindings(findings, FINGERPRINT, run)
}

/** What comparing is given. */
async function given<T>(ask: (work: ComparisonWork) => T): Promise<T> {
  const answers: T[] = []
  const made = { findings: FINGERPRINT, comparison: FINGERPRINT }
  await store.compare(made, await store.startRun(FINGERPRINT), (work) => {
    answers.push(ask(work))
    return []
  })
  return answers[0]!
}

describe.each(DATABASES)('the store on $database', ({ database, place, left }) => {
  beforeEach(async (context) => {
    if (left) context.skip('PostgreSQL is not installed')
    folder = mkdtempSync(join(tmpdir(), 'gainsay-store-'))
    where = await place()
    store = await openStore(where, { now: () => '2026-01-01T00:00:00.000Z' })
  })
  afterEach(async () => {
    if (left) return
    await store.close()
    rmSync(folder, { recursive: true })
  })

  describe('documents', () => {
    it('come back as they were stored, from a database opened again', async () => {
      await commitAll(WIRE, HARBOUR)
      await store.close()
      store = await openStore(where)

      const [harbour, wire] = await given(({ touched, texts }) => {
        expect([...touched].sort()).toEqual([HARBOUR.id, WIRE.id].sort())
        return [HARBOUR, WIRE].map(({ id }) => ({
          document: texts.document(id),
          entities: texts.entities(id),
          claims: texts.keys([SANK_2031, DIED]).map(texts.claim),
        }))
      })
      expect(harbour!.claims.map(({ claim }) => claim)).toEqual(HARBOUR.claims)
      expect(harbour!.claims[1]!.sentence).toBe('The mayor said 40 people died.')
      expect(harbour!.entities).toEqual([sampleEntity('facility:alma')])
      expect(await given(({ touched }) => touched)).toEqual([])
      expect(harbour!.document).toMatchObject({
        publisher: 'Harbour Post',
        publishedEarliest: '2031-05-01',
        publishedLatest: '2031-05-31',
        publishedBasis: 'front matter',
        evidence: EVIDENCE,
      })
      expect(wire!.document).toMatchObject({ path: 'wire.txt', title: null, publishedEarliest: null })

      const [source] = await store.sources()
      expect(source!.text).toBe(HARBOUR.text)
      expect(source!.metadata).toEqual(HARBOUR.metadata)
      const [claim] = await store.claims()
      expect(claim).toMatchObject({ line: 2, quote: 'The ferry Alma sank in 2031' })
    })

    it('are new, then unchanged; a changed text steps in front of the old one, which stays', async () => {
      expect((await commitAll(HARBOUR)).outcomes).toEqual(['new'])
      expect((await commitAll(HARBOUR)).outcomes).toEqual(['unchanged'])
      const edited = sample({
        path: 'harbour.txt',
        text: 'The ferry Alma sank in 2032.',
        claims: [{ quote: 'The ferry Alma sank in 2032', subject: 'The ferry Alma', relation: 'sank' }],
      })
      expect((await commitAll(edited)).outcomes).toEqual(['changed'])

      expect((await store.claims()).map(({ quote }) => quote)).toEqual(['The ferry Alma sank in 2032'])
      expect((await store.sources()).map(({ id, revisionOf }) => ({ id, revisionOf }))).toEqual([
        { id: edited.id, revisionOf: HARBOUR.id },
      ])
      const old = await store.show(SANK_2031)
      expect(old).toMatchObject({
        kind: 'claim',
        claim: { document: { current: false, path: 'harbour.txt' } },
      })

      expect((await commitAll(HARBOUR)).outcomes).toEqual(['changed'])
      expect((await store.claims()).map(({ claim }) => claim.id)).toEqual([SANK_2031, DIED])
    })

    it('with the same text are one, known at both paths', async () => {
      await commitAll(HARBOUR, { ...HARBOUR, path: 'a-copy.txt' })
      const sources = await store.sources()
      expect(sources.map(({ path, alsoAt }) => ({ path, alsoAt }))).toEqual([
        { path: 'a-copy.txt', alsoAt: ['harbour.txt'] },
      ])
      expect([...(await store.knownSources()).keys()]).toEqual(['a-copy.txt', 'harbour.txt'])
      expect(await store.claims()).toHaveLength(2)
    })

    it('are stored whole or not at all', async () => {
      await commitAll(WIRE)
      const broken = { ...HARBOUR, claims: [...HARBOUR.claims, { ...HARBOUR.claims[0]!, id: null as never }] }
      await expect(commitAll(broken)).rejects.toThrow(/NOT NULL|null value/)
      expect((await store.sources()).map(({ path }) => path)).toEqual(['wire.txt'])
      expect(await store.search('mayor')).toEqual([])
    })

    it('clear the failure of their path, and no other', async () => {
      const { run } = await commitAll()
      await store.recordFailure('harbour.txt', 'harbour.txt: is empty.', run)
      await store.recordFailure('other.txt', 'other.txt: is empty.', run)
      await commitAll(HARBOUR)
      expect(await store.failures()).toEqual([{ path: 'other.txt', reason: 'other.txt: is empty.', run }])
    })
  })

  describe('claims', () => {
    it('are found by entity, by alias in any case, and across a merge that touches no claim', async () => {
      await commitAll(HARBOUR, WIRE)
      await given(({ entities, naming }) => {
        entities.put({ ...sampleEntity('alma'), name: 'MV Alma', aliases: ['Alma Élan'] })
        for (const entity of ['facility:alma', 'facility:the-alma'])
          naming.redirects.put({ entity, canonical: 'alma' })
      })
      const about = async (name: string) => (await store.claims({ about: name })).map(({ quote }) => quote)
      const both = ['The ferry Alma sank in 2031', 'According to rumour the Alma sank in 2030']
      expect(await about('mv ALMA')).toEqual(both)
      expect(await about('alma élan')).toEqual(both)
      expect(await about('facility:the-alma')).toEqual(both)
      expect(await about('Berta')).toEqual([])
      const [first] = await store.claims()
      expect(first).toMatchObject({ subjectEntity: 'alma', claim: { subject: { entity: 'facility:alma' } } })
    })

    it('are found by words in a row where no entity has the name', async () => {
      await commitAll(HARBOUR, WIRE)
      expect((await store.claims({ about: '40 people' })).map(({ claim }) => claim.id)).toEqual([DIED])
      expect(await store.claims({ about: 'people 40' })).toEqual([])
    })

    it('pass the filters together', async () => {
      await commitAll(HARBOUR, WIRE)
      const ids = async (filter: Parameters<Store['claims']>[0]) =>
        (await store.claims(filter)).map(({ claim }) => claim.id)
      expect(await ids({ type: 'sank' })).toEqual([SANK_2031, SANK_2030])
      expect(await ids({ type: 'sank', source: 'harbour POST' })).toEqual([SANK_2031])
      expect(await ids({ factuality: 'rumoured' })).toEqual([SANK_2030])
      expect(await ids({ limit: 1, offset: 1 })).toEqual([DIED])
      expect(await ids({ onlyInConflict: true })).toEqual([])
    })

    it('are new in the run that saw their text first', async () => {
      const { run: first } = await commitAll(HARBOUR)
      const { run: second } = await commitAll(HARBOUR, WIRE)
      const ids = async (run: number) =>
        (await store.claims({ firstSeenRun: run })).map(({ claim }) => claim.id)
      expect(await ids(first)).toEqual([SANK_2031, DIED])
      expect(await ids(second)).toEqual([SANK_2030])
    })

    it('are found by their words, whatever signs the words hold', async () => {
      await commitAll(HARBOUR, WIRE)
      expect((await store.search('PEOPLE mayors')).map(({ claim }) => claim.id)).toEqual([DIED])
      expect(await store.search('mayor AND " NEAR( *')).toEqual([])
      expect(await store.search('" * (')).toEqual([])
    })
  })

  describe('findings', () => {
    it('come back with evidence, context and quoted spans', async () => {
      const { run } = await commitAll(HARBOUR, WIRE)
      const conflict = sampleConflict('sinking', [SANK_2031], [SANK_2030])
      const quotes = [{ document: HARBOUR.id, start: 11, end: 13 }]
      const full = {
        ...conflict,
        context: [DIED],
        positions: [conflict.positions[0]!, { ...conflict.positions[1]!, quotes }],
      }
      const corroborations = [
        { topic: conflict.topic, claims: [SANK_2031], independentSources: 3, independence: '3 texts' },
      ]
      const steps = [{ asOf: '2031-05-02', answer: '40', claims: [DIED] }]
      const developments = [{ id: 'v_1', topic: conflict.topic, question: 'How many died?', steps }]
      await saveIn(run, { ...findingsOf(full), corroborations, developments, bounded: ['one block'] })

      const [read] = await store.conflicts()
      expect(read).toMatchObject({ ...full, status: 'open', verdict: null, firstSeenRun: run })
      expect(read!.positions[1]!.evidence.map(({ quote }) => quote)).toEqual([
        'According to rumour the Alma sank in 2030',
        '🚢',
      ])
      expect(read!.positions[1]!.evidence[1]).toMatchObject({ sentence: 'Ferry lost 🚢 at sea', line: 1 })
      expect(await store.developments()).toEqual(developments)
      expect(await store.bounded()).toEqual(['one block'])
      const [claim, died] = await store.claims()
      expect(claim).toMatchObject({
        topics: [conflict.topic],
        conflicts: [{ id: conflict.id, types: ['quantity', 'time'], strength: 'contradiction' }],
        independentSources: 3,
      })
      expect(died).toMatchObject({ topics: [], conflicts: [], independentSources: null })
    })

    it('are out of date as soon as a document is stored, and not before', async () => {
      const { run } = await commitAll(HARBOUR)
      expect(await store.findingsFingerprint()).toBeNull()
      await saveIn(run, findingsOf())
      expect(await store.findingsFingerprint()).toEqual(FINGERPRINT)
      await commitAll()
      expect(await store.findingsFingerprint()).toEqual(FINGERPRINT)
      await commitAll(WIRE)
      expect(await store.findingsFingerprint()).toBeNull()
    })

    it('still show what is found again, until new ones are saved', async () => {
      const { run } = await commitAll(HARBOUR, WIRE)
      await saveIn(run, findingsOf(sampleConflict('sinking', [SANK_2031, DIED], [SANK_2030])))
      const [sank] = HARBOUR.claims
      const reworded = {
        ...sank!,
        text: 'The ferry Alma went down in 2031.',
        factuality: 'reported' as const,
      }
      await commitAll({ ...HARBOUR, claims: [reworded] })

      const [conflict] = await store.conflicts()
      expect(conflict!.positions.map(({ evidence }) => evidence.map(({ claim }) => claim?.text))).toEqual([
        ['The ferry Alma went down in 2031.'],
        ['the Alma sank .'],
      ])
      expect((await store.search('went down')).map(({ claim }) => claim)).toEqual([reworded])
      expect(await store.search('mayor')).toEqual([])
      expect(await store.show(DIED)).toBeNull()
    })

    it('tell what is new in a run, also after the conflict was away for one', async () => {
      const { run: first } = await commitAll(HARBOUR, WIRE)
      const sinking = sampleConflict('sinking', [SANK_2031], [SANK_2030])
      await saveIn(first, findingsOf(sinking))
      expect((await store.summarize(first)).newConflicts.map(({ id }) => id)).toEqual([sinking.id])

      const { run: second } = await commitAll()
      await saveIn(second, findingsOf())
      expect(await store.conflicts()).toEqual([])

      const { run: third } = await commitAll()
      const toll = sampleConflict('toll', [DIED], [SANK_2030])
      await saveIn(third, findingsOf(sinking, toll))
      const summary = await store.summarize(third)
      expect(summary.newConflicts.map(({ id }) => id)).toEqual([toll.id])
      expect(summary).toMatchObject({
        documents: 2,
        claims: 3,
        conflicts: 2,
        gained: [],
        withoutDate: ['wire.txt'],
      })
    })

    it('tell which positions gained a source, once', async () => {
      const { run: first } = await commitAll(HARBOUR, WIRE)
      await saveIn(first, findingsOf(sampleConflict('sinking', [SANK_2031], [SANK_2030])))
      expect((await store.summarize(first)).gained).toEqual([])

      const { run: second } = await commitAll()
      const grown = findingsOf(sampleConflict('sinking', [SANK_2031, DIED], [SANK_2030]))
      await saveIn(second, grown)
      await saveIn(second, grown)
      const { gained } = await store.summarize(second)
      expect(gained.map(({ position }) => position)).toMatchObject([
        { number: 1, independentSources: 2, previousSources: 1, gainedInRun: second },
      ])

      const { run: third } = await commitAll()
      await saveIn(third, grown)
      expect((await store.summarize(third)).gained).toEqual([])
    })

    it('set a decided conflict apart once evidence arrives that was not judged', async () => {
      const { run } = await commitAll(HARBOUR, WIRE)
      const before = sampleConflict('sinking', [SANK_2031], [SANK_2030])
      await saveIn(run, findingsOf(before))
      const [open] = await store.conflicts()
      const verdict = verdictOn(open!, { held: 1, note: 'seen the log book' })
      await store.indexVerdicts([verdictOn(open!, { decision: 'undecided' }), verdict])
      const { id, reviewer, at, note } = verdict
      const kept = { id, conflict: before.id, decision: 'position', reviewer, at, note }
      const judged = { position: before.positions[0]!.id, claims: [SANK_2031, SANK_2030] }
      expect(await store.conflicts()).toMatchObject([{ status: 'decided', verdict: { ...kept, ...judged } }])
      expect((await store.summarize(run)).decidedWithNewEvidence).toEqual([])

      await saveIn(run, findingsOf(sampleConflict('sinking', [SANK_2031], [SANK_2030, DIED])))
      expect(await store.conflicts({ status: 'decided' })).toEqual([])
      expect((await store.summarize(run)).decidedWithNewEvidence.map(({ id }) => id)).toEqual([before.id])
    })

    it('pass the filters', async () => {
      const { run } = await commitAll(HARBOUR, WIRE)
      const sinking = sampleConflict('sinking', [SANK_2031], [SANK_2030])
      const toll = { ...sampleConflict('toll', [DIED], [SANK_2031]), strength: 'detail' as const, score: 0.9 }
      await saveIn(run, findingsOf(sinking, toll))
      const ids = async (filter?: Parameters<Store['conflicts']>[0]) =>
        (await store.conflicts(filter)).map(({ id }) => id)
      expect(await ids()).toEqual([toll.id, sinking.id])
      expect(await ids({ strength: 'detail' })).toEqual([toll.id])
      expect(await ids({ type: 'time', source: 'WIRE.txt' })).toEqual([sinking.id])
      expect(await ids({ type: 'name' })).toEqual([])
      expect(await ids({ about: 'rumour' })).toEqual([sinking.id])
      expect(await ids({ firstSeenRun: run + 1 })).toEqual([])
      expect(await ids({ limit: 1 })).toEqual([toll.id])
    })

    it('pass the filters of an export, disputes and their claims alike', async () => {
      const { run } = await commitAll(HARBOUR)
      await commitAll(WIRE)
      const sinking = sampleConflict('sinking', [SANK_2031], [SANK_2030])
      const other = sampleConflict('toll', [SANK_2030], [SANK_2030])
      await saveIn(run + 1, findingsOf(sinking, other))
      const shown = await store.show(other.id)
      if (shown?.kind === 'conflict') await store.indexVerdicts([verdictOn(shown.conflict)])
      const ids = async (filter: Parameters<Store['streamConflicts']>[0] & { onlyInConflict?: true }) => {
        const found: string[] = []
        for await (const { id } of store.streamConflicts(filter)) found.push(id)
        for await (const { claim } of store.streamClaims(filter)) found.push(claim.id)
        return found
      }
      expect(await ids({ onlyDecided: true })).toEqual([other.id, SANK_2030])
      expect(await ids({ publishedSince: '2031-05-03' })).toEqual([sinking.id, SANK_2031, DIED])
      expect(await ids({ publishedSince: '2032-01-01' })).toEqual([])
      expect((await ids({ changedSinceRun: run })).sort()).toEqual([sinking.id, other.id, SANK_2030].sort())
      expect(await ids({ changedSinceRun: run + 1 })).toEqual([])
      expect(await ids({ relation: 'died', onlyInConflict: true })).toEqual([SANK_2031, SANK_2030])
    })
  })

  it('shows what an id, its beginning or a path means, and nothing for what several share', async () => {
    const { run } = await commitAll(HARBOUR, WIRE)
    const conflict = sampleConflict('sinking', [SANK_2031], [SANK_2030])
    await saveIn(run, findingsOf(conflict))
    expect(await store.show(conflict.id.slice(0, 12))).toMatchObject({
      kind: 'conflict',
      conflict: { id: conflict.id },
    })
    expect(await store.show('wire.txt')).toMatchObject({
      kind: 'document',
      claims: [{ claim: { id: SANK_2030 } }],
    })
    expect(await store.show(conflict.topic)).toMatchObject({
      kind: 'topic',
      topic: { conflicts: [conflict.id] },
    })
    expect(await store.show('c_')).toBeNull()
    expect(await store.show('nothing')).toBeNull()
  })

  it('keeps runs, with an interrupted one left open', async () => {
    await store.startRun(FINGERPRINT)
    const counts = { new: 1, changed: 2, unchanged: 3, failed: 4 }
    await store.finishRun(await store.startRun(FINGERPRINT), counts)
    const started = '2026-01-01T00:00:00.000Z'
    expect(await store.runs()).toEqual([
      { id: 1, started, finished: null, counts: null, ...FINGERPRINT },
      { id: 2, started, finished: started, counts, ...FINGERPRINT },
    ])
  })

  it.skipIf(database !== 'SQLite')('is of use to plain sqlite3', async (context) => {
    const { run } = await commitAll(HARBOUR, WIRE)
    await saveIn(run, findingsOf(sampleConflict('sinking', [SANK_2031], [SANK_2030])))
    const ask = (sql: string) =>
      execFileSync('sqlite3', [join(folder, 'claims.db'), sql], { encoding: 'utf8' }).trim()
    try {
      execFileSync('sqlite3', ['--version'])
    } catch {
      context.skip('sqlite3 is not installed')
    }
    expect(ask('select publisher, line, quote, attributed_to from claim_with_source limit 2')).toBe(
      'Harbour Post|2|The ferry Alma sank in 2031|\nHarbour Post|3|The mayor said 40 people died|The mayor',
    )
    expect(ask('select position, path, line, quote from conflict_with_positions')).toBe(
      '1|harbour.txt|2|The ferry Alma sank in 2031\n2|wire.txt|1|According to rumour the Alma sank in 2030',
    )
  })
})
