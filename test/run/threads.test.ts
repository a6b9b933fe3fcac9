import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTakingIn } from '../../pipeline/batch/take-in.ts'
import { findingsFingerprint } from '../../pipeline/batch/versions.ts'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import { DEFAULT_LIMITS, listSources } from '../../pipeline/read/index.ts'
import { openStore } from '../../pipeline/store/index.ts'
import { gainsay } from '../scripts/command.ts'
import { BRIDGE, scratch, write } from './articles.ts'

/** The compiled threads: a worker's file is JavaScript. */
const threads = new URL('../../dist/pipeline/batch/threads.js', import.meta.url).href

/** Takes the three texts of the bridge in, and between them another file, all through one thread. */
async function between(
  name: string,
  text: string,
  { memoryMegabytes, seconds }: { readonly memoryMegabytes: number; readonly seconds: number },
) {
  const folder = scratch()
  write(join(folder, 'sources'), { ...BRIDGE, [name]: text })
  const knowledge = loadKnowledge([shippedAnnotations()])
  const { startAnnotator }: typeof import('../../pipeline/batch/threads.ts') = await import(threads)
  const annotator = startAnnotator(1, knowledge, true, { memoryMegabytes })
  onTestFinished(() => annotator.stop())
  const store = await openStore(join(folder, 'out'))
  onTestFinished(() => store.close())
  const run = await store.startRun(findingsFingerprint(knowledge))
  const takenIn: string[] = []
  for (const file of listSources([join(folder, 'sources')]).files) {
    // Only the bad one is in a hurry: on a slow day, the others are not late.
    const limits = { ...DEFAULT_LIMITS, ...(file.path.endsWith(name) && { seconds }) }
    const takeIn = await startTakingIn(store, annotator, knowledge, run, { reading: { limits, fields: {} } })
    for (const { path, kind } of await takeIn(file)()) takenIn.push(`${path} ${kind}`)
  }
  return {
    takenIn,
    stored: (await store.sources()).map(({ path }) => path),
    failures: (await store.failures()).map(({ reason }) => reason),
  }
}

describe('a thread that does not live to answer costs its file, and the batch goes on', () => {
  it.each([
    [
      'for want of memory',
      'a.'.repeat(2_000_000),
      { memoryMegabytes: 80, seconds: 300 },
      'sources/h.txt: reading this took more memory than one file may have. Split it.',
    ],
    [
      'for want of time',
      'The mill was sold in 1990, and a boat of the harbour sank.\n\n'.repeat(50_000),
      { memoryMegabytes: 2_000, seconds: 0.5 },
      'sources/h.txt: reading this took longer than 0.5 seconds, and was ended. Split it, or allow more with --limit seconds=...',
    ],
  ])('%s', async (_, text, limits, reason) => {
    const { takenIn, stored, failures } = await between('h.txt', text, limits)
    expect(failures).toEqual([reason])
    expect(takenIn).toEqual([
      'sources/courier.md new',
      'sources/gazette.md new',
      'sources/h.txt failed',
      'sources/note.txt new',
    ])
    expect(stored).toEqual(['sources/courier.md', 'sources/gazette.md', 'sources/note.txt'])
  })

  it('because something ended it', async () => {
    const cwd = scratch()
    write(join(cwd, 'sources'), { ...BRIDGE, 'ends.txt': 'The mill that ENDS was sold in 1990.' })
    // Loaded into every thread before anything of ours: a library that does what no library should.
    write(cwd, {
      'fault.mjs': `import { isMainThread } from 'node:worker_threads'
        const split = String.prototype.split
        String.prototype.split = function (...given) {
          if (!isMainThread && this.includes('that ENDS')) process.exit(3)
          return split.apply(this, given)
        }`,
    })
    const ran = await gainsay(['run', '--quiet', '--jobs', '2', '--json'], {
      cwd,
      env: { NODE_OPTIONS: `--import=${join(cwd, 'fault.mjs')}` },
    })
    const { documents, failures } = JSON.parse(ran.stdout)
    expect(failures).toEqual([
      {
        path: 'sources/ends.txt',
        reason: expect.stringMatching(/a defect of its own: something tried to end the program$/),
      },
    ])
    expect(documents).toMatchObject({ new: 3, failed: 1 })
    expect(ran.code).toBe(1)
  })
})
