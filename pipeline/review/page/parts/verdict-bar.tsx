import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { ConflictDetail } from '../../api.ts'
import { plainText } from '../control-characters.ts'
import { useKeys } from '../keys.ts'
import type { Draft, Judgement } from '../verdicts.ts'
import { REASON_WORDS } from '../words.ts'

interface Props {
  readonly conflict: ConflictDetail
  readonly former: boolean
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly give: (judgement: Judgement) => Promise<void>
}

/** The verdicts with their keys: each is given, and the next dispute shown, by one of them. */
export function VerdictBar({ conflict, former, draft, change, give }: Props): VNode {
  const [reasons, setReasons] = useState(false)
  const [busy, setBusy] = useState(false)
  const note = useRef<HTMLTextAreaElement>(null)
  const send = async (decision: Judgement['decision'], more: Partial<Judgement> = {}) => {
    if (busy || former) return
    setBusy(true)
    await give({ decision, position: null, reason: null, ...more })
    setBusy(false)
    setReasons(false)
  }
  const { positions } = conflict
  const choices = reasons
    ? REASON_WORDS.map(([reason, words], i) => ({
        key: String(i + 1),
        words,
        act: () => void send('no-conflict', { reason }),
      }))
    : [
        // From 10 on there is no such key, and the button remains.
        ...positions.map(({ id, number, answer }) => ({
          key: String(number),
          words: 'holds',
          title: plainText(answer),
          act: () => void send('position', { position: id }),
        })),
        { key: 'b', words: 'Both hold', act: () => void send('both') },
        { key: 'n', words: 'Neither', act: () => void send('neither') },
        { key: 'x', words: 'No conflict …', act: () => setReasons(true) },
        { key: '0', words: 'Undecided', act: () => void send('undecided') },
      ]
  useKeys({
    ...Object.fromEntries(choices.map(({ key, act }) => [key, act])),
    m: () => note.current?.focus(),
    ...(reasons ? { Escape: () => setReasons(false) } : {}),
  })
  return (
    <section class="verdict-bar" aria-label="Verdict">
      <fieldset class="choices" aria-label={reasons ? 'Why is it no conflict?' : 'What holds?'}>
        {reasons && <span class="why">No conflict:</span>}
        {choices.map(({ key, words, act, ...more }) => (
          <button
            key={key + words}
            type="button"
            disabled={busy || former}
            onClick={act}
            title={'title' in more ? more.title : undefined}
          >
            <kbd>{key}</kbd> {words}
            {'title' in more && <span class="spoken">: {more.title}</span>}
          </button>
        ))}
        {reasons && (
          <button type="button" class="quiet" onClick={() => setReasons(false)}>
            <kbd>Esc</kbd> back
          </button>
        )}
      </fieldset>
      <label class="note">
        <span>
          <kbd>m</kbd> Note
        </span>
        <textarea
          ref={note}
          rows={1}
          maxLength={20000}
          value={draft.note}
          onInput={({ currentTarget: { value } }) => change({ ...draft, note: value })}
        />
      </label>
    </section>
  )
}
