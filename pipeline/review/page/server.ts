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

export interface Fetched<T> {
  /** The last answer to this path; null until the first one. */
  readonly data: T | null
  readonly error: Refused | null
  /** True while `data` still answers the former path: it may be read, and not acted upon. */
  readonly former: boolean
}

/** An answer of the API, kept up to date. A change of `path` keeps the former answer while it waits. */
export function useServer<T extends { readonly stamp: string }>(path: string): Fetched<T> {
  const [state, setState] = useState<{ path: string; data: T | null; error: Refused | null }>({
    path,
    data: null,
    error: null,
  })
  useEffect(() => {
    let alive = true
    const load = async () => {
      try {
        const data = await ask<T>(path)
        stamp = data.stamp
        if (alive) setState({ path, data, error: null })
      } catch (error) {
        if (alive) setState({ path, data: null, error: error as Refused })
      }
    }
    void load()
    addEventListener(STALE, load)
    return () => {
      alive = false
      removeEventListener(STALE, load)
    }
  }, [path])
  return { data: state.data, error: state.error, former: state.path !== path }
}
