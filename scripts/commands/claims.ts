import type { ClaimRecord } from '../../pipeline/model/record.ts'
import type { Store } from '../../pipeline/store/index.ts'
import { printClaim } from '../terminal/claim-view.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { lastRun, withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

export interface ClaimsOptions extends SharedOptions {
  readonly about?: string
  readonly source?: string
  readonly new?: boolean
  readonly limit?: number
}

/** `gainsay claims`: what the texts claim, in the order of the texts, with stance, source and line. */
export async function claimsCommand(options: ClaimsOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    let shown = 0
    for await (const record of select(store, options)) {
      if (options.json) terminal.print(plainJson(record))
      else printClaim(record, terminal)
      shown++
    }
    if (
      shown === 0 &&
      options.about !== undefined &&
      (await store.findEntities(options.about)).length === 0
    ) {
      terminal.say(`No text names "${options.about}".`)
    } else terminal.say(shown > 0 ? counted(shown, 'claim') : 'No claim of this kind.')
    return 0
  })
}

async function* select(store: Store, options: ClaimsOptions): AsyncIterable<ClaimRecord> {
  const filter = {
    ...(options.about !== undefined && { about: options.about }),
    ...(options.source !== undefined && { source: options.source }),
    ...(options.new && { firstSeenRun: await lastRun(store) }),
  }
  if (options.limit) yield* await store.claims({ ...filter, limit: options.limit })
  else yield* store.streamClaims(filter)
}
