import type { HistoryEntry } from '../../pipeline/review/api.ts'
import { type Clash, importEntries, readExported } from '../../pipeline/review/carry.ts'
import { historyEntry } from '../../pipeline/review/history.ts'
import { decisionWords } from '../../pipeline/review/phrases.ts'
import { openVerdictLog } from '../../pipeline/review/verdict-log.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import { harmless, harmlessEscapes } from '../terminal/harmless.ts'
import { counted, wrap, wrapBehind } from '../terminal/layout.ts'
import { shortId } from '../terminal/phrases.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import { hasDatabase, withStore } from './database.ts'
import type { SharedOptions } from './options.ts'
import { writeLog } from './write-log.ts'

/** `gainsay verdicts`: everything that was decided, the newest first, also where the evidence or the database is gone. */
export async function verdictsCommand(options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const log = openVerdictLog(options.annotations)
  const notice = log.notice()
  if (notice) terminal.say(harmless(notice))
  if (hasDatabase(options)) {
    await withStore(options, (store) => list(store, true, terminal, options))
    return 0
  }
  terminal.say(`There is no database in ${options.out}: what became of the evidence is not known.`)
  const store = await openStore(':memory:')
  try {
    await store.indexVerdicts(log.entries())
    await list(store, false, terminal, options)
    return 0
  } finally {
    await store.close()
  }
}

/** `indexed` says that the store knows disputes, too, so that what a verdict follows can be told. */
async function list(
  store: Store,
  indexed: boolean,
  terminal: Terminal,
  { json }: SharedOptions,
): Promise<void> {
  const history = (await store.verdicts()).map((record) => historyEntry(record))
  for (const entry of history) {
    if (json) terminal.print(harmlessEscapes(JSON.stringify(entry)))
    else printEntry(entry, indexed, terminal)
  }
  const gone = indexed ? history.filter(isGone).length : 0
  const lost = gone > 0 ? `; of ${gone} most of the evidence is gone` : ''
  terminal.say(
    history.length === 0 ? 'No verdict yet.' : `${counted(history.length, 'entry', 'entries')}${lost}`,
  )
}

const isGone = ({ kind, undone, follows }: HistoryEntry): boolean =>
  kind === 'verdict' && !undone && follows === null

function printEntry(entry: HistoryEntry, indexed: boolean, { colors, width, print }: Terminal): void {
  const label = `  ${shortId(entry.follows ?? entry.conflict)}  `
  for (const line of wrapBehind(label, colors.dim(label), harmless(entry.question), width)) print(line)
  const indent = ' '.repeat(label.length)
  for (const line of wrap(harmless(entry.words), width, indent)) print(colors.bold(line))
  if (entry.note !== '') for (const line of wrap(harmless(entry.note), width, indent)) print(line)
  const state = entry.undone
    ? 'taken back later'
    : !indexed
      ? null
      : isGone(entry)
        ? 'its evidence is gone: the dispute is open again, or no more'
        : entry.kind === 'verdict' && !entry.inForce
          ? 'a later verdict counts'
          : null
  const facts = [harmless(entry.reviewer), entry.at, ...(state ? [state] : [])].join(' · ')
  for (const line of wrap(facts, width, indent)) print(colors.dim(line))
}

/** `gainsay verdicts export FILE`: the whole log, one entry a line; `-` writes to standard output. */
export async function exportVerdictsCommand(file: string, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const entries = openVerdictLog(options.annotations).entries()
  writeLog(file, entries)
  terminal.say(`${counted(entries.length, 'entry', 'entries')} exported.`)
  return 0
}

/** `gainsay verdicts import FILE`: adds what is not known yet; exit code 1 where two people decided otherwise. */
export async function importVerdictsCommand(file: string, options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const { added, known, clashes } = importEntries(openVerdictLog(options.annotations), readExported(file))
  if (options.json) terminal.print(harmlessEscapes(JSON.stringify({ added, known, clashes })))
  else for (const clash of clashes) printClash(clash, terminal)
  terminal.say(
    `${counted(added, 'entry', 'entries')} added to ${options.annotations}/verdicts.jsonl, ${known} known already.`,
  )
  if (clashes.length > 0) {
    terminal.say(
      `${counted(clashes.length, 'dispute')} decided otherwise by both: the later verdict counts until somebody decides again.`,
    )
  }
  return clashes.length > 0 ? 1 : 0
}

function printClash({ ours, theirs }: Clash, { colors, width, print }: Terminal): void {
  for (const line of wrap(harmless(ours.judged[0].question), width)) print(colors.bold(line))
  for (const [side, verdict] of [
    ['here', ours],
    ['there', theirs],
  ] as const) {
    const [{ position, positions }] = verdict.judged
    const answer = positions.find(({ id }) => id === position)?.answer ?? null
    const words = decisionWords(verdict.decision, verdict.reason, answer)
    const told = harmless(`${side}: ${words} (${verdict.reviewer}, ${verdict.at})`)
    for (const line of wrap(told, width, '  ', '    ')) print(line)
  }
}
