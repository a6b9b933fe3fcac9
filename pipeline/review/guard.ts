import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { ErrorAnswer } from './api.ts'

/** Who may come in. */
export interface Admission {
  /** The address that the server listens on. */
  readonly host: string
  readonly port: number
  /** Asked of everybody where the server listens beyond this machine; null where it does not. */
  readonly token: string | null
  /**
   * The header in which a proxy says whom it has let in; null where no proxy does. Only the proxy knows the token then,
   * and sends it with each request (`Authorization: Bearer ...`): a header alone could be anybody's.
   */
  readonly userHeader: string | null
}

/** On every answer. No script, style or address but our own; no frame; no guessing of types; nothing kept. */
export const SECURITY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  [
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['cache-control', 'no-store'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
]

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
const COOKIE = 'gainsay'
/** Of a reviewer's name, in characters. */
const LONGEST_NAME = 200

/** Turns away what does not come from the page itself: the refusal, or null. The first visit with the token gets a cookie. */
export function admit(c: Context, { host, port, token, userHeader }: Admission): Response | null {
  const named = c.req.header('host') ?? ''
  // A page of elsewhere whose name was made to point here (DNS rebinding) still gives its own name.
  if (token === null && !isOurs(named, host, port)) {
    return refuse(c, `This server does not answer to the name ${JSON.stringify(named.slice(0, 100))}.`)
  }
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== `http://${named}` && origin !== `https://${named}`) {
    return refuse(c, 'This request comes from another page.')
  }
  const site = c.req.header('sec-fetch-site')
  const navigates = c.req.method === 'GET' && c.req.path === '/'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates) {
    return refuse(c, 'This request comes from another page.')
  }
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
    if (type !== 'application/json') return refuse(c, 'Only JSON is taken.')
  }
  if (userHeader !== null) return askProxy(c, token, userHeader)
  return token === null ? null : askToken(c, token)
}

/**
 * Who the proxy says is asking. Null where the header is missing, empty or there twice: one of the two may come from
 * whoever asks.
 */
export function userOf(c: Context<{ Bindings: HttpBindings }>, header: string): string | null {
  const lines = c.env.incoming.rawHeaders
  const given = lines.filter((_, at) => at % 2 === 1 && lines[at - 1]!.toLowerCase() === header.toLowerCase())
  const name = given.length === 1 ? inUtf8(given[0]!).trim() : ''
  return name !== '' && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name) ? name : null
}

/** Node gives a header's bytes as Latin-1; a name is sent in UTF-8 nearly everywhere. */
function inUtf8(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return bytes
  }
}

function isOurs(named: string, host: string, port: number): boolean {
  const at = /^(.*?)(?::(\d+))?$/.exec(named.toLowerCase())
  if (!at || Number(at[2] ?? 80) !== port) return false
  const name = at[1]!
  return LOOPBACK.has(name) || name === host.toLowerCase() || name === `[${host.toLowerCase()}]`
}

function askToken(c: Context, token: string): Response | null {
  const given = c.req.query('token')
  if (given !== undefined && same(given, token)) {
    setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return null
  }
  const kept = getCookie(c, COOKIE) ?? bearer(c)
  if (kept !== undefined && same(kept, token)) return null
  return refuse(c, 'This server asks for its token: open the address that gainsay review printed.')
}

function askProxy(c: Context, token: string | null, header: string): Response | null {
  const given = bearer(c)
  if (token === null || given === undefined || !same(given, token)) {
    return refuse(c, 'This server answers only to the proxy in front of it: open the address of that.')
  }
  if (userOf(c, header) !== null) return null
  return refuse(c, `The proxy in front of this server does not say who you are: it must set ${header}, once.`)
}

const bearer = (c: Context) => /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]

/** Takes the same time whatever is wrong about it. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function refuse(c: Context, message: string): Response {
  return c.json({ error: { kind: 'forbidden', message } } satisfies ErrorAnswer, 403)
}
