import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import { annotate } from '../pipeline/annotate.ts'
import { findTimes } from '../pipeline/dates/index.ts'
import { findMentions } from '../pipeline/entities/index.ts'
import { loadKnowledge, shippedAnnotations } from '../pipeline/knowledge/index.ts'
import type { Source } from '../pipeline/model/document.ts'
import { packageRoot } from '../pipeline/model/package-root.ts'
import { findQuantities } from '../pipeline/quantities/index.ts'
import { listSources, readSource } from '../pipeline/read/index.ts'
import { segmentBlocks, segmentWords } from '../pipeline/segment/index.ts'

/*
 * `npm run bench [-- --json] [PATH...]`: how fast one core annotates, beside bare compromise on the same texts in the
 * same run, for a machine's speed says nothing by itself. The two take turns; medians are compared. Then what the stages
 * behind the tagger cost, as a share of the tagger's own time in the same round.
 */

const ROUNDS = 7

interface Timing {
  readonly name: string
  readonly wordsPerSecond: number
  readonly slowest: number
  readonly fastest: number
}

const json = process.argv.includes('--json')
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const root = packageRoot()
const { files } = await listSources(paths.length > 0 ? paths : [join(root, 'sources')])
const sources = files.map(({ file, path }) => readSource(file, readFileSync(file), path))
const words = sources.reduce((total, { text }) => total + text.split(/\s+/).filter(Boolean).length, 0)
const knowledge = loadKnowledge([shippedAnnotations()])

const contestants: readonly { readonly name: string; readonly run: (source: Source) => unknown }[] = [
  { name: 'gainsay annotate', run: (source) => annotate(source, knowledge) },
  { name: 'bare compromise', run: ({ text }) => nlp(text) },
]

function measure(run: (source: Source) => unknown): number {
  const started = performance.now()
  for (const source of sources) run(source)
  return words / ((performance.now() - started) / 1000)
}

/** Milliseconds that each stage takes for all texts. */
interface StageTimes {
  tagging: number
  dates: number
  quantities: number
  entities: number
}

function measureStages(): StageTimes {
  const times: StageTimes = { tagging: 0, dates: 0, quantities: 0, entities: 0 }
  const timed = <T>(stage: keyof StageTimes, work: () => T): T => {
    const started = performance.now()
    const result = work()
    times[stage] += performance.now() - started
    return result
  }
  for (const source of sources) {
    const blocked = { ...source, blocks: segmentBlocks(source) }
    const worded = { ...blocked, ...timed('tagging', () => segmentWords(blocked)) }
    const dated = { ...worded, times: timed('dates', () => findTimes(worded)) }
    const measured = { ...dated, quantities: timed('quantities', () => findQuantities(dated)) }
    timed('entities', () => findMentions(measured, knowledge))
  }
  return times
}

const rates = contestants.map(() => [] as number[])
for (const { run } of contestants) measure(run)
const rounds: StageTimes[] = []
for (let round = 0; round < ROUNDS; round++) {
  rounds.push(measureStages())
  contestants.forEach(({ run }, index) => {
    rates[index]!.push(measure(run))
  })
}

const timings = contestants.map(({ name }, index): Timing => {
  const sorted = rates[index]!.sort((a, b) => a - b)
  return { name, wordsPerSecond: sorted[sorted.length >> 1]!, slowest: sorted[0]!, fastest: sorted.at(-1)! }
})
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!
const STAGES = ['dates', 'quantities', 'entities'] as const
const shares = STAGES.map((stage) => ({
  stage,
  ofTagging: median(rounds.map((times) => times[stage] / times.tagging)),
}))
const together = median(
  rounds.map(({ tagging, dates, quantities, entities }) => (dates + quantities + entities) / tagging),
)
const ratio = timings[0]!.wordsPerSecond / timings[1]!.wordsPerSecond

if (json) {
  console.log(
    JSON.stringify({ texts: sources.length, words, rounds: ROUNDS, timings, ratio, shares, together }),
  )
} else {
  const figure = (value: number) => Math.round(value).toLocaleString('en-GB').padStart(8)
  console.log(`${sources.length} texts, ${words} words, median of ${ROUNDS} rounds on one core\n`)
  console.log('| words a second   |   median |  slowest |  fastest |')
  console.log('| ---------------- | -------: | -------: | -------: |')
  for (const { name, wordsPerSecond, slowest, fastest } of timings) {
    console.log(
      `| ${name.padEnd(16)} | ${figure(wordsPerSecond)} | ${figure(slowest)} | ${figure(fastest)} |`,
    )
  }
  console.log(`\ngainsay annotate runs at ${ratio.toFixed(2)} times the speed of bare compromise.`)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  console.log('\n| stage      | of the time that tagging and parsing take |')
  console.log('| ---------- | ----------------------------------------: |')
  for (const { stage, ofTagging } of [...shares, { stage: 'together', ofTagging: together }])
    console.log(`| ${stage.padEnd(10)} | ${percent(ofTagging).padStart(41)} |`)
}
