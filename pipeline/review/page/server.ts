import { useEffect, useState } from 'preact/hooks'
import type { ErrorAnswer, Session } from '../api.ts'

/** What the server answered instead: `message` is a sentence for people. */
export class Refused extends Error {
  readonly answer: ErrorAnswer['error']

  constructor(answer: ErrorAnswer['error']) {
    super(answer.message)
    this.answer = answer
  }
}

/** Sends a GET, or with a body a POST. Throws `Refused`, also where nobody answers. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  let response: Response
  try {
    response = await fetch(`/api/${path}`, init)
  } catch {
    throw new Refused({
      kind: 'failed',
      message: 'The server does not answer. Is gainsay review still running?',
    })
  }
  const answer = await response.json().catch(() => null)
  if (response.ok && answer !== null) return answer as T
  const message = `The server answered ${response.status} to ${path}.`
  throw new Refused((answer as ErrorAnswer | null)?.error ?? { kind: 'failed', message })
}

const STALE = 'gainsay:stale'
/** The stamp of the newest answer: another one means that something has changed since, here or elsewhere. */
let stamp = ''

/** Everything shown is fetched anew; what stands there stays until the answer comes, so that nothing jumps. */
export function refresh(): void {
  dispatchEvent(new Event(STALE))
}

/** Looks whether another window or process has changed something: when this window is looked at again. */
async function lookAgain(): Promise<void> {
  if (document.visibilityState !== 'visible') return
  const session = await ask<Session>('state').catch(() => null)
  if (session && session.stamp !== stamp) refresh()
}
addEventListener('focus', lookAgain)
document.addEventListener('visibilitychange', lookAgain)

/** The last answers by path, so that a view that is come back to stands at once, and nothing flashes. */
const kept = new Map<string, { readonly stamp: string }>()
const KEPT = 40

async function fetchAnew<T extends { readonly stamp: string }>(path: string): Promise<T> {
  const data = await ask<T>(path)
  kept.delete(path)
  kept.set(path, data)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  return data
}

/** Asks for what will probably be wanted next. */
export function fetchAhead(path: string): void {
  if (!kept.has(path)) fetchAnew(path).catch(() => undefined)
}

export interface Fetched<T> {
  /** The newest answer that is there, of this path or else of the former one; null until the first one. */
  readonly data: T | null
  readonly error: Refused | null
  /** True while `data` is the answer of the former path: it may be read, and not acted upon. */
  readonly former: boolean
}

/** An answer of the API, kept up to date. Until it comes, what was last known stands there. */
export function useServer<T extends { readonly stamp: string }>(path: string): Fetched<T> {
  const [answer, setAnswer] = useState<{ path: string; data: T | null; error: Refused | null }>({
    path: '',
    data: null,
    error: null,
  })
  useEffect(() => {
    let alive = true
    const load = async () => {
      try {
        const data = await fetchAnew<T>(path)
        stamp = data.stamp
        if (alive) setAnswer({ path, data, error: null })
      } catch (error) {
        if (alive) setAnswer({ path, data: null, error: error as Refused })
      }
    }
    void load()
    addEventListener(STALE, load)
    return () => {
      alive = false
      removeEventListener(STALE, load)
    }
  }, [path])
  if (answer.path === path) return { data: answer.data, error: answer.error, former: false }
  // What was kept may be acted upon: where it has become stale meanwhile, the server says so.
  const known = kept.get(path) as T | undefined
  return { data: known ?? answer.data, error: null, former: known === undefined }
}
