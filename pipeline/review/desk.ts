import type { z } from 'zod'
import { writeExports } from '../batch/write-exports.ts'
import { type Duplicate, findDuplicates } from '../corrections/duplicates.ts'
import { aliasEntity, mergeEntities, splitEntity } from '../corrections/entities.ts'
import { catchUp, recordCorrection } from '../corrections/index.ts'
import type { CorrectionRequest } from '../model/correction.ts'
import { databaseOf, type Place, placeFlags } from '../model/place.ts'
import type { ClaimRecord, ConflictRecord, DocumentRecord } from '../model/record.ts'
import type { LogEntry } from '../model/verdict.ts'
import { lockRuns, type QueueFilter, type Store } from '../store/index.ts'
import type {
  ClaimList,
  ClaimsQuery,
  ConflictDetail,
  CorrectionAnswer,
  DocumentDetail,
  EntityAnswer,
  EntityList,
  entityRequestSchema,
  Overview,
  Queue,
  QueueQuery,
  Session,
  undoRequestSchema,
  VerdictAnswer,
  VerdictList,
  verdictRequestSchema,
} from './api.ts'
import { conflictDetail, entityInfo } from './conflict-detail.ts'
import { followDatabase } from './database.ts'
import { claimPage, documentDetail } from './document-detail.ts'
import { historyEntry } from './history.ts'
import { overviewOf } from './overview.ts'
import { queueFilter, queueView } from './queue-view.ts'
import { openVerdictLog } from './verdict-log.ts'
import { MissingError, recordUndo, recordVerdict } from './verdicts.ts'

export interface DeskOptions extends Place {
  /** The analyst's own annotations, where the logs lie. */
  readonly annotations: string
  /** Texts annotated at the same time, where a correction asks for it. */
  readonly jobs: number
  readonly reviewer: string
  readonly version: string
  /** The clock: ISO 8601, UTC. */
  readonly now?: () => string
}

/**
 * Where a person sits down to review: what the page and the terminal ask and do. Every answer sees what other programs
 * have written meanwhile, in the logs and in the database. What cannot be done comes as a `UserError`. Where several
 * people share it, `by` names the one who asks instead of the desk's own reviewer.
 */
export interface Desk {
  session(by?: string): Promise<Session>
  queue(query: QueueQuery): Promise<Queue>
  conflict(id: string, filter: QueueFilter): Promise<ConflictDetail>
  document(id: string, conflict: string | null): Promise<DocumentDetail>
  /** What was read out of an article, a page at a time. */
  claims(id: string, query: ClaimsQuery): Promise<ClaimList>
  overview(): Promise<Overview>
  verdicts(): Promise<VerdictList>
  entities(name: string): Promise<EntityList>
  /** Throws a `StaleError` where somebody was faster; what comes back is on the disk. */
  judge(request: z.output<typeof verdictRequestSchema>, by?: string): Promise<VerdictAnswer>
  undo(request: z.output<typeof undoRequestSchema>, by?: string): Promise<VerdictAnswer>
  correct(request: CorrectionRequest, by?: string): Promise<CorrectionAnswer>
  settle(request: z.output<typeof entityRequestSchema>): Promise<EntityAnswer>
  close(): Promise<void>
}

/** Answers that are kept while nothing changes. */
const KEPT_ANSWERS = 500
/** Beyond so many, likely duplicates are not looked for beside a dispute: it would be waited for. */
const MANY_CLAIMS = 20_000

/** Opens the desk. Throws a `UserError` where there is no database yet. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { annotations, jobs, reviewer, version, now = () => new Date().toISOString() } = options
  const { out } = options
  const place: Place = { out, ...(options.db !== undefined && { db: options.db }) }
  const log = openVerdictLog(annotations)
  const database = await followDatabase(place)
  await catchUp({ ...place, annotations, jobs })
  const inTurn = oneAfterTheOther()
  const kept = new Map<string, unknown>()
  let keptFor = ''
  let indexed: readonly LogEntry[] | null = null
  let indexedIn: Store | null = null
  let exportsOutdated = false
  let duplicates: { readonly of: string; readonly pairs: readonly Duplicate[] } | null = null

  /** The database as it is, with the log as it is. */
  const current = async (): Promise<{ store: Store; entries: readonly LogEntry[]; stamp: string }> => {
    const store = await database.store()
    const entries = log.entries()
    if (entries !== indexed || store !== indexedIn) {
      await store.indexVerdicts(entries)
      ;[indexed, indexedIn] = [entries, store]
    }
    return { store, entries, stamp: `${database.generation()}.${await store.stamp()}` }
  }

  /** An answer that stays the same until something is written. */
  const answer = async <T>(key: string, make: (store: Store, stamp: string) => Promise<T>): Promise<T> => {
    const { store, stamp } = await current()
    if (stamp !== keptFor) kept.clear()
    keptFor = stamp
    if (kept.has(key)) return kept.get(key) as T
    const made = await make(store, stamp)
    if (kept.size >= KEPT_ANSWERS) kept.delete(kept.keys().next().value!)
    if (keptFor === stamp) kept.set(key, made)
    return made
  }

  const likelyDuplicates = async (store: Store): Promise<readonly Duplicate[]> => {
    // Verdicts change nothing about them: only what another connection wrote does.
    const of = `${database.generation()}.${(await store.stamp()).split('.')[0]}`
    if (duplicates?.of !== of) {
      const few = (await store.overview()).totals.claims <= MANY_CLAIMS
      duplicates = { of, pairs: few ? await findDuplicates(store, annotations) : [] }
    }
    return duplicates.pairs
  }

  const stampNow = async () => (await current()).stamp
  const deciding = (by = reviewer) => ({ log, reviewer: by, now, current })

  return {
    async session(by = reviewer) {
      const { store, stamp } = await current()
      const notice = log.notice()
      const outdated = (await store.findingsFingerprint()) === null
      const rerun = `The disputes are older than the texts, or than this program. Type gainsay run${placeFlags(place)} to make them anew.`
      return {
        stamp,
        reviewer: by,
        version,
        out,
        notices: [...(notice ? [notice] : []), ...(outdated ? [rerun] : [])],
      }
    },
    queue: (query) =>
      answer(`queue ${JSON.stringify(query)}`, async (store, stamp) => {
        const { page, size } = query
        const filter = queueFilter(query)
        const whole = await answer(`queue of ${JSON.stringify(filter)}`, () => store.queueSize(filter))
        const lines = await store.queue(filter, { limit: size, offset: (page - 1) * size })
        const named = await store.entitiesById(whole.counts.entity.map(({ value }) => value))
        return queueView(whole, lines, query, named, stamp)
      }),
    conflict: (id, filter) =>
      answer(`conflict ${id} ${JSON.stringify(filter)}`, async (store, stamp) => {
        const conflict = await conflictOf(store, id)
        return conflictDetail(store, conflict, { filter, duplicates: await likelyDuplicates(store), stamp })
      }),
    document: (id, conflict) =>
      answer(`document ${id} ${conflict}`, async (store, stamp) => {
        const { document, claims } = await articleOf(store, id)
        const asked = conflict === null ? null : await conflictOf(store, conflict)
        return documentDetail(document, claims, asked, stamp)
      }),
    claims: (id, query) =>
      answer(`claims ${id} ${JSON.stringify(query)}`, async (store, stamp) => {
        const { claims } = await articleOf(store, id)
        return claimPage(store, claims, query, stamp)
      }),
    overview: () =>
      answer('overview', async (store, stamp) => {
        const found = await store.overview()
        const named = await store.entitiesById(found.entities.map(({ entity }) => entity))
        return overviewOf(found, named, stamp)
      }),
    verdicts: () =>
      answer('verdicts', async (store, stamp) => ({
        stamp,
        entries: (await store.verdicts()).map((record) => historyEntry(record)),
      })),
    async entities(name) {
      const { store } = await current()
      const exact = await store.findEntities(name)
      const begun = name.trim() === '' ? [] : await store.completeEntities(name, 20)
      const all = new Map([...exact, ...begun].map((entity) => [entity.id, entity]))
      return { entities: [...all.values()].map(entityInfo) }
    },
    judge: (request, by) =>
      inTurn(async () => ({ ...(await recordVerdict(request, deciding(by))), stamp: await stampNow() })),
    undo: (request, by) =>
      inTurn(async () => ({ ...(await recordUndo(request, deciding(by))), stamp: await stampNow() })),
    correct: (request, by = reviewer) =>
      inTurn(async () => {
        // The exports follow when the review ends: on many articles, they would be waited for.
        exportsOutdated = true
        const settings = { ...place, annotations, jobs, reviewer: by, now, exports: false }
        const outcome = await recordCorrection(request, settings)
        const { id, what, newDisputes, goneDisputes } = outcome
        return {
          stamp: await stampNow(),
          id,
          what,
          newDisputes: [...newDisputes],
          goneDisputes: [...goneDisputes],
        }
      }),
    settle: (request) =>
      inTurn(async () => {
        const where = { ...place, annotations, jobs }
        // A run on the same folder would write the same tables: the one waits for the other.
        const lock = await lockRuns(databaseOf(place))
        const settled = await (request.action === 'merge'
          ? mergeEntities(request.a, request.b, where)
          : request.action === 'alias'
            ? aliasEntity(request.id, request.name, where)
            : splitEntity(request.id, request.names as [string, ...string[]], where)
        ).finally(() => lock?.release())
        const { what, newDisputes, goneDisputes } = settled
        return {
          stamp: await stampNow(),
          what,
          newDisputes: [...newDisputes],
          goneDisputes: [...goneDisputes],
        }
      }),
    close: () =>
      inTurn(async () => {
        if (exportsOutdated) await writeExports((await current()).store, out)
        await database.close()
      }),
  }
}

/** A dispute by its whole id, current or not. */
export async function conflictOf(store: Store, id: string): Promise<ConflictRecord> {
  const shown = await store.show(id)
  if (shown?.kind === 'conflict' && shown.conflict.id === id) return shown.conflict
  throw new MissingError(`There is no dispute ${id}: a run may have found it to be none.`)
}

/** An article by its whole id, with its claims. */
async function articleOf(
  store: Store,
  id: string,
): Promise<{ readonly document: DocumentRecord; readonly claims: readonly ClaimRecord[] }> {
  const shown = await store.show(id)
  if (shown?.kind === 'document' && shown.document.id === id) return shown
  throw new MissingError(`There is no article ${id}.`)
}

/** Gives the function that lets one piece of work at a time go on, in the order of asking. */
function oneAfterTheOther() {
  let before: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = before.then(work, work)
    before = turn.catch(() => undefined)
    return turn
  }
}
