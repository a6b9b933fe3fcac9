import { refresh } from '../batch/refresh.ts'
import type { Correction, CorrectionOutcome, CorrectionRequest } from '../model/correction.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { databaseOf, type Place } from '../model/place.ts'
import { type Journal, lockRuns, openStore, type Store } from '../store/index.ts'
import { spokenOf, undoneIn } from './in-force.ts'
import { inWords } from './in-words.ts'
import { type Content, correctionJournal, entryOf } from './journal.ts'
import { loadAnnotations } from './load.ts'
import { planClaim, planNotAClaim } from './plan-claim.ts'
import { planAttachment, planMissedClaim } from './plan-missed-claim.ts'
import { planSource } from './plan-source.ts'
import { checkRequest } from './request.ts'

/** Who corrects, and where the work lies. */
export interface CorrectionSettings extends Place {
  /** The analyst's own annotations, where `corrections.jsonl` lies. */
  readonly annotations: string
  /** Texts annotated at the same time. */
  readonly jobs: number
  readonly reviewer: string
  /** The clock: ISO 8601, UTC. */
  readonly now?: () => string
  /** Called once where a run is on its way, and the correction takes effect behind it. */
  readonly onWait?: () => void
  /** False where whoever calls writes the exports later; they are written at once otherwise. */
  readonly exports?: boolean
}

/**
 * Logs a correction - it is on the disk before anything else is done - and lets it take effect: what is stored of the
 * text, the findings and the exports. Throws a `UserError` for what cannot be done; then nothing is logged.
 */
export async function recordCorrection(
  request: CorrectionRequest,
  settings: CorrectionSettings,
): Promise<CorrectionOutcome> {
  const { annotations, now = () => new Date().toISOString() } = settings
  const database = databaseOf(settings)
  const checked = checkRequest(request)
  const reviewer = nameOf(settings)
  // Opened to read first: to ask for a correction makes no database.
  await (await openStore(database, { readonly: true })).close()
  const store = await openStore(database)
  try {
    const knowledge = loadAnnotations(annotations)
    const content = await plan(checked, store, knowledge)
    const who = { reviewer, at: now(), note: checked.note?.trim() ?? '' }
    const journal = correctionJournal(annotations)
    const [entry] = journal.append((log) => {
      if (content.kind === 'undo') checkUndo(content.undoes, log)
      return [entryOf({ ...content, ...who })]
    })
    return await takeEffect(entry!, journal, { store, knowledge, settings })
  } finally {
    await store.close()
  }
}

/** On one line: it stands in lists and exports. */
function nameOf({ reviewer }: CorrectionSettings): string {
  const name = reviewer.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
  if (name !== '') return name
  throw new UserError('whoever corrects has a name.', { remedy: 'Give one; nothing was corrected.' })
}

const LONGEST_NAME = 200

/** Brings up to date what the entry's text is part of; behind a run, where one is on its way. */
async function takeEffect(
  entry: Correction,
  journal: Journal<Correction>,
  work: { readonly store: Store; readonly knowledge: Knowledge; readonly settings: CorrectionSettings },
): Promise<CorrectionOutcome> {
  const { store, settings } = work
  const { out, jobs, onWait, exports = true } = settings
  const lock = await lockRuns(databaseOf(settings), onWait ? { onWait } : {})
  try {
    const log = journal.entries()
    const text = spokenOf(entry, log)?.textSha256
    const document = text === undefined ? null : await store.foundText(text)
    const among = new Set(document ? [document.id] : [])
    const before = new Set(await store.conflictIds())
    await refresh(store, { ...work.knowledge, corrections: log }, { out, jobs, among, exports })
    const after = new Set(await store.conflictIds())
    return {
      id: entry.id,
      what: await outcomeOf(entry, log, store),
      newDisputes: [...after].filter((id) => !before.has(id)),
      goneDisputes: [...before].filter((id) => !after.has(id)),
    }
  } finally {
    lock?.release()
  }
}

type Planned = Correction extends infer T ? (T extends Correction ? Content<T> : never) : never

async function plan(request: CorrectionRequest, store: Store, knowledge: Knowledge): Promise<Planned> {
  switch (request.kind) {
    case 'claim':
      return planClaim(request.claim, request.set, store, knowledge)
    case 'not-a-claim':
      return planNotAClaim(request.claim, store)
    case 'missed-claim':
      return planMissedClaim(request, store, knowledge)
    case 'attach':
      return planAttachment(request, store)
    case 'source':
      return planSource(request.source, request.set, store)
    case 'undo': {
      const log = knowledge.corrections ?? []
      const found = log.filter(({ id }) => id.startsWith(request.correction))
      const [only] = found
      if (!only || found.length > 1) {
        throw new UserError(`"${request.correction}" is not the beginning of exactly one correction's id.`, {
          remedy: '`gainsay corrections` lists them.',
        })
      }
      checkUndo(only.id, log)
      return { kind: 'undo', undoes: only.id }
    }
  }
}

/** Somebody else may have been faster. */
function checkUndo(id: string, log: readonly Correction[]): void {
  if (undoneIn(log).has(id)) throw new UserError('this was taken back already.', { where: id })
}

/** What it did; of words that were attached, whether the comparison puts them where the person did. */
async function outcomeOf(entry: Correction, log: readonly Correction[], store: Store): Promise<string> {
  const told = spokenOf(entry, log)
  const shown = told && (await store.show((await store.foundText(told.textSha256))?.id ?? ''))
  const path = shown?.kind === 'document' ? shown.document.path : null
  const what = inWords(entry, log, path)
  if (entry.kind !== 'missed-claim' || !entry.attached) return what
  const conflict = await store.conflictOfPosition(entry.attached.position)
  const position = conflict?.positions.find(({ id }) => id === entry.attached!.position)
  if (position?.claims.includes(entry.claim.id)) return what
  return `${what} It is kept as a claim, but what else is known of it keeps it out of that position.`
}
