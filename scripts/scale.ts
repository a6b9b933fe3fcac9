import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../pipeline/run.ts'
import { openStore } from '../pipeline/store/index.ts'
import { judge } from './corpus/judge.ts'
import { type MadeCorpus, makeCorpus } from './corpus/make.ts'

/*
 * `npm run scale [-- --json] [N ...]`: recall, false alarms and time over corpora of N made articles (100 and 1,000
 * where nothing is asked for), and the time that ten further articles take on top of them.
 */

const SEED = 7
const FURTHER = 10

const json = process.argv.includes('--json')
const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((value) => Number.isInteger(value) && value > 0)
const sizes = asked.length > 0 ? asked : [100, 1_000]

async function measure(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-scale-'))
  const articles = join(folder, 'articles')
  const options = { paths: [articles], out: join(folder, 'out'), annotations: join(folder, 'annotations') }
  try {
    mkdirSync(articles)
    const corpus = makeCorpus(count, SEED)
    write(articles, corpus)
    const first = await run(options)
    const store = await openStore(options.out, { readonly: true })
    const { missedBy, falseBy, ...judged } = judge(corpus.truth, await store.conflicts())
    await store.close()
    write(articles, makeCorpus(FURTHER, SEED, corpus.truth.length))
    const second = await run(options)
    return {
      articles: corpus.articles.length,
      ...judged,
      recall: judged.found / judged.planted,
      falsePerThousand: (judged.falseAlarms / corpus.articles.length) * 1_000,
      seconds: first.seconds,
      secondsForEachAdded: second.seconds / second.counts.new,
      missedBy: Object.fromEntries(missedBy),
      falseBy: Object.fromEntries(falseBy),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string, { articles }: MadeCorpus): void {
  for (const { name, text } of articles) writeFileSync(join(folder, name), text)
}

if (!json)
  console.log('| articles | planted | recall | false alarms per 1,000 | seconds | seconds for each added |')
if (!json)
  console.log('| -------: | ------: | -----: | ---------------------: | ------: | ---------------------: |')
for (const size of sizes) {
  const result = await measure(size)
  if (json) {
    console.log(JSON.stringify(result))
    continue
  }
  const { planted, recall, falsePerThousand, seconds, secondsForEachAdded, missedBy, falseBy } = result
  const cells: readonly (readonly [string, number])[] = [
    [String(result.articles), 8],
    [String(planted), 7],
    [recall.toFixed(2), 6],
    [falsePerThousand.toFixed(1), 22],
    [seconds.toFixed(1), 7],
    [secondsForEachAdded.toFixed(2), 22],
  ]
  console.log(`| ${cells.map(([text, size]) => text.padStart(size)).join(' | ')} |`)
  console.log(`  missed: ${JSON.stringify(missedBy)}\n  false: ${JSON.stringify(falseBy)}`)
}
