import { findNearCopies } from '../conflicts/index.ts'
import type { Store } from '../store/index.ts'

/**
 * Links every current text that is nearly an earlier one to it: among all texts, for a new one may be the earliest. Not
 * again where no text has changed since they were last compared.
 */
export async function linkCopies(store: Store): Promise<void> {
  if ((await store.findingsFingerprint()) !== null) return
  await store.saveCopies(findNearCopies(await store.signedTexts()))
}
