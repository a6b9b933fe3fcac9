import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../pipeline/model/errors.ts'
import { packageRoot } from '../../pipeline/model/package-root.ts'
import { type Desk, openDesk } from '../../pipeline/review/desk.ts'
import { serveReview } from '../../pipeline/review/server.ts'
import { harmless } from '../terminal/harmless.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'
import { reviewerName } from './reviewer.ts'

export interface ReviewOptions extends SharedOptions {
  readonly port: number
  readonly open: boolean
  readonly as?: string
  readonly host?: string
  readonly token?: string
  readonly userHeader?: string
  readonly terminal?: boolean
}

const LOOPBACK = '127.0.0.1'
/** Shorter ones can be guessed. */
const SHORTEST_TOKEN = 16

/** `gainsay review`: serves the review page until Ctrl-C, or reviews on the terminal. */
export async function reviewCommand(options: ReviewOptions): Promise<number> {
  const desk = await openDesk({
    out: options.out,
    ...(options.db !== undefined && { db: options.db }),
    annotations: options.annotations,
    jobs: options.jobs,
    reviewer: reviewerName(options.as),
    version: JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version,
  })
  try {
    if (!options.terminal) return await serve(desk, options)
    const { reviewOnTerminal } = await import('../terminal/review.ts')
    return await reviewOnTerminal(desk, openTerminal(options))
  } finally {
    await desk.close()
  }
}

async function serve(desk: Desk, options: ReviewOptions): Promise<number> {
  const terminal = openTerminal(options)
  const { port } = options
  const { host = LOOPBACK, token = null } = checkHost(options)
  const userHeader = checkUserHeader(options)
  const listening = await serveReview(desk, { host, port, token, userHeader })
  const proxied = userHeader !== null
  const address =
    token === null || proxied ? listening.url : `${listening.url}?token=${encodeURIComponent(token)}`
  terminal.print(address)
  const { notices, reviewer } = await desk.session()
  for (const notice of notices) terminal.say(harmless(notice))
  const signed = proxied ? `with the name that the proxy gives in ${userHeader}` : harmless(reviewer)
  terminal.say(`Verdicts are signed ${signed}. Ctrl-C ends the review.`)
  if (options.open && host === LOOPBACK && !proxied && process.stdout.isTTY) openBrowser(address)
  await untilEnded()
  await listening.close()
  return 0
}

function checkHost({ host, token }: ReviewOptions): { readonly host?: string; readonly token?: string } {
  const beyond = host !== undefined && !['127.0.0.1', 'localhost', '::1'].includes(host)
  if (beyond && token === undefined) {
    throw new UsageError(`--host ${host}: whoever reaches this address could read and decide everything.`, {
      remedy: `Give a token as well, for example --token ${randomBytes(16).toString('hex')}; it travels unencrypted.`,
    })
  }
  if (token !== undefined && token.length < SHORTEST_TOKEN) {
    throw new UsageError('--token: this one can be guessed.', {
      remedy: `Give at least ${SHORTEST_TOKEN} characters, for example ${randomBytes(16).toString('hex')}.`,
    })
  }
  return { ...(host && { host }), ...(token && { token }) }
}

/** A proxy's header with the user's name counts only beside the token, which nobody but the proxy knows. */
function checkUserHeader({ userHeader, token, as }: ReviewOptions): string | null {
  if (userHeader === undefined) return null
  if (!/^(?!(?:authorization|cookie|host|origin)$)[a-z0-9-]+$/i.test(userHeader)) {
    throw new UsageError(`--user-header: ${JSON.stringify(userHeader)} is no header for a name.`, {
      remedy: 'Give the one that your proxy sets, for example X-Remote-User.',
    })
  }
  if (token === undefined) {
    throw new UsageError(`--user-header ${userHeader}: anybody could send it.`, {
      remedy: `Give a token as well, for example --token ${randomBytes(16).toString('hex')}, and let the proxy send it with each request: Authorization: Bearer ...`,
    })
  }
  if (as !== undefined) {
    throw new UsageError('--as: with --user-header, the proxy says who decides.', {
      remedy: 'Leave one of the two out.',
    })
  }
  return userHeader
}

/** Where there is no browser, the address stands on the terminal. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  const browser = spawn(command!, args, { stdio: 'ignore', detached: true })
  browser.on('error', () => undefined)
  browser.unref()
}

function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
