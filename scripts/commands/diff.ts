import { UserError } from '../../pipeline/model/errors.ts'
import { shownDatabase } from '../../pipeline/model/place.ts'
import type { RevisionRecord } from '../../pipeline/model/record.ts'
import { type ClaimChanges, compareClaims } from '../../pipeline/revisions/index.ts'
import type { Store } from '../../pipeline/store/index.ts'
import { printChanges } from '../terminal/changes-view.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay diff RUN_A RUN_B`: articles that changed between two runs, and what became of their claims. */
export async function diffCommand(from: string, to: string, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    const runs = await checkRuns(store, from, to)
    const { changed, fresh } = await print(store.streamRevisions(...runs), options, terminal)
    terminal.say(`${counted(changed, 'changed text')}, ${counted(fresh, 'new text')}.`)
    return 0
  })
}

/** `gainsay diff SOURCE`: the versions of one article, each against the one before. */
export async function versionsCommand(path: string, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    if ((await store.show(path))?.kind !== 'document') {
      throw new UserError(`"${path}" is no source that is in.`, {
        where: shownDatabase(options),
        remedy: 'Give a path as `gainsay sources` lists it, or two numbers of runs.',
      })
    }
    const { changed } = await print(store.streamVersions(path), options, terminal)
    terminal.say(changed > 0 ? `${counted(changed + 1, 'version')}.` : 'One version is in.')
    return 0
  })
}

async function print(
  revisions: AsyncIterable<RevisionRecord>,
  { json }: SharedOptions,
  terminal: Terminal,
): Promise<{ readonly changed: number; readonly fresh: number }> {
  let changed = 0
  let fresh = 0
  for await (const revision of revisions) {
    if (revision.before === null) fresh++
    else changed++
    const changes = compareClaims(revision.claimsBefore, revision.claimsAfter)
    if (json) terminal.print(plainJson(toJson(revision, changes)))
    else printChanges(revision, changes, terminal)
  }
  return { changed, fresh }
}

async function checkRuns(store: Store, from: string, to: string): Promise<readonly [number, number]> {
  const last = (await store.runs()).at(-1)?.id ?? 0
  const runs = [Number(from), Number(to)] as const
  if (runs.every(Number.isInteger) && runs[0] >= 1 && runs[0] < runs[1] && runs[1] <= last) return runs
  throw new UserError(`there are no runs ${from} and ${to}, one after the other.`, {
    remedy: `Give two numbers between 1 and ${last}, the earlier one first; \`gainsay runs\` lists them.`,
  })
}

function toJson({ path, before, after }: RevisionRecord, changes: ClaimChanges) {
  const text = before && { document: before.id, textSha256: before.textSha256 }
  return { path, before: text, after: { document: after.id, textSha256: after.textSha256 }, ...changes }
}
