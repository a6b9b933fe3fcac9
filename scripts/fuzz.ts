import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findClaims } from '../pipeline/claims/index.ts'
import { collectEvidence } from '../pipeline/conflicts/index.ts'
import { findTimes } from '../pipeline/dates/index.ts'
import { findMentions } from '../pipeline/entities/index.ts'
import { loadKnowledge, shippedAnnotations } from '../pipeline/knowledge/index.ts'
import { UserError } from '../pipeline/model/errors.ts'
import { packageRoot } from '../pipeline/model/package-root.ts'
import { findQuantities } from '../pipeline/quantities/index.ts'
import { listSources, readSource } from '../pipeline/read/index.ts'
import { segmentBlocks } from '../pipeline/segment/blocks.ts'
import { detectLanguage } from '../pipeline/segment/language.ts'
import { segmentWords } from '../pipeline/segment/words.ts'
import { faults } from './fuzz/faults.ts'
import { mutate, type Sample } from './fuzz/mutate.ts'
import { createRandom } from './train/random.ts'

/*
 * `npm run fuzz [-- --documents 20000 --seed 1 --keep DIR] [ARTICLE...]`: documents made of articles (those of sources/
 * where none are named) by changes drawn from the seed go through every stage. Nothing may throw, no span may leave its
 * text, and no stage may take over a second for 100 kB. What breaks that is kept in DIR. Exit code 1 where something does.
 */

const { values, positionals } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
  allowPositionals: true,
})
const [documents, seed] = [Number(values.documents), Number(values.seed)]
/** Of a stage, in milliseconds, on so many characters or fewer. */
const LONGEST = 1000

const knowledge = loadKnowledge([shippedAnnotations()])
const paths = positionals.length > 0 ? positionals : [join(packageRoot(), 'sources')]
const articles = listSources(paths).files.map(({ file }) => readFileSync(file, 'utf8'))
const draw = createRandom(seed)
const slowest = new Map<string, number>()
const findings: string[] = []

/** One sample's way through the stages, as `annotate` goes it, each timed. */
function through({ name, text }: Sample): readonly string[] {
  const late: string[] = []
  const stage = <T>(called: string, work: () => T): T => {
    // The processor's time, not the clock's: others may use the machine.
    const before = process.cpuUsage()
    const made = work()
    const { user, system } = process.cpuUsage(before)
    const took = (user + system) / 1000
    slowest.set(called, Math.max(slowest.get(called) ?? 0, took))
    if (took > LONGEST) late.push(`${called} took ${Math.round(took)} ms`)
    return made
  }
  const source = stage('read', () => readSource(name, Buffer.from(text), name))
  const blocked = stage('blocks', () => {
    const blocks = segmentBlocks(source)
    return { ...source, ...detectLanguage(source, blocks) }
  })
  const worded = { ...blocked, ...stage('words', () => segmentWords(blocked)) }
  const timed = { ...worded, times: stage('dates', () => findTimes(worded)) }
  const measured = { ...timed, quantities: stage('quantities', () => findQuantities(timed)) }
  const linked = { ...measured, ...stage('entities', () => findMentions(measured, knowledge)) }
  const document = { ...linked, claims: stage('claims', () => findClaims(linked, knowledge)) }
  stage('evidence', () => collectEvidence(document))
  return [...faults(document), ...late]
}

// The models are loaded before anything is timed.
through({ name: 'first.md', text: articles[0]! })
slowest.clear()
for (let number = 1; number <= documents; number++) {
  const sample = mutate(articles, draw)
  let found: readonly string[]
  try {
    found = through(sample)
  } catch (error) {
    // What is wrong with a file is told, and is no crash.
    found = error instanceof UserError ? [] : [`threw ${(error as Error).stack}`]
  }
  for (const finding of found) findings.push(`document ${number}: ${finding}`)
  if (found.length > 0 && values.keep) {
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(join(values.keep, `${number}-${sample.name}`), sample.text)
  }
  if (number % 1000 === 0) process.stderr.write(`${number} of ${documents}, ${findings.length} findings\n`)
}
for (const finding of findings.slice(0, 20)) console.log(finding.slice(0, 600))
const times = [...slowest].map(([called, took]) => `${called} ${Math.round(took)} ms`).join(', ')
console.log(`${documents} documents, seed ${seed}: ${findings.length} findings. Slowest by stage: ${times}.`)
process.exitCode = findings.length > 0 ? 1 : 0
