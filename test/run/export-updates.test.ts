import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { compareClaims } from '../../pipeline/batch/compare.ts'
import { linkCopies } from '../../pipeline/batch/link-copies.ts'
import { maskDocument } from '../../pipeline/batch/mask.ts'
import { type PreparedDocument, prepareDocuments } from '../../pipeline/batch/prepare.ts'
import { findingsFingerprint } from '../../pipeline/batch/versions.ts'
import { writeExports } from '../../pipeline/batch/write-exports.ts'
import { layOver } from '../../pipeline/corrections/lay-over.ts'
import { exportFindings, updateFindings } from '../../pipeline/export/index.ts'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import type { Correction } from '../../pipeline/model/correction.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import type { LogEntry } from '../../pipeline/model/verdict.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import { makeCorpus } from '../../scripts/corpus/make.ts'
import { undoOf, verdictOn } from '../review/verdict.ts'
import { BRIDGE, LANTERN, scratch } from './articles.ts'

const KNOWLEDGE = loadKnowledge([shippedAnnotations()])
const FINGERPRINT = findingsFingerprint(KNOWLEDGE)
const FILES = ['claims.csv', 'conflicts.csv', 'disputes.csv']

/** Texts about the same things under several names; one is a reprint, one appears twice, of one there are two versions. */
const NAMED: readonly (readonly [path: string, text: string])[] = [
  ['quayle-one.md', 'Quayle was founded in 1950. Ada Rell, the mayor of Velport, opened the plant.'],
  ['quayle-two.md', 'Quayle Motors was founded in 1952. Rell said that the plant in Velport was closed.'],
  ['quayle-three.md', 'Quayle Foods closed its plant in Velport in 2001, and 40 people lost their jobs.'],
  [
    'again/quayle-two.md',
    'Quayle Motors was founded in 1952. Rell said that the plant in Velport was closed.',
  ],
  ['quayle-three.md', 'Quayle Foods closed its plant in Velport in 2003, and 60 people lost their jobs.'],
]
/** Three that say the same, each in words of its own: nobody disputes it. */
const AGREEING = [
  'Fishermen gathered at dusk. Ada Rell founded the Velport Museum in 1890.',
  'Old maps show another coast. The archive is closed. Ada Rell founded the Velport Museum in 1890.',
  'Painters love the hill, and so do goats. In 1890, Ada Rell founded the Velport Museum.',
].map(
  (text, at) =>
    [
      `museum-${at}.md`,
      `---\npublisher: Museum ${at}\npublished: 2032-01-0${at + 1}\n---\n\n${text}\n`,
    ] as const,
)
const ADDRESSED = ['https://example.org/bridge?a', 'https://example.org/bridge?a'].map(
  (url, at) =>
    [
      `site/${at}.md`,
      `---\npublished: 2021-04-0${at + 1}\nurl: ${url}\npublisher: Site\n---\n\nThe Norwick Bridge was built in ${1926 + at}.\n`,
    ] as const,
)

let documents: readonly PreparedDocument[] = []
let written: Knowledge = KNOWLEDGE

beforeAll(async () => {
  const made = makeCorpus(12, 5).articles.map(({ name, text }) => [name, text] as const)
  const named = NAMED.map(
    ([path, text], at) =>
      [path, `---\npublisher: Paper ${at}\npublished: 2033-02-0${at + 1}\n---\n\n${text}\n`] as const,
  )
  const all = [
    ...made,
    ...named,
    ...AGREEING,
    ...ADDRESSED,
    ...Object.entries(BRIDGE),
    ['lantern.md', LANTERN] as const,
  ]
  for (const [path, text] of all)
    for (const outcome of await prepareDocuments({ file: path, path, bytes: Buffer.from(text) }, KNOWLEDGE))
      if (outcome.ok) documents = [...documents, outcome.value]
  expect(documents).toHaveLength(all.length)
  const quayle = { type: 'organization', aliases: [], partOf: [], wikidata: null } as const
  written = {
    ...KNOWLEDGE,
    sha256: 'written',
    entities: [
      ...KNOWLEDGE.entities,
      {
        ...{ ...quayle, id: 'quayle', name: 'Quayle Group' },
        sameAs: ['organization:quayle', 'organization:quayle-motors', 'organization:quayle-foods'],
      },
    ],
  }
}, 60_000)

/** People's words on a text: its first claim is none, its publisher and its date are others, it stands elsewhere. */
function correctionsOf({ document }: PreparedDocument, at: number): readonly Correction[] {
  const { textSha256, claims } = document
  const by = { textSha256, reviewer: 'Ada', at: `2031-01-01T00:00:${10 + at}Z`, note: '' }
  const source = { ...by, kind: 'source', path: null } as const
  const change = (field: 'publisher' | 'published' | 'url', after: string) => [{ field, before: null, after }]
  return [
    { ...by, id: `k_${at}_claim`, kind: 'not-a-claim', found: claims[0]! },
    { ...source, id: `k_${at}_publisher`, changes: change('publisher', 'Renamed Paper') },
    { ...source, id: `k_${at}_published`, changes: change('published', '2021-03-01') },
    { ...source, id: `k_${at}_url`, changes: change('url', 'https://example.org/bridge?a') },
  ]
}

type Change =
  | { readonly kind: 'add' | 'remove'; readonly texts: readonly number[] }
  | { readonly kind: 'correct' | 'judge'; readonly which: number }
  | { readonly kind: 'undo' | 'merge' | 'nothing' | 'crash' }
  | { readonly kind: 'edit' | 'delete'; readonly file: string }

/** A database with its folder of exports, and what people wrote so far. */
async function newsroom() {
  const out = scratch()
  const store = await openStore(':memory:')
  let knowledge: Knowledge = KNOWLEDGE
  const log: LogEntry[] = []
  const corrected = new Set<Correction>()
  const all = documents.flatMap(correctionsOf)
  const apply = async (change: Change, run: number): Promise<void> => {
    if (change.kind === 'add')
      for (const at of change.texts) {
        const { document, evidence } = documents[at]!
        await store.commitDocument(document, evidence, FINGERPRINT, run)
      }
    if (change.kind === 'remove')
      for (const at of change.texts) await store.removeSource(documents[at]!.document.path)
    if (change.kind === 'merge') knowledge = knowledge === KNOWLEDGE ? written : KNOWLEDGE
    if (change.kind === 'correct') {
      const one = all[change.which % all.length]!
      if (!corrected.delete(one)) corrected.add(one)
    }
    const conflicts = await store.conflicts()
    if (change.kind === 'judge' && conflicts.length > 0) {
      const conflict = conflicts[change.which % conflicts.length]!
      log.push(verdictOn(conflict, { held: 1, note: 'n', at: `2031-06-01T12:00:${10 + log.length}Z` }))
    }
    const verdict = log.findLast((entry) => entry.kind === 'verdict')
    if (change.kind === 'undo' && verdict) log.push(undoOf(verdict, `2031-06-02T12:00:${10 + log.length}Z`))
    if (change.kind === 'edit') appendFileSync(join(out, change.file), 'edited')
    if (change.kind === 'delete') rmSync(join(out, change.file), { force: true })
    // The files are there, and whoever wrote them is gone before it could say so.
    if (change.kind === 'crash') await updateFindings(store, out, { mask: maskDocument }, null)
  }
  return {
    store,
    out,
    /** What `run` does behind reading. */
    async change(change: Change) {
      const run = await store.startRun(FINGERPRINT)
      await apply(change, run)
      const known = { ...knowledge, corrections: [...corrected] }
      await store.indexVerdicts(log)
      await layOver(store, known)
      await linkCopies(store)
      await compareClaims(store, known, run)
      return writeExports(store, out)
    },
  }
}

const read = (folder: string) =>
  Object.fromEntries(FILES.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

async function wholly(store: Store) {
  const folder = scratch()
  await exportFindings(store, folder, { mask: maskDocument })
  return read(folder)
}

test('whatever changed, the files are byte for byte what writing all of them anew gives', async () => {
  const text = fc.nat(documents.length - 1)
  const changes = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('add' as const), texts: fc.array(text, { maxLength: 3 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('remove' as const),
        texts: fc.array(text, { minLength: 1, maxLength: 2 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('correct' as const, 'judge' as const), which: fc.nat() }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('undo' as const, 'merge' as const, 'nothing' as const, 'crash' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('edit' as const, 'delete' as const),
        file: fc.constantFrom(...FILES),
      }),
    },
  )
  const first = fc.subarray([...documents.keys()], { minLength: 12 })
  let copied = 0
  await fc.assert(
    fc.asyncProperty(first, fc.array(changes, { minLength: 5, maxLength: 8 }), async (texts, changes) => {
      const { store, out, change } = await newsroom()
      for (const step of [{ kind: 'add' as const, texts }, ...changes]) {
        copied += (await change(step))?.copied ?? 0
        expect(read(out)).toEqual(await wholly(store))
      }
      await store.close()
    }),
    { numRuns: 6 },
  )
  expect(copied).toBeGreaterThan(50)
}, 120_000)

test('only what changed is made again', async () => {
  const { store, out, change } = await newsroom()
  const of = (path: string) => documents.findIndex(({ document }) => document.path === path)
  const later = [of('lantern.md'), of('museum-2.md')]
  const texts = [...documents.keys()].filter((at) => !later.includes(at))
  const whole = (await change({ kind: 'add', texts }))!
  expect(whole.copied).toBe(0)
  expect(await change({ kind: 'nothing' })).toBeNull()

  // A new text, those that it agrees or differs with, and their dispute in two files.
  const { made, copied } = (await change({ kind: 'add', texts: [of('lantern.md')] }))!
  expect(made).toBeLessThanOrEqual(8)
  expect(made + copied).toBeGreaterThan(whole.made)
  expect(read(out)).toEqual(await wholly(store))

  // Two texts that agree already have one witness more.
  const again = (await change({ kind: 'add', texts: [of('museum-2.md')] }))!
  expect([again.made, read(out)]).toEqual([3, await wholly(store)])

  const judged = (await change({ kind: 'judge', which: 0 }))!
  expect(judged.made).toBeLessThanOrEqual(6)

  writeFileSync(join(out, 'disputes.csv'), '')
  expect((await change({ kind: 'nothing' }))!.copied).toBe(0)
  await store.close()
})
