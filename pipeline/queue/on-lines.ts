import { setTimeout as wait } from 'node:timers/promises'
import { type Line, LineLostError, openLine } from './line.ts'

/** Milliseconds between two tries to reach a server that went away; it is given up after so many. */
const RECONNECT = 1000
const MOST_RECONNECTS = 600

/** Does something on a connection, and where the server went away, begins it again on the next that it lets us have. */
export async function onLines<T>(
  address: string,
  name: string,
  { tell, signal }: { readonly tell: (message: string) => void; readonly signal?: AbortSignal | undefined },
  work: (line: Line) => Promise<T>,
): Promise<T> {
  for (let lost = 0; ; ) {
    try {
      const line = await openLine(address, name)
      try {
        if (lost > 0) tell('The database is back: going on.')
        lost = 0
        return await work(line)
      } finally {
        await line.close()
      }
    } catch (error) {
      if (!(error instanceof LineLostError) || signal?.aborted || lost === MOST_RECONNECTS) throw error
      if (lost++ === 0) tell('The database went away: trying to reach it again. Nothing is lost.')
      await wait(RECONNECT)
    }
  }
}
