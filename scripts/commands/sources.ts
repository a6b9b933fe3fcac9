import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { printSource } from '../terminal/source-view.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay sources`: the texts that are in, by path, with what is known of their publication and how. */
export async function sourcesCommand(options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    const sources = await store.sources()
    const claims = await store.claimCounts()
    for (const source of sources) {
      const count = claims.get(source.id) ?? 0
      if (options.json) terminal.print(plainJson({ ...source, claims: count }))
      else printSource(source, count, terminal)
    }
    terminal.say(sources.length > 0 ? counted(sources.length, 'text') : 'No text is in yet.')
    return 0
  })
}
