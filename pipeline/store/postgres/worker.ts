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

interface Connection {
  readonly client: Client
  /** True once it is gone. */
  lost: boolean
  /** Statements that were sent, with the name of their plan; null for those that were sent once. */
  readonly plans: Map<string, string | null>
}

let connection: Connection | null = null

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
  const ended = connection?.client.end().catch(() => {})
  connection = null
  // Of one that broke nobody may ever hear again.
  if (request.kind === 'connect') connection = await connect(request.url)
  else await ended
  return { ok: true, outcomes: [] }
}

async function connect(url: string): Promise<Connection> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: url,
    application_name: 'gainsay',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Statements of one request are sent without waiting for each other's answer.
    pipeline: true,
    types: { getTypeParser: readerOf },
  } as ConstructorParameters<typeof pg.Client>[0])
  const made: Connection = { client, lost: false, plans: new Map() }
  const leave = () => {
    made.lost = true
  }
  client.on('error', leave)
  client.on('end', leave)
  await client.connect()
  return made
}

/** The first failure is the answer: inside a transaction what follows it fails for its sake. */
async function runAll(items: readonly Item[]): Promise<Answer> {
  const on = connection
  if (!on) return { ok: false, failure: NO_CONNECTION }
  const settled = await Promise.allSettled(items.map((item) => run(on, item)))
  const outcomes: Outcome[] = []
  for (const [at, result] of settled.entries()) {
    if (result.status === 'rejected') return { ok: false, failure: failureOf(result.reason, items[at]!.sql) }
    outcomes.push(result.value)
  }
  return { ok: true, outcomes }
}

const NO_CONNECTION: Failure = { message: 'no connection', code: '', detail: '', lost: true, sql: null }

async function run({ client, plans }: Connection, { sql, values, rows }: Item): Promise<Outcome> {
  const name = values && planOf(plans, sql)
  // Several statements in one give several results, of which nobody wants any.
  const result: QueryArrayResult = await client.query({
    text: sql,
    rowMode: 'array',
    ...(values && { values: values as unknown[] }),
    ...(name && { name }),
  })
  const changes = result.rowCount ?? 0
  return rows
    ? { changes, columns: result.fields.map((field) => field.name), rows: result.rows }
    : { changes, columns: [], rows: [] }
}

/** A statement that comes again gets a plan under a name of its own. */
function planOf(plans: Connection['plans'], sql: string): string | null {
  const known = plans.get(sql)
  if (known) return known
  if (known === undefined && plans.size === MOST_PLANS) return null
  const name = known === null ? `plan_${++plansMade}` : null
  plans.set(sql, name)
  return name
}

let plansMade = 0

/** What is said by a server that goes away or is on its way up, or of one that does not answer. */
const GONE = /^(?:08|57P0[123])|^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/

function failureOf(error: unknown, sql: string | null): Failure {
  const { message = String(error), code = '', detail = '' } = error as Partial<Failure>
  const gone =
    connection?.lost ||
    GONE.test(code) ||
    /^Connection terminated|^timeout expired|not queryable/.test(message)
  return { message, code, detail, lost: gone, sql }
}
