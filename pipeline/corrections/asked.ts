import { UserError } from '../model/errors.ts'
import type { ClaimRecord, DocumentRecord } from '../model/record.ts'
import type { Store } from '../store/index.ts'

/** The claim of an id, or of the beginning of one; throws a `UserError` where there is none. */
export async function claimRecord(store: Store, asked: string): Promise<ClaimRecord> {
  const shown = await store.show(asked)
  if (shown?.kind === 'claim') return shown.claim
  throw new UserError(`"${asked}" is not the beginning of exactly one claim's id.`, {
    remedy: 'Give more of it; `gainsay claims` shows the ids.',
  })
}

/** The text of a path or an id; throws a `UserError` where there is none. */
export async function documentRecord(store: Store, asked: string): Promise<DocumentRecord> {
  const shown = await store.show(asked)
  if (shown?.kind === 'document') return shown.document
  throw new UserError(`no text that is in has the path or the id "${asked}".`, {
    remedy: '`gainsay sources` lists the texts.',
  })
}
