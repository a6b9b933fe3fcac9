import { UserError } from '../../pipeline/model/errors.ts'
import type { RevisionRecord } from '../../pipeline/model/record.ts'
import { type ClaimChanges, compareClaims } from '../../pipeline/revisions/index.ts'
import type { Store } from '../../pipeline/store/index.ts'
import { printChanges } from '../terminal/changes-view.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay diff RUN_A RUN_B`: articles that changed between two runs, and what became of their claims. */
export async function diffCommand(from: number, to: number, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    await checkRuns(store, from, to)
    let changed = 0
    let fresh = 0
    for await (const revision of store.streamRevisions(from, to)) {
      if (revision.before === null) fresh++
      else changed++
      const changes = compareClaims(revision.claimsBefore, revision.claimsAfter)
      if (options.json) terminal.print(plainJson(toJson(revision, changes)))
      else printChanges(revision, changes, terminal)
    }
    terminal.say(`${counted(changed, 'changed text')}, ${counted(fresh, 'new text')}.`)
    return 0
  })
}

async function checkRuns(store: Store, from: number, to: number): Promise<void> {
  const last = (await store.runs()).at(-1)?.id ?? 0
  if (from < to && to <= last) return
  throw new UserError(`there are no runs ${from} and ${to}, one after the other.`, {
    remedy: `Give two numbers between 1 and ${last}, the earlier one first; \`gainsay runs\` lists them.`,
  })
}

function toJson({ path, before, after }: RevisionRecord, changes: ClaimChanges) {
  const text = before && { document: before.id, textSha256: before.textSha256 }
  return { path, before: text, after: { document: after.id, textSha256: after.textSha256 }, ...changes }
}
