import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledge, shippedAnnotations } from '../pipeline/knowledge/index.ts'
import { packageRoot } from '../pipeline/model/package-root.ts'
import { listSources, readSource } from '../pipeline/read/index.ts'
import { compareAnnotators } from './bench/annotators.ts'
import { shareOfTagging } from './bench/stages.ts'
import { measureRuns, measureStart } from './bench/whole-runs.ts'

/*
 * `npm run bench [-- --json] [PATH...]`: how fast texts are read, beside two libraries on the same texts in the same run,
 * for a machine's speed says nothing by itself; what the stages cost beside the tagger; how fast whole batches are.
 * What is compared takes turns; medians are given.
 */

const ROUNDS = 7
const RUNS = 1

const json = process.argv.includes('--json')
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const { files } = listSources(paths.length > 0 ? paths : [join(packageRoot(), 'sources')])
const sources = files.map(({ file, path }) => readSource(file, readFileSync(file), path))
const words = sources.reduce((total, { text }) => total + text.split(/\s+/).filter(Boolean).length, 0)
const knowledge = loadKnowledge([shippedAnnotations()])

const rates = compareAnnotators(sources, words, knowledge, ROUNDS)
const shares = shareOfTagging(sources, knowledge, ROUNDS)
const { runs, sideBySide } = await measureRuns(sources, RUNS)
const start = measureStart(ROUNDS)
const compromise = rates.find(({ name }) => name === 'bare compromise')!.median
const residentMegabytes = process.resourceUsage().maxRSS / 1024

if (json) {
  console.log(
    JSON.stringify({
      texts: sources.length,
      words,
      rounds: ROUNDS,
      rates,
      shares,
      runs,
      sideBySide,
      start,
      residentMegabytes,
    }),
  )
} else {
  const figure = (value: number) => Math.round(value).toLocaleString('en-GB')
  const row = (name: string, ...cells: string[]) =>
    console.log(`| ${name.padEnd(36)} | ${cells.map((cell) => cell.padStart(9)).join(' | ')} |`)
  const ruled = (name: string, ...cells: string[]) => {
    row(name, ...cells)
    console.log(`| ${'-'.repeat(36)} | ${cells.map(() => `${'-'.repeat(8)}:`).join(' | ')} |`)
  }
  console.log(`${sources.length} texts, ${figure(words)} words; medians of ${ROUNDS} rounds\n`)
  ruled('words a second on one core', 'median', 'slowest', 'fastest', 'ratio')
  for (const { name, median, slowest, fastest } of rates)
    row(name, figure(median), figure(slowest), figure(fastest), (median / compromise).toFixed(2))
  for (const { jobs, wordsPerSecond } of runs)
    row(
      `gainsay run, --jobs ${jobs}`,
      figure(wordsPerSecond),
      '',
      '',
      (wordsPerSecond / compromise).toFixed(2),
    )
  console.log()
  ruled('share of the time of the tagger', 'median')
  for (const { name, share } of shares) row(name, `${(share * 100).toFixed(1)} %`)
  console.log()
  ruled('whole runs, articles of 1,000 words', 'figure')
  for (const { jobs, articlesPerSecond } of runs)
    row(`articles a second, --jobs ${jobs}`, articlesPerSecond.toFixed(1))
  row('two jobs against one', (runs[1]!.wordsPerSecond / runs[0]!.wordsPerSecond).toFixed(2))
  row('two runs side by side against one', (sideBySide / runs[0]!.wordsPerSecond).toFixed(2))
  row('bytes of the database for each claim', figure(runs[0]!.bytesPerClaim))
  row('most memory of reading alone, in megabytes', figure(residentMegabytes))
  row('gainsay --help, in milliseconds', figure(start))
}
