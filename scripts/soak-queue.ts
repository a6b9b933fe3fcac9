import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeCorpus } from './corpus/make.ts'
import { createRandom } from './train/random.ts'

/*
 * `npm run soak:queue -- --db postgres://user@host/empty [--articles 2000 --workers 3 --every 2 --seed 1 --home DIR]`: made
 * articles go through a queue while a random one of the workers is killed (SIGKILL) every so many seconds (0: never) and
 * another started in its place. In the end the exports must be, byte for byte, those of one process on SQLite. Tells the
 * articles a second of both; workers are warm before the first article. Exit code 1 where anything differs.
 */

const { values } = parseArgs({
  options: {
    db: { type: 'string' },
    articles: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '3' },
    every: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    home: { type: 'string' },
  },
})
const [articles, workers, every, seed] = [values.articles, values.workers, values.every, values.seed].map(
  Number,
) as [number, number, number, number]
const { db } = values
const command = fileURLToPath(new URL('./gainsay.js', import.meta.url))
const home = values.home ?? mkdtempSync(join(tmpdir(), 'gainsay-soak-queue-'))
const FILES = ['claims.csv', 'conflicts.csv', 'disputes.csv']
/** Time for a worker to load the language model. */
const WARM_MILLISECONDS = 8000

function start(...args: readonly string[]): ChildProcess {
  const options = ['--annotations', join(home, 'none'), '--quiet']
  return spawn(process.execPath, [command, ...args, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** What `gainsay run --json` tells. */
async function run(...args: readonly string[]): Promise<{ documents: { new: number }; seconds: number }> {
  const child = start('run', join(home, 'articles'), '--json', ...args)
  let said = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk) => {
    said += chunk
  })
  await new Promise((resolve) => child.on('close', resolve))
  return JSON.parse(said)
}

const worker = () => start('work', '--db', db!, '--jobs', '1')
const rate = (seconds: number) => `${(articles / seconds).toFixed(1)} articles a second`

async function disturbed() {
  const random = createRandom(seed)
  const alive = Array.from({ length: workers }, worker)
  await wait(WARM_MILLISECONDS)
  let kills = 0
  const running = run('--db', db!, '--out', join(home, 'queue'))
  const through = running.then(() => true)
  while (!(await Promise.race([through, wait(every > 0 ? every * 1000 : 60_000, false)]))) {
    if (every === 0) continue
    const at = Math.floor(random() * alive.length)
    alive[at]!.kill('SIGKILL')
    alive[at] = worker()
    kills++
  }
  for (const child of alive) child.kill('SIGTERM')
  return { kills, ...(await running) }
}

try {
  if (!db) throw new Error('--db names an empty database')
  mkdirSync(join(home, 'articles'), { recursive: true })
  for (const { name, text } of makeCorpus(articles, seed).articles)
    writeFileSync(join(home, 'articles', name), text)
  const plain = join(home, 'plain')
  if (!existsSync(join(plain, 'claims.csv'))) {
    const { seconds } = await run('--out', plain, '--jobs', '1')
    console.log(`SQLite, one job: ${seconds.toFixed(1)} s, ${rate(seconds)}`)
  }
  const { kills, documents, seconds } = await disturbed()
  console.log(
    `PostgreSQL, ${workers} workers, ${kills} kills: ${seconds.toFixed(1)} s, ${rate(seconds)}; ${JSON.stringify(documents)}`,
  )
  const different = FILES.filter(
    (name) => !readFileSync(join(plain, name)).equals(readFileSync(join(home, 'queue', name))),
  )
  console.log(different.length > 0 ? `different: ${different.join(', ')}` : 'the same, byte for byte')
  process.exitCode = different.length > 0 ? 1 : 0
} finally {
  if (values.home === undefined) rmSync(home, { recursive: true, force: true })
}
