import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Source } from '../../pipeline/model/document.ts'
import { run } from '../../pipeline/run.ts'
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

/** Runs with one and with two jobs in turns, each into an empty folder. */
export async function measureRuns(sources: readonly Source[], rounds: number): Promise<readonly WholeRun[]> {
  const home = mkdtempSync(join(tmpdir(), 'gainsay-bench-'))
  try {
    const folder = join(home, 'articles')
    mkdirSync(folder)
    articlesOf(sources).forEach((text, number) => {
      writeFileSync(join(folder, `${number}.txt`), text)
    })
    const taken = new Map<number, WholeRun[]>([
      [1, []],
      [2, []],
    ])
    for (let round = 0; round <= rounds; round++) {
      for (const [jobs, runs] of taken) {
        const out = join(home, `${round}-${jobs}`)
        const { words, seconds, summary } = await run({
          paths: [folder],
          out,
          annotations: join(home, 'none'),
          jobs,
        })
        if (round > 0)
          runs.push({
            jobs,
            wordsPerSecond: words / seconds,
            articlesPerSecond: ARTICLES / seconds,
            bytesPerClaim: statSync(join(out, 'claims.db')).size / summary.claims,
          })
      }
    }
    return [...taken].map(([jobs, runs]) => {
      const middle = (of: (one: WholeRun) => number) => median(runs.map(of))
      return {
        jobs,
        wordsPerSecond: middle(({ wordsPerSecond }) => wordsPerSecond),
        articlesPerSecond: middle(({ articlesPerSecond }) => articlesPerSecond),
        bytesPerClaim: middle(({ bytesPerClaim }) => bytesPerClaim),
      }
    })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Milliseconds until `gainsay --help` has answered and ended. */
export function measureStart(rounds: number): number {
  const command = fileURLToPath(new URL('../gainsay.js', import.meta.url))
  return median(
    Array.from({ length: rounds }, () => {
      const started = performance.now()
      spawnSync(process.execPath, [command, '--help'])
      return performance.now() - started
    }),
  )
}
