import type { Claim } from '../model/claim.ts'
import type { ClaimCorrection, ClaimValues, NotAClaim } from '../model/correction.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { ClaimRecord } from '../model/record.ts'
import type { Store } from '../store/index.ts'
import { claimRecord } from './asked.ts'
import { changesOf } from './changes.ts'
import type { Content } from './journal.ts'

/** Values of a claim set right. Throws a `UserError` for what cannot be read, and where nothing would change. */
export async function planClaim(
  asked: string,
  set: ClaimValues,
  store: Store,
  knowledge: Knowledge,
): Promise<Content<ClaimCorrection>> {
  const record = await claimRecord(store, asked)
  const { changes, entities } = await changesOf(record.claim, set, store, knowledge)
  if (changes.length === 0) {
    throw new UserError('nothing would change: the claim says so already.', { where: record.claim.id })
  }
  return {
    kind: 'claim',
    textSha256: record.document.textSha256,
    found: await asFound(record, store),
    changes,
    entities,
  }
}

export async function planNotAClaim(asked: string, store: Store): Promise<Content<NotAClaim>> {
  const record = await claimRecord(store, asked)
  return {
    kind: 'not-a-claim',
    textSha256: record.document.textSha256,
    found: await asFound(record, store),
  }
}

/** The claim without corrections: what its entry is keyed by. */
async function asFound({ claim, document }: ClaimRecord, store: Store): Promise<Claim> {
  const found = (await store.foundText(document.textSha256))?.claims.find(({ id }) => id === claim.id)
  const { corrections: _, ...rest } = found ?? claim
  return rest
}
