import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { correctionRequestSchema } from '../corrections/index.ts'
import { UserError } from '../model/errors.ts'
import { packageRoot } from '../model/package-root.ts'
import {
  claimsQuerySchema,
  type ErrorAnswer,
  entityRequestSchema,
  queueQuerySchema,
  undoRequestSchema,
  verdictRequestSchema,
} from './api.ts'
import type { Desk } from './desk.ts'
import { type Admission, admit, SECURITY_HEADERS, userOf } from './guard.ts'
import { queueFilter } from './queue-view.ts'
import { MissingError, StaleError } from './verdicts.ts'

/** Most bytes that a request may send. */
const BODY = 1024 * 1024

/** The page's files: nothing else is served, and nothing is looked up by what an address says. */
const PAGE: readonly (readonly [path: string, file: string, type: string])[] = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/page.js', 'page.js', 'text/javascript; charset=utf-8'],
  ['/page.css', 'page.css', 'text/css; charset=utf-8'],
  ['/icon.svg', 'icon.svg', 'image/svg+xml'],
]

interface Environment {
  Bindings: HttpBindings
}

/** The page and its API; whoever may not come in is turned away before anything is read. */
function reviewApp(desk: Desk, admission: Admission): Hono<Environment> {
  const app = new Hono<Environment>()
  const { userHeader } = admission
  const user = (c: Context<Environment>) => (userHeader && userOf(c, userHeader)) ?? undefined
  app.use(async (c, next) => {
    const refusal = admit(c, admission)
    if (!refusal) await next()
    const { headers } = refusal ?? c.res
    for (const [name, value] of SECURITY_HEADERS) headers.set(name, value)
    return refusal ?? undefined
  })
  app.use(
    bodyLimit({
      maxSize: BODY,
      onError: (c) => problem(c, 400, { kind: 'invalid', message: 'This is more than a megabyte.' }),
    }),
  )
  app.onError((error, c) => explain(c, error))
  app.notFound((c) => problem(c, 404, { kind: 'missing', message: 'There is nothing here.' }))

  const folder = join(packageRoot(), 'dist', 'pipeline', 'review', 'page')
  for (const [path, file, type] of PAGE) app.get(path, (c) => pageFile(c, join(folder, file), type))

  app.get('/api/state', async (c) => c.json(await desk.session(user(c))))
  app.get('/api/queue', async (c) => c.json(await desk.queue(checked(queueQuerySchema, c.req.query()))))
  app.get('/api/conflicts/:id', async (c) => {
    const query = checked(queueQuerySchema, c.req.query())
    return c.json(await desk.conflict(c.req.param('id'), queueFilter(query)))
  })
  app.get('/api/documents/:id', async (c) =>
    c.json(await desk.document(c.req.param('id'), c.req.query('conflict') || null)),
  )
  app.get('/api/documents/:id/claims', async (c) =>
    c.json(await desk.claims(c.req.param('id'), checked(claimsQuerySchema, c.req.query()))),
  )
  app.get('/api/overview', async (c) => c.json(await desk.overview()))
  app.get('/api/verdicts', async (c) => c.json(await desk.verdicts()))
  app.get('/api/entities', async (c) =>
    c.json(await desk.entities((c.req.query('name') ?? '').slice(0, 500))),
  )
  app.post('/api/verdicts', async (c) =>
    c.json(await desk.judge(await body(c, verdictRequestSchema), user(c))),
  )
  app.post('/api/undo', async (c) => c.json(await desk.undo(await body(c, undoRequestSchema), user(c))))
  app.post('/api/corrections', async (c) =>
    c.json(await desk.correct(await body(c, correctionRequestSchema), user(c))),
  )
  app.post('/api/entities', async (c) => c.json(await desk.settle(await body(c, entityRequestSchema))))
  return app
}

export interface Listening {
  /** Where the page is: `http://127.0.0.1:4711/`. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Serves the review. Throws a `UserError` where the port is taken or the address is not this machine's. */
export async function serveReview(
  desk: Desk,
  {
    port,
    userHeader = null,
    ...who
  }: Omit<Admission, 'userHeader'> & { readonly userHeader?: string | null },
): Promise<Listening> {
  const { host } = who
  const admission = { ...who, userHeader, port: 0 }
  const listener = getRequestListener(reviewApp(desk, admission).fetch, { overrideGlobalObjects: false })
  const server = createServer(
    (request: IncomingMessage, response: ServerResponse) => void listener(request, response),
  )
  await listen(server, host, port)
  admission.port = (server.address() as AddressInfo).port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${admission.port}/`,
    port: admission.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(unusable(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function unusable(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const where = `${host}:${port}`
  if (error.code === 'EADDRINUSE')
    return new UserError('this port is taken.', {
      where,
      remedy: 'Choose another one with --port.',
      cause: error,
    })
  if (error.code === 'EACCES')
    return new UserError('this port needs more rights.', {
      where,
      remedy: 'Choose one above 1023 with --port.',
      cause: error,
    })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new UserError('this is no address of this machine.', {
      where,
      remedy: 'Give another one with --host.',
      cause: error,
    })
  return error
}

function pageFile(c: Context, path: string, type: string): Response {
  if (!existsSync(path)) {
    return c.text(
      'The page of the review was not built: type npm run build, or use gainsay review --terminal.\n',
      500,
    )
  }
  return c.body(readFileSync(path), 200, { 'content-type': type })
}

async function body<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  let json: unknown
  try {
    json = await c.req.json()
  } catch {
    throw new InvalidError('The request is not JSON.')
  }
  return checked(schema, json)
}

/** What came in is not what the API takes. */
class InvalidError extends UserError {}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  throw new InvalidError(path.length > 0 ? `"${path.join('.')}": ${message}.` : `${message}.`)
}

function explain(c: Context, error: unknown): Response {
  if (error instanceof StaleError) {
    const { message, because, latest } = error
    return problem(c, 409, { kind: 'stale', message, because, latest })
  }
  if (error instanceof MissingError) return problem(c, 404, { kind: 'missing', message: error.message })
  if (error instanceof UserError) {
    // What a reading stumbles over is nothing that the page asked wrongly: a locked database, a torn log.
    const asked = error instanceof InvalidError || c.req.method === 'POST'
    return asked
      ? problem(c, 400, { kind: 'invalid', message: error.message })
      : problem(c, 500, { kind: 'failed', message: error.message })
  }
  process.stderr.write(
    `Gainsay stumbled, and that is a defect of its own: ${error instanceof Error ? error.stack : error}\n`,
  )
  return problem(c, 500, {
    kind: 'failed',
    message: 'Gainsay stumbled, and that is a defect of its own: see its terminal.',
  })
}

function problem(c: Context, status: 400 | 404 | 409 | 500, error: ErrorAnswer['error']): Response {
  return c.json({ error } satisfies ErrorAnswer, status)
}
