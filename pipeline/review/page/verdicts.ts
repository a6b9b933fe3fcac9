import { useState } from 'preact/hooks'
import type { ConflictDetail, HistoryEntry, VerdictAnswer, VerdictRequest } from '../api.ts'
import { readAddress } from './address.ts'
import { go } from './navigation.ts'
import { tell } from './notice.tsx'
import { ask, type Refused, refresh } from './server.ts'

/** What a reviewer has set down beside the verdict itself. */
export interface Draft {
  readonly note: string
  /** Null where question and answers stay as they are shown. */
  readonly question: string | null
  /** By position id. */
  readonly answers: Readonly<Record<string, string>>
  /** Ids of related disputes that the verdict covers, too. */
  readonly covers: readonly string[]
}

const EMPTY_DRAFT: Draft = { note: '', question: null, answers: {}, covers: [] }

/** Drafts of this window by dispute: a look into an article, or back, loses no word. */
const drafts = new Map<string, Draft>()

/** What was set down for a dispute and not yet sent. */
export function useDraft(conflict: string): readonly [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(drafts.get(conflict) ?? EMPTY_DRAFT)
  const keep = (changed: Draft) => {
    drafts.set(conflict, changed)
    setDraft(changed)
  }
  return [draft, keep]
}

export type Judgement = Pick<VerdictRequest, 'decision' | 'position' | 'reason'>

/** Verdicts given in this window that can be taken back, the last one at the end. */
const given: { readonly conflict: string; readonly verdict: string; readonly seen: string }[] = []

/**
 * Sends a verdict on a dispute as it was shown. Gives true when it is on the disk; false where it was refused, which
 * is told: somebody else's verdict is never overwritten.
 */
export async function judge(conflict: ConflictDetail, judgement: Judgement, draft: Draft): Promise<boolean> {
  const covers = conflict.related
    .filter(({ id }) => draft.covers.includes(id))
    .map(({ id, last, evidence }) => ({ conflict: id, seen: last, evidence }))
  const { question, positions } = wording(conflict, draft)
  const request: VerdictRequest = {
    ...judgement,
    conflict: conflict.id,
    note: draft.note,
    seen: conflict.last,
    evidence: conflict.evidence,
    ...(question || positions
      ? { wording: { ...(question && { question }), ...(positions && { positions }) } }
      : {}),
    covers,
  }
  try {
    const { entry, last } = await ask<VerdictAnswer>('verdicts', request)
    drafts.delete(conflict.id)
    given.push({ conflict: conflict.id, verdict: entry.id, seen: last ?? entry.id })
    tell(`Recorded: ${entry.words} · ${entry.question}`, 'done', () => void undo(null))
    return true
  } catch (error) {
    const { answer } = error as Refused
    tell(answer.kind === 'stale' ? staleWords(answer.latest ?? null) : answer.message, 'refused')
    refresh()
    return false
  }
}

/** The reviewer's words, those of an earlier verdict included: what is not sent falls back to what was found. */
function wording(conflict: ConflictDetail, draft: Draft) {
  const question = draft.question ?? (conflict.questionFound === null ? null : conflict.question)
  const reworded = conflict.positions
    .map(
      ({ id, answer, answerFound }) =>
        [id, draft.answers[id] ?? (answerFound === null ? null : answer)] as const,
    )
    .filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1].trim() !== '')
  return {
    question: question?.trim() || null,
    positions: reworded.length > 0 ? Object.fromEntries(reworded) : null,
  }
}

function staleWords(latest: HistoryEntry | null): string {
  if (!latest) return 'The dispute has changed since it was shown. Your verdict was not recorded: look again.'
  return `${latest.reviewer} decided meanwhile: ${latest.words}. Your verdict was not recorded: look again.`
}

/** Takes back the last verdict of this window and returns to its dispute; else the one in force on the dispute shown. */
export async function undo(shown: ConflictDetail | null): Promise<void> {
  const inForce = shown?.history.find((entry) => entry.inForce && entry.kind === 'verdict')
  const last =
    given.pop() ??
    (shown?.last && inForce ? { conflict: shown.id, verdict: inForce.id, seen: shown.last } : null)
  if (!last) return tell('There is no verdict to take back.', 'refused')
  await takeBack(last)
}

/** Takes back one verdict; it stays in the history. */
export async function takeBack(one: { conflict: string; verdict: string; seen: string }): Promise<void> {
  try {
    const { entry } = await ask<VerdictAnswer>('undo', { verdict: one.verdict, seen: one.seen })
    tell(`Taken back: ${entry.question}`)
    const address = readAddress(location.search)
    if (address.dispute !== one.conflict || address.article)
      go({ ...address, view: '', article: '', at: '', dispute: one.conflict })
  } catch (error) {
    tell((error as Refused).message, 'refused')
  }
  refresh()
}
