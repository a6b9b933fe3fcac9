import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { examine } from '../pipeline/batch/doctor.ts'
import { UserError } from '../pipeline/model/errors.ts'
import { queueQuerySchema, verdictRequestSchema } from '../pipeline/review/api.ts'
import { openDesk } from '../pipeline/review/desk.ts'
import { databasePath } from '../pipeline/store/sqlite/connect.ts'
import { makeCorpus } from './corpus/make.ts'
import { rowsOf } from './soak/rows.ts'
import { createRandom } from './train/random.ts'

/*
 * `npm run soak [-- --articles 200 --kills 200 --seed 1 --home DIR]`: runs over made articles are killed (SIGKILL) at
 * moments drawn from the seed; after each the database is examined, and now and then somebody judges a dispute. In the
 * end a run goes through, and the database must hold the rows of one that nobody disturbed, and every verdict. Exit code
 * 1 where not. With a home of its own, what was ended early goes on where it was when it is started again.
 */

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    home: { type: 'string' },
  },
})
const [articles, kills, seed, jobs] = [values.articles, values.kills, values.seed, values.jobs].map(Number)
/** Of so many kills, one is followed by a verdict. */
const JUDGE_EVERY = 5
/** Of so many kills, one is told of. */
const TELL_EVERY = 20

const command = fileURLToPath(new URL('./gainsay.js', import.meta.url))
const home = values.home ?? mkdtempSync(join(tmpdir(), 'gainsay-soak-'))
const undisturbed = { out: join(home, 'undisturbed'), annotations: join(home, 'none') }
const disturbed = { out: join(home, 'disturbed'), annotations: join(home, 'annotations') }

/** A run, killed after so many milliseconds where it is not through by then: true where it was. */
async function gainsayRun(
  { out, annotations }: typeof disturbed,
  { killAfter, force = false }: { readonly killAfter?: number; readonly force?: boolean } = {},
): Promise<boolean> {
  const args = ['run', join(home, 'articles'), '--out', out, '--annotations', annotations, '--quiet']
  const child = spawn(
    process.execPath,
    [command, ...args, '--jobs', String(jobs), ...(force ? ['--force'] : [])],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  if (killAfter === undefined) return (await ended) === 0
  const ending = new AbortController()
  const timer = wait(killAfter, 'late' as const, { signal: ending.signal }).catch(() => 'off' as const)
  const first = await Promise.race([ended, timer])
  if (first === 'late') child.kill('SIGKILL')
  ending.abort()
  await ended
  return first !== 'late'
}

/** Judges the dispute that stands at a place of the queue that the draw gives; null where there is none yet. */
async function judge(draw: number): Promise<string | null> {
  const desk = await openDesk({ ...disturbed, jobs: 1, reviewer: 'soak', version: '0' })
  try {
    const { conflicts } = await desk.queue(queueQuerySchema.parse({}))
    const picked = conflicts[Math.floor(draw * conflicts.length)]
    if (!picked) return null
    const { id, last, evidence } = await desk.conflict(picked.id, {})
    const verdict = { conflict: id, decision: 'both', note: 'between two kills', seen: last, evidence }
    return (await desk.judge(verdictRequestSchema.parse(verdict))).entry.id
  } finally {
    await desk.close()
  }
}

const problemsOf = async (where: typeof disturbed) =>
  (await examine(where)).flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`))

/** How far it is: what a soak that was ended early goes on from. */
interface Progress {
  readonly of: string
  /** Of the undisturbed run, in milliseconds. */
  readonly whole: number
  /** Numbers that were drawn from the seed. */
  draws: number
  killed: number
  /** Runs that were faster than their killer. */
  through: number
  readonly verdicts: string[]
  readonly problems: string[]
}

const progressFile = join(home, 'soak.json')
const of = `${articles} articles, seed ${seed}`

function keepProgress(progress: Progress): void {
  writeFileSync(`${progressFile}.new`, JSON.stringify(progress))
  renameSync(`${progressFile}.new`, progressFile)
}

/** What was reached before, or the beginning: the articles, and a run over them that nobody disturbs. */
async function begin(): Promise<Progress> {
  if (existsSync(progressFile)) {
    const before: Progress = JSON.parse(readFileSync(progressFile, 'utf8'))
    if (before.of !== of) throw new UserError(`here lies a soak of ${before.of}.`, { where: home })
    return before
  }
  mkdirSync(join(home, 'articles'), { recursive: true })
  for (const { name, text } of makeCorpus(articles!, seed!).articles)
    writeFileSync(join(home, 'articles', name), text)
  rmSync(undisturbed.out, { recursive: true, force: true })
  const started = performance.now()
  await gainsayRun(undisturbed)
  return {
    of,
    whole: performance.now() - started,
    draws: 0,
    killed: 0,
    through: 0,
    verdicts: [],
    problems: [],
  }
}

async function soak(): Promise<void> {
  const progress = await begin()
  const { whole, verdicts, problems } = progress
  const random = createRandom(seed!)
  for (let draw = 0; draw < progress.draws; draw++) random()
  const draw = () => {
    progress.draws++
    return random()
  }
  while (progress.killed < kills!) {
    keepProgress(progress)
    // Once all is in, everything is done again, so that there is something to disturb.
    const options = { killAfter: draw() * whole, force: progress.through > 0 }
    if (await gainsayRun(disturbed, options)) progress.through++
    else progress.killed++
    const { killed, through } = progress
    if (killed % TELL_EVERY === 0)
      process.stderr.write(`${killed} of ${kills} kills, ${problems.length} problems\n`)
    // Killed before there was a database: nothing to examine.
    if (!existsSync(databasePath(disturbed.out))) continue
    problems.push(...(await problemsOf(disturbed)).map((problem) => `after kill ${killed}: ${problem}`))
    if ((killed + through) % JUDGE_EVERY === 0) {
      const verdict = await judge(draw())
      if (verdict) verdicts.push(verdict)
    }
  }
  keepProgress(progress)
  if (!(await gainsayRun(disturbed))) problems.push('the last run failed')
  problems.push(...(await problemsOf(disturbed)))
  const [expected, found] = [new Set(rowsOf(undisturbed.out)), new Set(rowsOf(disturbed.out))]
  const human = /^(?:verdict|conflict_status|review_queue|queue_facets)/
  for (const row of expected) if (!found.has(row) && !human.test(row)) problems.push(`missing: ${row}`)
  for (const row of found) if (!expected.has(row) && !human.test(row)) problems.push(`too much: ${row}`)
  const desk = await openDesk({ ...disturbed, jobs: 1, reviewer: 'soak', version: '0' })
  const kept = new Set((await desk.verdicts()).entries.map(({ id }) => id))
  await desk.close()
  for (const id of verdicts) if (!kept.has(id)) problems.push(`verdict ${id} is gone`)
  for (const problem of problems.slice(0, 20)) console.log(problem.slice(0, 400))
  console.log(
    `${articles} articles, ${progress.killed} kills, ${progress.through} runs that were faster, ${verdicts.length} verdicts in between, ${expected.size} rows: ${problems.length} problems.`,
  )
  process.exitCode = problems.length > 0 ? 1 : 0
}

try {
  await soak()
} finally {
  if (values.home === undefined) rmSync(home, { recursive: true, force: true })
}
