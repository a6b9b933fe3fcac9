import type { VNode } from 'preact'
import type { HistoryEntry } from '../../api.ts'
import { Shown } from '../shown.tsx'
import { takeBack } from '../verdicts.ts'
import { momentWords } from '../words.ts'

interface Props {
  readonly entries: readonly HistoryEntry[]
  /** The newest entry that touches the dispute: without it nothing can be taken back from here. */
  readonly last: string | null
}

/** Who decided what, when and why, the newest first; what was taken back stays, struck out. */
export function History({ entries, last }: Props): VNode {
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li key={entry.id} class={entry.undone ? 'undone' : undefined}>
          <time dateTime={entry.at}>{momentWords(entry.at)}</time>
          <span class="who">
            <Shown text={entry.reviewer} />
          </span>
          <span class="what">
            <Shown text={entry.words} />
            {entry.undone && <small> taken back later</small>}
            {entry.inForce && <small> in force</small>}
            {entry.covering && <small> covered by a verdict on “{<Shown text={entry.question} />}”</small>}
          </span>
          {entry.note !== '' && (
            <p class="note">
              <Shown text={entry.note} />
            </p>
          )}
          {last !== null && entry.inForce && entry.kind === 'verdict' && (
            <button
              type="button"
              class="quiet"
              onClick={() => takeBack({ conflict: entry.conflict, verdict: entry.id, seen: last })}
            >
              take back
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}
