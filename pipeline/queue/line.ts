import type { Client } from 'pg'
import { UserError } from '../model/errors.ts'

/**
 * A session of PostgreSQL for the queue. It is asynchronous, unlike the store's: a worker waits for articles while its
 * threads annotate others. What it locks is free as soon as its process, or its machine, is gone.
 */
export interface Line {
  /** Parameters are `$1`, `$2`, ... Throws a `LineLostError` where the server went away. */
  ask<R = Readonly<Record<string, unknown>>>(sql: string, values?: readonly unknown[]): Promise<readonly R[]>
  /** Asks all of it as one unit: all or nothing; again where it met another's. One at a time. */
  unit<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The server went away, or shows us the door: what was not committed did not happen, and a new line may be opened. */
export class LineLostError extends UserError {
  constructor(cause: unknown) {
    const said = cause instanceof Error ? ` (${cause.message})` : ''
    super(`the database does not answer${said}.`, {
      where: '--db',
      remedy: 'Check that PostgreSQL runs there, then try again: what was stored is whole.',
      cause,
    })
  }
}

/** What a server says that goes away, is on its way up, or cannot be reached. */
const AWAY = /^(?:08|57P0[123]|53300|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/

/** Two units met: one of them is to be done again. */
const MET = /^40(?:001|P01)$/
/** A unit that met others so often is not unlucky. */
const MOST_ATTEMPTS = 10

/**
 * A machine that lost its power says no goodbye: the server asks after one that is silent for so many seconds, so often,
 * and frees its locks after 25 seconds without an answer. Over a socket of the same machine they mean nothing.
 */
const KEEPALIVE = `
  set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
  set idle_in_transaction_session_timeout = 0; set statement_timeout = 0; set lock_timeout = 0; set timezone = 'UTC'`

/** `name` is what `pg_stat_activity` shows. */
export async function openLine(address: string, name: string): Promise<Line> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: address,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  let lost = false
  const lose = () => {
    lost = true
  }
  client.on('error', lose).on('end', lose)
  await told(() => client.connect())
  const line = lineOn(client, told)
  await line.ask(KEEPALIVE)
  return line

  async function told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const { code = '', message = '' } = error as { code?: string; message?: string }
      if (lost || AWAY.test(code) || /terminated|timeout expired|not queryable/.test(message))
        throw new LineLostError(error)
      throw error
    }
  }
}

function lineOn(client: Client, told: <T>(work: () => Promise<T>) => Promise<T>): Line {
  const ask: Line['ask'] = (sql, values) =>
    told(async () => {
      const result = await (values ? client.query(sql, [...values]) : client.query(sql))
      // Several statements in one text give as many results.
      return Array.isArray(result) ? [] : result.rows
    })
  return {
    ask,
    async unit(work) {
      for (let tried = 1; ; tried++) {
        try {
          await ask('begin')
          const result = await work()
          await ask('commit')
          return result
        } catch (error) {
          await ask('rollback').catch(() => undefined)
          if (!MET.test((error as { code?: string }).code ?? '') || tried === MOST_ATTEMPTS) throw error
        }
      }
    },
    close: () => client.end().catch(() => undefined),
  }
}
