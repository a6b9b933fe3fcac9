import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Answer, Failure, Item, Outcome, Request } from './messages.ts'

/** A connection in a thread of its own, which lets this thread wait for answers. */
export interface Link {
  /** Throws a `Failed` where it cannot be had. One that is held already is closed. */
  connect(url: string): void
  /** Sends at once, and does not wait. */
  send(items: readonly Item[]): Sending
  close(): void
}

/** What is under way. */
export interface Sending {
  /** Waits; throws a `Failed` with the first failure. */
  outcomes(): readonly Outcome[]
}

/** What the database or the way to it says went wrong. */
export class Failed extends Error {
  override readonly name = 'Failed'
  constructor(readonly failure: Failure) {
    super([failure.message, failure.detail, failure.sql].filter(Boolean).join('\n'))
  }
}

/** In milliseconds; the driver itself gives up earlier. */
const MOST_TO_CONNECT = 30_000
const MOST_TO_CLOSE = 5_000

const NO_ANSWER: Failure = { message: 'no answer', code: 'ETIMEDOUT', detail: '', lost: true, sql: null }

/** Node 20 starts no thread on TypeScript: from the sources, as in tests, it is the compiled one. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/pipeline/store/postgres/worker.js' : './worker.js',
  import.meta.url,
)

/**
 * Starts the thread. Why not a library: synckit, the kept one, has one thread for each file that never ends, and no
 * way to send without waiting; what is left is this page.
 */
export function startLink(): Link {
  const { port1: port, port2: theirs } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(WORKER, {
    workerData: { port: theirs, signal },
    transferList: [theirs],
    // What the program was started with (`--input-type`, `--inspect`) is not meant for this thread.
    execArgv: [],
  })
  // A desk that ends does not wait for its connection.
  worker.unref()
  port.unref()
  let last = 0
  let closed = false
  const ask = (request: Request): number => {
    if (closed) throw new Error('this connection is closed')
    port.postMessage({ id: ++last, request })
    return last
  }
  /** Answers come in the order of the requests. */
  const early = new Map<number, Answer>()
  const answerTo = (id: number, patience = Number.POSITIVE_INFINITY): readonly Outcome[] => {
    for (;;) {
      const count = Atomics.load(signal, 0)
      const received = receiveMessageOnPort(port)?.message as
        | { readonly id: number; readonly answer: Answer }
        | undefined
      if (received) early.set(received.id === -1 ? id : received.id, received.answer)
      const answer = early.get(id)
      if (!answer) {
        if (!received && Atomics.wait(signal, 0, count, patience) === 'timed-out') throw new Failed(NO_ANSWER)
        continue
      }
      early.delete(id)
      if (!answer.ok) throw new Failed(answer.failure)
      return answer.outcomes
    }
  }
  return {
    connect: (url) => void answerTo(ask({ kind: 'connect', url }), MOST_TO_CONNECT),
    send(items) {
      const id = ask({ kind: 'run', items })
      return { outcomes: () => answerTo(id) }
    },
    close() {
      if (closed) return
      try {
        answerTo(ask({ kind: 'close' }), MOST_TO_CLOSE)
      } catch {
        // The server ends what its client has left.
      }
      closed = true
      port.close()
      void worker.terminate()
    },
  }
}
