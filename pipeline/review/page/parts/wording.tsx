import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ConflictDetail } from '../../api.ts'
import type { Draft } from '../verdicts.ts'
import { Siglum } from './strength.tsx'

interface Props {
  readonly conflict: ConflictDetail
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly close: () => void
}

/** Question and answers as fields. The words go with the verdict and are kept with it. */
export function Wording({ conflict, draft, change, close }: Props): VNode {
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <section class="wording" aria-label="Other words">
      <h1 class="spoken">{conflict.question}</h1>
      <label>
        <span>Question</span>
        <textarea
          ref={first}
          rows={2}
          maxLength={2000}
          value={draft.question ?? conflict.question}
          onInput={({ currentTarget: { value } }) => change({ ...draft, question: value })}
        />
      </label>
      {conflict.positions.map(({ id, number, answer }) => (
        <label key={id}>
          <span>
            Position <Siglum number={number} />
          </span>
          <textarea
            rows={2}
            maxLength={2000}
            value={draft.answers[id] ?? answer}
            onInput={({ currentTarget: { value } }) =>
              change({ ...draft, answers: { ...draft.answers, [id]: value } })
            }
          />
        </label>
      ))}
      <p>
        <button type="button" onClick={close}>
          Done
        </button>{' '}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            change({ ...draft, question: null, answers: {} })
            close()
          }}
        >
          Leave it as it was
        </button>{' '}
        <span class="hint">Your words are kept with the verdict that you give next.</span>
      </p>
    </section>
  )
}
