import type { Correction, CorrectionId, UndoneCorrection } from '../model/correction.ts'
import { sha256 } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'

/** An entry that says something about a text. */
export type TextCorrection = Exclude<Correction, UndoneCorrection>

/** Ids of entries that were taken back. What takes back can be taken back, too: then the first counts again. */
export function undoneIn(log: readonly Correction[]): ReadonlySet<CorrectionId> {
  const undos = log.filter((entry) => entry.kind === 'undo')
  // An id is made of what it takes back, so that nothing takes itself back, however many steps away.
  const isUndone = (id: CorrectionId): boolean =>
    undos.some((undo) => undo.undoes === id && !isUndone(undo.id))
  return new Set(undos.map(({ undoes }) => undoes).filter(isUndone))
}

/** The entry about a text that this one is, or takes back; null where the log does not hold it. */
export function spokenOf(entry: Correction, log: readonly Correction[]): TextCorrection | null {
  if (entry.kind !== 'undo') return entry
  const undone = log.find(({ id }) => id === entry.undoes)
  return undone ? spokenOf(undone, log) : null
}

const byText = new WeakMap<readonly Correction[], ReadonlyMap<string, readonly TextCorrection[]>>()

/** What counts for a text, the latest last, whichever machine it comes from; without any, nothing is looked up. */
export function correctionsOf(
  { corrections }: Pick<Knowledge, 'corrections'>,
  textSha256: string,
): readonly TextCorrection[] {
  if (!corrections || corrections.length === 0) return []
  let index = byText.get(corrections)
  if (!index) {
    const undone = undoneIn(corrections)
    const counting = corrections.filter(
      (entry): entry is TextCorrection => entry.kind !== 'undo' && !undone.has(entry.id),
    )
    index = groupByText(counting.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
    byText.set(corrections, index)
  }
  return index.get(textSha256) ?? []
}

function groupByText(entries: readonly TextCorrection[]): ReadonlyMap<string, readonly TextCorrection[]> {
  const groups = new Map<string, TextCorrection[]>()
  for (const entry of entries) {
    const group = groups.get(entry.textSha256)
    if (group) group.push(entry)
    else groups.set(entry.textSha256, [entry])
  }
  return groups
}

/** What a text was corrected with: while it is the same, nothing has to be laid over it again. Null without any. */
export function correctionsSha256(corrections: readonly TextCorrection[]): string | null {
  return corrections.length === 0 ? null : sha256(corrections.map(({ id }) => id).join(' '))
}

const READ_AGAIN = 'read again: '

/** The same for a text whose layers were made under another date: they are laid over, and it is to be read again. */
export function toReadAgain(sha: string | null): string {
  return `${READ_AGAIN}${sha ?? ''}`
}

/** What is laid over a text, whether it is to be read again or not. */
export function laidOver(stamp: string | null): { readonly sha: string | null; readonly again: boolean } {
  const again = stamp?.startsWith(READ_AGAIN) ?? false
  return { sha: (again ? stamp!.slice(READ_AGAIN.length) : stamp) || null, again }
}
