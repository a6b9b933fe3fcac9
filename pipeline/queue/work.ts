import { hostname } from 'node:os'
import type PgBoss from 'pg-boss'
import { openStore, type Store } from '../store/index.ts'
import { openBatch } from './batches.ts'
import { type Bench, startBench } from './bench.ts'
import { MOST_RETRIES, openBoss } from './boss.ts'
import { finishRun } from './finish.ts'
import { giveBack, giveBackOfTheDead, givenUp, signOn, takeJobs } from './jobs.ts'
import type { Line } from './line.ts'
import { onLines } from './on-lines.ts'
import { settleAsFailed } from './settle.ts'

export interface WorkOptions {
  /** `postgres://user@host/name`. */
  readonly db: string
  /** The same annotations as the run's: with others, nothing is taken. */
  readonly annotations: string
  /** Texts annotated at the same time, each in a thread of its own. */
  readonly jobs: number
  /** Ends the work after the texts that are being read. */
  readonly signal?: AbortSignal
  /** Ends it once no run is in the queue. */
  readonly untilDone?: boolean
  /** What somebody may want to know, in a sentence. */
  readonly tell?: (message: string) => void
}

/** What a worker did. */
export interface Worked {
  readonly files: number
  /** Runs that it compared for. */
  readonly runs: number
}

/** Milliseconds between two looks at an empty queue. */
const LOOK = 300
/** Between two times that pg-boss tidies its tables, and takes from hanging workers what they have. */
const TIDY = 60_000

/**
 * Takes files from the queue, as many at a time as it has threads and as many again, annotates them, stores each with
 * its completion in one unit, and compares when a run is through. Whatever happens to it, the queue is whole.
 */
export async function work(options: WorkOptions): Promise<Worked> {
  const { db, annotations, jobs, signal, tell = () => {} } = options
  const store = await openStore(db)
  try {
    const bench = await startBench(store, { annotations, jobs, signal, tell })
    const worked = { runs: 0 }
    try {
      await onLines(db, `gainsay work on ${hostname()}`, { tell, signal }, async (line) => {
        bench.forgetFailed()
        await serve({ line, boss: await openBoss(line), store, bench, worked }, options)
      })
      return { ...worked, files: bench.done() }
    } finally {
      await bench.stop()
    }
  } finally {
    await store.close()
  }
}

interface Place {
  readonly line: Line
  readonly boss: PgBoss
  readonly store: Store
  readonly bench: Bench
  readonly worked: { runs: number }
}

async function serve(place: Place, { jobs, signal, untilDone }: WorkOptions): Promise<void> {
  const { line, boss, bench, worked } = place
  const worker = await signOn(line)
  for (let tidied = performance.now(); ; ) {
    await bench.giveBackFailed((ids) => giveBack(line, boss, worker, ids))
    if (signal?.aborted) return bench.idle()
    if (performance.now() - tidied > TIDY) {
      await boss.maintain()
      tidied = performance.now()
    }
    const batch = await openBatch(line)
    if (!batch && untilDone) return
    if (!batch || !(await bench.isFor(batch))) {
      await bench.pause(LOOK)
      continue
    }
    // A second file for every thread is enough to keep it busy; more would only fill the memory.
    const free = 2 * jobs - bench.busy()
    const taken = free > 0 ? await takeJobs(line, boss, worker, free) : []
    for (const job of taken) await bench.start(job, batch, boss)
    if (taken.length > 0) continue
    if (bench.busy() > 0 || !(await lookAround(place))) {
      await bench.pause(LOOK)
      continue
    }
    const finished = await finishRun({ ...place, knowledge: bench.latest() })
    if (finished === 'finished') worked.runs++
    if (!finished) await bench.pause(LOOK)
  }
}

/** With nothing to do: what dead workers had is put back. True where nothing was, and all may be done. */
async function lookAround({ line, boss, store }: Place): Promise<boolean> {
  const freed = await giveBackOfTheDead(line, boss)
  for (const job of await givenUp(line)) {
    const why = `${job.path}: ${MOST_RETRIES + 1} workers in a row ended while they read this file, or somebody took it out of the queue. Read it with \`gainsay annotate\` to see why.`
    await settleAsFailed(store, boss, job, why)
  }
  return freed === 0
}
