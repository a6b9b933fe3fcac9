import type { VNode } from 'preact'
import type { ConflictDetail } from '../../api.ts'
import { Shown } from '../shown.tsx'
import { momentWords } from '../words.ts'

/** What was decided, above everything that speaks for or against it. */
export function InForce({ conflict }: { readonly conflict: ConflictDetail }): VNode | null {
  const entry = conflict.history.find(({ inForce, kind }) => inForce && kind === 'verdict')
  if (!entry) return null
  return (
    <p class="in-force">
      <b>
        <Shown text={entry.words} />
      </b>
      {' · '}
      <Shown text={entry.reviewer} />, {momentWords(entry.at)}
      {entry.covering && (
        <span class="found">
          {' '}
          with “<Shown text={entry.question} />”
        </span>
      )}
      {entry.note !== '' && (
        <span class="note">
          <Shown text={entry.note} />
        </span>
      )}
    </p>
  )
}
