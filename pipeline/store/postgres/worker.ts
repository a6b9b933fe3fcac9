import { type MessagePort, workerData } from 'node:worker_threads'
import type { Client, QueryArrayResult } from 'pg'
import type { Answer, Failure, Item, Outcome, Request } from './messages.ts'
import { readerOf } from './values.ts'

/**
 * The thread that holds a connection: it answers requests in their order. The other side sleeps on `signal`, which
 * counts answers.
 */
const { port, signal } = workerData as { readonly port: MessagePort; readonly signal: Int32Array }

/** So many statements get a plan that stays; the store has fewer, apart from filters that somebody puts together. */
const MOST_PLANS = 500

let client: Client | null = null
let lost = false
/** Times that a statement was sent, up to two. */
let seen = new Map<string, number>()

let earlier = Promise.resolve()
port.on('message', ({ id, request }: { readonly id: number; readonly request: Request }) => {
  earlier = earlier.then(async () => {
    answer(
      id,
      await serve(request).catch((error) => ({ ok: false, failure: failureOf(error, null) }) as const),
    )
  })
})
process.on('uncaughtException', (error) => answer(-1, { ok: false, failure: failureOf(error, null) }))

function answer(id: number, message: Answer): void {
  port.postMessage({ id, answer: message })
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
}

async function serve(request: Request): Promise<Answer> {
  if (request.kind === 'run') return runAll(request.items)
  await client?.end().catch(() => {})
  client = null
  if (request.kind === 'connect') await connect(request.url)
  return { ok: true, outcomes: [] }
}

async function connect(url: string): Promise<void> {
  const { default: pg } = await import('pg')
  lost = false
  seen = new Map()
  const connecting = new pg.Client({
    connectionString: url,
    application_name: 'gainsay',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Statements of one request are sent without waiting for each other's answer.
    pipeline: true,
    types: { getTypeParser: readerOf },
  } as ConstructorParameters<typeof pg.Client>[0])
  connecting.on('error', () => {
    lost = true
  })
  connecting.on('end', () => {
    lost = true
  })
  await connecting.connect()
  client = connecting
}

/** The first failure is the answer: inside a transaction what follows it fails for its sake. */
async function runAll(items: readonly Item[]): Promise<Answer> {
  const on = client
  if (!on) return { ok: false, failure: { ...NO_CONNECTION } }
  const settled = await Promise.allSettled(items.map((item) => run(on, item)))
  for (const [at, result] of settled.entries()) {
    if (result.status === 'rejected') return { ok: false, failure: failureOf(result.reason, items[at]!.sql) }
  }
  return {
    ok: true,
    outcomes: settled.map((result) => (result as PromiseFulfilledResult<Outcome>).value),
  }
}

const NO_CONNECTION: Failure = { message: 'no connection', code: '', detail: '', lost: true, sql: null }

async function run(on: Client, { sql, values, rows }: Item): Promise<Outcome> {
  if (values === null) {
    await on.query(sql)
    return { changes: 0, columns: [], rows: [] }
  }
  const name = planOf(sql)
  const result: QueryArrayResult = await on.query({
    text: sql,
    values: values as unknown[],
    rowMode: 'array',
    ...(name && { name }),
  })
  if (!rows) return { changes: result.rowCount ?? 0, columns: [], rows: [] }
  return {
    changes: result.rowCount ?? 0,
    columns: result.fields.map((field) => field.name),
    rows: result.rows,
  }
}

const names = new Map<string, string>()

/** A statement that comes again gets a plan under a name of its own. */
function planOf(sql: string): string | null {
  if (!seen.has(sql)) {
    if (seen.size < MOST_PLANS) seen.set(sql, 1)
    return null
  }
  const name = names.get(sql) ?? `gainsay_${names.size + 1}`
  names.set(sql, name)
  return name
}

/** What a server says that goes away, or that no longer answers. */
const GONE = /^(?:08|57P0[123])|^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/

function failureOf(error: unknown, sql: string | null): Failure {
  const { message = String(error), code = '', detail = '' } = error as Partial<Failure>
  const gone = lost || GONE.test(code) || /^Connection terminated|not queryable/.test(message)
  return { message, code, detail, lost: gone, sql }
}
