import type { ComponentChildren, VNode } from 'preact'
import type { ClaimValues } from '../../../model/correction.ts'
import type { Evidence } from '../../api.ts'
import { Sentence } from '../parts/evidence.tsx'
import { SourceLine } from '../parts/source.tsx'
import { Shown } from '../shown.tsx'
import { Choice, CorrectionForm, Field } from './correction-form.tsx'
import { changed } from './send.ts'

const FACTUALITY = [
  ['asserted', 'stated as fact'],
  ['reported', 'reported of somebody'],
  ['rumoured', 'called unproven'],
  ['denied', 'denied by somebody'],
  ['hypothetical', 'put as a possibility'],
  ['normative', 'put as what should be'],
] as const
const POLARITY = [
  ['affirmed', 'that it is so'],
  ['negated', 'that it is not so'],
] as const
const KIND = [
  ['fact', 'a matter of fact'],
  ['characterisation', 'a judgement'],
  ['recommendation', 'a recommendation'],
  ['prediction', 'a prediction'],
] as const

/** Slots that have a field. */
const ASKED: ReadonlySet<string> = new Set(['subject', 'relation', 'object', 'place', 'time', 'speaker'])
/** Slots that have none, where their own name would not be understood. */
const SLOT_WORDS: Readonly<Record<string, string>> = {
  'as-of': 'as known on',
  accompaniment: 'together with',
  other: 'besides',
}

interface Props {
  readonly evidence: Evidence
  readonly close: () => void
  readonly title?: string
  /** What stands above the quote. */
  readonly children?: ComponentChildren
}

/** What the tool read out of a quote, to be set right; only what is changed is sent. */
export function ClaimForm({ evidence, close, title = 'Correct the claim', children }: Props): VNode {
  const claim = evidence.claim!
  const slot = (name: string) => evidence.slots.find(({ slot }) => slot === name)
  const before = {
    subject: slot('subject')?.text ?? '',
    relation: slot('relation')?.text ?? '',
    object: slot('object')?.text ?? '',
    place: slot('place')?.text ?? '',
    date: slot('time')?.edtf ?? '',
    speaker: slot('speaker')?.text ?? '',
  }
  const entities = {
    subjectEntity: slot('subject')?.entity?.id ?? '',
    objectEntity: slot('object')?.entity?.id ?? '',
  }
  const stance = {
    factuality: evidence.factuality?.value ?? '',
    polarity: evidence.polarity?.value ?? '',
    kind: evidence.kind?.value ?? '',
  }
  const others = evidence.slots.filter(({ slot }) => !ASKED.has(slot))
  return (
    <CorrectionForm
      title={title}
      submit="Set right"
      close={close}
      others={[{ words: 'This is not a claim', request: { kind: 'not-a-claim', claim } }]}
      request={(form) => {
        const set = changed({ ...before, ...entities, ...stance }, form)
        if (Object.keys(set).length === 0) return 'Nothing has been changed.'
        return { kind: 'claim', claim, set: set as ClaimValues, ...noted(form) }
      }}
    >
      {children}
      <p class="from">
        <SourceLine source={evidence.source} />
      </p>
      <Sentence evidence={evidence} />
      {evidence.stance !== null && (
        <p class="facts">
          <Shown text={evidence.stance} />
        </p>
      )}
      {/* Anew for another claim, and where one was taken back to what it was. */}
      <div class="fields" key={[claim, ...evidence.corrected.map(({ id }) => id)].join(' ')}>
        <Field name="subject" label="Who or what" value={before.subject} />
        <Field name="subjectEntity" label="… is (id or name)" value={entities.subjectEntity} />
        <Field name="relation" label="does or is" value={before.relation} />
        <Field name="date" label="When" value={before.date} hint="2010, 3 May 2010, 2010/2012" />
        <Field name="object" label="Whom or what" value={before.object} />
        <Field name="objectEntity" label="… is (id or name)" value={entities.objectEntity} />
        <Field name="place" label="Where" value={before.place} />
        <Field name="speaker" label="Who says so" value={before.speaker} />
        <Choice name="factuality" label="Stance" value={stance.factuality} choices={FACTUALITY} />
        <Choice name="polarity" label="It says" value={stance.polarity} choices={POLARITY} />
        <Choice name="kind" label="It is" value={stance.kind} choices={KIND} />
        <Field name="note" label="Note" />
      </div>
      {others.length > 0 && (
        <p class="hint">
          Also read:{' '}
          {others.map(({ slot, text }, at) => (
            <>
              {at > 0 && ', '}
              {SLOT_WORDS[slot] ?? slot} “<Shown text={text} />”
            </>
          ))}
        </p>
      )}
    </CorrectionForm>
  )
}

/** The note of a form, if one was written. */
export function noted(form: FormData): { readonly note?: string } {
  const note = String(form.get('note') ?? '').trim()
  return note === '' ? {} : { note }
}
