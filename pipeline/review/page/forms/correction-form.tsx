import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { CorrectionRequest } from '../../../model/correction.ts'
import { Dialog } from './dialog.tsx'
import { correct } from './send.ts'

interface Props {
  readonly title: string
  /** What the fields ask for; a sentence where they ask for nothing. */
  readonly request: (form: FormData) => CorrectionRequest | string
  readonly submit: string
  readonly close: () => void
  readonly children: ComponentChildren
  /** Further corrections that need no fields, as buttons. */
  readonly others?: readonly { readonly words: string; readonly request: CorrectionRequest }[]
}

/** A sheet with fields that sends one correction, and stays open with the reason where it is refused. */
export function CorrectionForm({ title, request, submit, close, children, others = [] }: Props): VNode {
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async (correction: CorrectionRequest | string) => {
    if (typeof correction === 'string') return setProblem(correction)
    setBusy(true)
    const refused = await correct(correction)
    setBusy(false)
    if (refused === null) close()
    else setProblem(refused)
  }
  return (
    <Dialog title={title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send(request(new FormData(event.currentTarget)))
        }}
      >
        {children}
        <p class="problem" role="alert">
          {problem}
        </p>
        <footer>
          <button type="submit" class="main" disabled={busy}>
            {busy ? 'Setting right …' : submit}
          </button>
          {others.map(({ words, request }) => (
            <button key={words} type="button" disabled={busy} onClick={() => send(request)}>
              {words}
            </button>
          ))}
        </footer>
      </form>
    </Dialog>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly hint?: string
}

export function Field({ name, label, value = '', hint }: FieldProps): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={name}
        defaultValue={value}
        placeholder={hint}
        dir="auto"
        maxLength={2000}
        autocomplete="off"
      />
    </label>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [value: string, words: string])[]
}

/** A choice that starts at what is there. */
export function Choice({ name, label, value, choices }: ChoiceProps): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
