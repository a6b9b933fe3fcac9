import { findNearCopies } from '../conflicts/index.ts'
import type { Store } from '../store/index.ts'

/** Links every current text that is nearly an earlier one to it: among all texts, for a new one may be the earliest. */
export async function linkCopies(store: Store): Promise<void> {
  await store.saveCopies(findNearCopies(await store.signedTexts()))
}
