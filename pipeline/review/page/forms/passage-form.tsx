import type { VNode } from 'preact'
import type { CorrectionRequest } from '../../../model/correction.ts'
import type { Span } from '../../../model/span.ts'
import type { ConflictDetail } from '../../api.ts'
import { plainText } from '../control-characters.ts'
import { Shown } from '../shown.tsx'
import { excerpt } from '../words.ts'
import { noted } from './claim-form.tsx'
import { CorrectionForm, Field } from './correction-form.tsx'

interface Props {
  readonly document: string
  readonly text: string
  readonly span: Span
  /** The dispute that the article was opened from, whose positions the words may back. */
  readonly conflict: ConflictDetail | null
  readonly close: () => void
}

/** Selected words of an article as a claim that was missed, or as evidence for a position. */
export function PassageForm({ document, text, span: { start, end }, conflict, close }: Props): VNode {
  const passage = { document, start, end }
  return (
    <CorrectionForm
      title="Use these words"
      submit="Keep it"
      close={close}
      request={(form): CorrectionRequest => {
        const position = String(form.get('position') ?? '')
        if (position !== '') return { kind: 'attach', ...passage, position, ...noted(form) }
        const says = String(form.get('says') ?? '').trim()
        return { kind: 'missed-claim', ...passage, ...(says !== '' && { says }), ...noted(form) }
      }}
    >
      <blockquote dir="auto">
        <mark>
          <Shown text={excerpt(text.slice(start, end), 2000)} />
        </mark>
      </blockquote>
      <label class="field">
        <span>They are</span>
        <select name="position">
          <option value="">a claim that was missed</option>
          {conflict?.positions.map(({ id, number, answer }) => (
            <option key={id} value={id}>
              evidence for position {number}: {excerpt(plainText(answer), 80)}
            </option>
          ))}
        </select>
      </label>
      <Field
        name="says"
        label="Said in one plain sentence (for a missed claim, if the words do not stand alone)"
      />
      <Field name="note" label="Note" />
    </CorrectionForm>
  )
}
