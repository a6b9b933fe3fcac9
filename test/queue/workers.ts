import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { makeCorpus } from '../../scripts/corpus/make.ts'
import { write } from '../run/articles.ts'
import { gainsay } from '../scripts/command.ts'

const command = fileURLToPath(new URL('../../dist/scripts/gainsay.js', import.meta.url))

/** A `gainsay work` of its own, in a folder, in a process that ends with the test. */
export interface Worker {
  readonly process: ChildProcess
  /** Everything that it said so far. */
  said(): string
  readonly ended: Promise<number | null>
}

export function startWorker(home: string, db: string, ...args: readonly string[]): Worker {
  const child = spawn(
    process.execPath,
    [command, 'work', '--db', db, '--jobs', '1', '--annotations', 'none', ...args],
    {
      cwd: home,
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
    })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { process: child, said: () => said, ended }
}

/** About so many made articles, in the folder `articles` below one; gives how many those are. */
export function writeArticles(home: string, count: number): number {
  const { articles } = makeCorpus(count, 7)
  write(join(home, 'articles'), Object.fromEntries(articles.map(({ name, text }) => [name, text])))
  return articles.length
}

/** `gainsay` in a folder, with no annotations but the shipped ones. */
export function inFolder(home: string, ...args: readonly string[]) {
  return gainsay([...args, '--annotations', 'none', '--quiet'], { cwd: home })
}

/** What the exports of a folder say. */
export function exportsOf(out: string): Readonly<Record<string, string>> {
  const names = ['claims.csv', 'conflicts.csv', 'disputes.csv']
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]))
}
