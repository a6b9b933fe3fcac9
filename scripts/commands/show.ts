import { UserError } from '../../pipeline/model/errors.ts'
import { shownDatabase } from '../../pipeline/model/place.ts'
import type { Shown } from '../../pipeline/store/index.ts'
import { printClaimWhole } from '../terminal/claim-view.ts'
import { printConflictWhole } from '../terminal/conflict-view.ts'
import { printDevelopments } from '../terminal/development-view.ts'
import { printDocument, printTopic } from '../terminal/document-view.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay show ID`: a claim in its context, or a dispute with all its evidence; also a document or a topic. */
export async function showCommand(id: string, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    const shown = await store.show(id)
    if (!shown) {
      throw new UserError(`"${id}" is not the beginning of exactly one id in ${shownDatabase(options)}.`, {
        remedy: 'Give more of it; `gainsay conflicts` and `gainsay claims` show the ids.',
      })
    }
    const topic = shown.kind === 'conflict' ? shown.conflict.topic : null
    const developments = (await store.developments()).filter((development) => development.topic === topic)
    if (options.json) terminal.print(plainJson({ ...shown, developments }))
    else {
      printWhole(shown, terminal)
      printDevelopments(developments, terminal)
    }
    return 0
  })
}

function printWhole(shown: Shown, terminal: Terminal): void {
  if (shown.kind === 'claim') printClaimWhole(shown.claim, terminal)
  else if (shown.kind === 'conflict') printConflictWhole(shown.conflict, terminal)
  else if (shown.kind === 'document') printDocument(shown.document, shown.claims, terminal)
  else printTopic(shown.topic, terminal)
}
