import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Source } from '../../pipeline/model/document.ts'
import { median } from './median.ts'

/** A batch from files to database and CSV, everything included. */
export interface WholeRun {
  readonly jobs: number
  readonly wordsPerSecond: number
  readonly articlesPerSecond: number
  /** Of the database, index and full text included. */
  readonly bytesPerClaim: number
}

const WORDS = 1000
/** Of so many articles a run is made: enough that the start of its threads is not most of it. */
const ARTICLES = 240

/** The texts' paragraphs again and again, in articles of about a thousand words. */
function articlesOf(sources: readonly Source[]): readonly string[] {
  const paragraphs = sources.flatMap(({ text }) => text.split(/\n\s*\n/))
  const articles: string[] = []
  for (let at = 0; articles.length < ARTICLES; ) {
    const article = [`# Article ${articles.length + 1}`]
    for (let words = 0; words < WORDS; at++) {
      const paragraph = paragraphs[at % paragraphs.length]!
      article.push(paragraph)
      words += paragraph.split(/\s+/).length
    }
    articles.push(article.join('\n\n'))
  }
  return articles
}

const COMMAND = fileURLToPath(new URL('../gainsay.js', import.meta.url))

/** One `gainsay run`, from the shell's side: its start and its end included, nothing warmed up. */
async function oneRun(home: string, name: string, jobs: number): Promise<WholeRun> {
  const out = join(home, name)
  const started = performance.now()
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [COMMAND, 'run', 'articles', '--out', out, '--annotations', 'none', '--jobs', `${jobs}`, '--json'],
    { cwd: home, maxBuffer: 2 ** 28 },
  )
  const seconds = (performance.now() - started) / 1000
  const { words, claims } = JSON.parse(stdout) as { words: number; claims: number }
  return {
    jobs,
    wordsPerSecond: words / seconds,
    articlesPerSecond: ARTICLES / seconds,
    bytesPerClaim: statSync(join(out, 'claims.db')).size / claims,
  }
}

/**
 * Runs with one job and with two in turns, each into an empty folder and in a process of its own; and two runs of one job
 * side by side, which tells what the machine's cores give two programs that share nothing: no run can gain more by a
 * second thread.
 */
export async function measureRuns(
  sources: readonly Source[],
  rounds: number,
): Promise<{ readonly runs: readonly WholeRun[]; readonly sideBySide: number }> {
  const home = mkdtempSync(join(tmpdir(), 'gainsay-bench-'))
  try {
    mkdirSync(join(home, 'articles'))
    articlesOf(sources).forEach((text, number) => {
      writeFileSync(join(home, 'articles', `${number}.txt`), text)
    })
    const taken = new Map<number, WholeRun[]>([
      [1, []],
      [2, []],
    ])
    const sideBySide: number[] = []
    for (let round = 0; round < rounds; round++) {
      for (const [jobs, runs] of taken) runs.push(await oneRun(home, `${round}-${jobs}`, jobs))
      const pair = await Promise.all(['a', 'b'].map((name) => oneRun(home, `${round}-${name}`, 1)))
      sideBySide.push(pair[0]!.wordsPerSecond + pair[1]!.wordsPerSecond)
    }
    const runs = [...taken].map(([jobs, measured]) => {
      const middle = (of: (one: WholeRun) => number) => median(measured.map(of))
      return {
        jobs,
        wordsPerSecond: middle(({ wordsPerSecond }) => wordsPerSecond),
        articlesPerSecond: middle(({ articlesPerSecond }) => articlesPerSecond),
        bytesPerClaim: middle(({ bytesPerClaim }) => bytesPerClaim),
      }
    })
    return { runs, sideBySide: median(sideBySide) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Milliseconds until `gainsay --help` has answered and ended. */
export function measureStart(rounds: number): number {
  return median(
    Array.from({ length: rounds }, () => {
      const started = performance.now()
      spawnSync(process.execPath, [COMMAND, '--help'])
      return performance.now() - started
    }),
  )
}
