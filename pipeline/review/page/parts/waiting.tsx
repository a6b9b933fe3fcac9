import type { VNode } from 'preact'
import type { Refused } from '../server.ts'

/** Before the first answer; it shows only when the answer takes a while. */
export function Waiting(): VNode {
  return (
    <main class="waiting" aria-busy="true">
      <p>Reading …</p>
    </main>
  )
}

/** What went wrong, in the server's own sentence. */
export function Failure({ error }: { readonly error: Refused }): VNode {
  return (
    <main class="failure">
      <h1>{error.answer.kind === 'missing' ? 'Not here' : 'That did not work'}</h1>
      <p role="alert">{error.message}</p>
      <p>
        <a href="/">Back to the queue</a>
      </p>
    </main>
  )
}
