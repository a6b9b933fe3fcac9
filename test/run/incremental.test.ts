import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { compareClaims } from '../../pipeline/batch/compare.ts'
import { type PreparedDocument, prepareDocuments } from '../../pipeline/batch/prepare.ts'
import { findingsFingerprint } from '../../pipeline/batch/versions.ts'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import { openStore } from '../../pipeline/store/index.ts'
import { makeCorpus } from '../../scripts/corpus/make.ts'
import { BRIDGE } from './articles.ts'
import { tellAll } from './tell-all.ts'

const KNOWLEDGE = loadKnowledge([shippedAnnotations()])

/** What a person wrote down meanwhile: a name, and that two are one. */
const WRITTEN: Knowledge = {
  ...KNOWLEDGE,
  sha256: 'written',
  entities: [
    ...KNOWLEDGE.entities,
    {
      id: 'fishers',
      type: 'organization',
      name: 'Northern Fishery Council',
      aliases: ['NFC'],
      partOf: [],
      wikidata: null,
    },
    {
      ...{
        id: 'quayle',
        type: 'organization',
        name: 'Quayle Group',
        aliases: [],
        partOf: [],
        wikidata: null,
      },
      sameAs: ['organization:quayle-motors', 'organization:quayle-foods'],
    },
  ],
}

/** Names that only other texts settle: short and full, spelt two ways, an acronym, one name for two kinds of thing. */
const NAMES = {
  'one.md':
    'Ada Rell, the mayor of Velport, opened the Northern Fishery Council (NFC). Rell founded Sandpiper in 1990.',
  'two.md': 'Rell said that the NFC was founded in 1971. MV Sandpiper sank near Velport, and 12 people died.',
  'three.md': 'The Northern Fisheries Council (NFC) was founded in 1973. The Sandpiper carried 40 people.',
  'four.md':
    'Adah Rell, the mayor of Velport, said the Sandpiper carried 60 people. Quayle was founded in 1950.',
  'five.md': 'Quayle Motors was founded in 1952. Tom Rell joined the Northern Fishery Council in 1980.',
  'six.md': 'Quayle Foods closed its plant in Velport in 2001. The NFC did not admit Tom Rell.',
}

let documents: readonly PreparedDocument[] = []

beforeAll(async () => {
  const made = makeCorpus(16, 3).articles.map(({ name, text }) => [name, text] as const)
  const named = Object.entries(NAMES).map(
    ([name, text], at) => [name, `---\npublished: 2033-02-0${at + 1}\n---\n\n${text}\n`] as const,
  )
  for (const [path, text] of [...made, ...named, ...Object.entries(BRIDGE)])
    for (const outcome of await prepareDocuments({ file: path, path, bytes: Buffer.from(text) }, KNOWLEDGE))
      if (outcome.ok) documents = [...documents, outcome.value]
}, 60_000)

/** What happens to a database: texts are taken in or out, and then everything is compared. */
interface Step {
  readonly add?: readonly PreparedDocument[]
  readonly remove?: readonly PreparedDocument[]
  readonly knowledge?: Knowledge
}

async function after(steps: readonly Step[]): Promise<string> {
  const store = await openStore(':memory:')
  const fingerprint = findingsFingerprint(KNOWLEDGE)
  for (const { add = [], remove = [], knowledge = KNOWLEDGE } of steps) {
    const run = await store.startRun(fingerprint)
    for (const { document, evidence } of add) await store.commitDocument(document, evidence, fingerprint, 1)
    for (const { document } of remove) await store.removeSource(document.path)
    await compareClaims(store, knowledge, run)
  }
  const told = await tellAll(store)
  await store.close()
  return told
}

test('texts that come and go in any order and in any batches leave what one batch of those that stay gives', async () => {
  const whole = await after([{ add: documents }])
  expect(whole).toMatch(/"disputes": \[\s+\{[\s\S]+"developments": \[\s+\{[\s\S]+"corroborations": \[\s+\[/)

  const order = fc.shuffledSubarray([...documents.keys()], { minLength: documents.length })
  const cuts = fc.array(fc.nat(documents.length), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(order, cuts, fc.nat(6), async (order, cuts, leaving) => {
      const arriving = order.map((at) => documents[at]!)
      const bounds = [0, ...cuts.sort((a, b) => a - b), arriving.length]
      const steps: Step[] = bounds.slice(1).map((end, at) => ({ add: arriving.slice(bounds[at]!, end) }))
      const [gone, left] = [arriving.slice(0, leaving), arriving.slice(leaving)]
      expect(await after([...steps, { remove: gone }, { add: gone }])).toBe(whole)
      expect(await after([...steps, { remove: gone }])).toBe(await after([{ add: left }]))
    }),
    { numRuns: 5 },
  )
}, 120_000)

test('what people write down moves whom it names, and taking it back undoes it', async () => {
  const [some, rest] = [documents.slice(0, 20), documents.slice(20)]
  const written = await after([{ add: documents, knowledge: WRITTEN }])
  expect(written).toContain('"quayle"')
  expect(await after([{ add: some }, { knowledge: WRITTEN }, { add: rest, knowledge: WRITTEN }])).toBe(
    written,
  )
  expect(await after([{ add: documents, knowledge: WRITTEN }, {}])).toBe(await after([{ add: documents }]))
}, 60_000)

test('a dispute whose id a merge moves is found by the old one', async () => {
  const store = await openStore(':memory:')
  const fingerprint = findingsFingerprint(KNOWLEDGE)
  const run = await store.startRun(fingerprint)
  for (const { document, evidence } of documents)
    await store.commitDocument(document, evidence, fingerprint, run)
  const about = async (name: string) =>
    (await store.conflicts({ about: name, type: 'time' })).map(({ id }) => id)
  await compareClaims(store, KNOWLEDGE, run)
  const [old] = await about('Northern Fishery Council')
  await compareClaims(store, WRITTEN, run)
  const [moved] = await about('fishers')
  expect(moved).not.toBe(old)
  const shown = await store.show(old!)
  expect(shown?.kind === 'conflict' && shown.conflict.id).toBe(moved)
  await store.close()
}, 60_000)
