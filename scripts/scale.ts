import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../pipeline/run.ts'
import { openStore } from '../pipeline/store/index.ts'
import { judge } from './corpus/judge.ts'
import { type MadeCorpus, makeCorpus } from './corpus/make.ts'
import { type Pairing, pairClaims } from './corpus/pair-claims.ts'
import { startWork, type Work } from './corpus/work.ts'

/*
 * `npm run scale [-- --json] [N ...]`: recall, false alarms and time over corpora of N made articles (100 and 1,000
 * where nothing is asked for); the time that the same run takes again with nothing changed; and that ten further
 * articles take on top of them, beside what they take alone. `--claims N`: what it takes to find whom each of N made
 * claims may dispute, and each of one article's claims more; with `--db ADDRESS` in an empty PostgreSQL database.
 */

const SEED = 7
const FURTHER = 10

const json = process.argv.includes('--json')
const numbers = process.argv.map(Number)
const isCount = (value: number | undefined): value is number => Number.isInteger(value) && value! > 0
const claims = numbers[process.argv.indexOf('--claims') + 1]
const asked = numbers.filter((value, at) => at > 1 && isCount(value) && process.argv[at - 1] !== '--claims')

/** In a folder that is gone afterwards. */
async function apart<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-scale-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(paths: readonly string[], out: string): Promise<Work> {
  const finish = startWork()
  await run({ paths, out, annotations: join(out, 'annotations') })
  return finish()
}

function write(folder: string, { articles }: MadeCorpus): string {
  mkdirSync(folder)
  for (const { name, text } of articles) writeFileSync(join(folder, name), text)
  return folder
}

const measure = (count: number) =>
  apart(async (folder) => {
    const corpus = makeCorpus(count, SEED)
    const articles = write(join(folder, 'articles'), corpus)
    const further = write(join(folder, 'further'), makeCorpus(FURTHER, SEED, corpus.truth.length))
    const out = join(folder, 'out')
    const first = await timed([articles], out)
    const store = await openStore(out, { readonly: true })
    const { missedBy, falseBy, ...judged } = judge(corpus.truth, await store.conflicts())
    await store.close()
    return {
      articles: corpus.articles.length,
      ...judged,
      recall: judged.found / judged.planted,
      falsePerThousand: (judged.falseAlarms / corpus.articles.length) * 1_000,
      first,
      unchanged: await timed([articles], out),
      added: await timed([further], out),
      alone: await timed([further], join(folder, 'alone')),
      megabytes: process.resourceUsage().maxRSS / 1_000,
      missedBy: Object.fromEntries(missedBy),
      falseBy: Object.fromEntries(falseBy),
    }
  })

const seconds = ({ seconds, cpu }: Work) => `${seconds.toFixed(1)} (${cpu.toFixed(1)})`

function print(cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

function tellPairing({ claims, filing, pairing, pairs, bounded, added }: Pairing): void {
  console.log(`${claims} claims filed in ${seconds(filing)} s; ${pairs} pairs found in ${seconds(pairing)} s`)
  console.log(
    `  ${bounded} blocks bounded; ${added.claims} claims more: ${added.pairs} pairs, ${added.cpu} s`,
  )
}

if (process.argv.includes('--claims')) {
  if (!isCount(claims)) throw new RangeError('--claims needs a number of claims')
  const db = process.argv.includes('--db') ? process.argv[process.argv.indexOf('--db') + 1] : undefined
  const pairing = await apart((folder) => pairClaims(claims, SEED, db ?? folder))
  if (json) console.log(JSON.stringify(pairing))
  else tellPairing(pairing)
} else {
  if (!json)
    console.log('Seconds on the wall clock (of the processor, all threads); MB at most, threads included.')
  if (!json)
    print(['articles', 'planted', 'recall', 'false per 1,000', 'run', 'again', '+10', '10 alone', 'MB'])
  if (!json) print(Array.from({ length: 9 }, () => '---:'))
  for (const size of asked.length > 0 ? asked : [100, 1_000]) {
    const result = await measure(size)
    if (json) {
      console.log(JSON.stringify(result))
      continue
    }
    const { articles, planted, recall, falsePerThousand, first, unchanged, added, alone, megabytes } = result
    print([
      ...[articles, planted, recall.toFixed(2), falsePerThousand.toFixed(1)],
      ...[first, unchanged, added, alone].map(seconds),
      megabytes.toFixed(0),
    ])
    console.log(`  missed: ${JSON.stringify(result.missedBy)}\n  false: ${JSON.stringify(result.falseBy)}`)
  }
}
