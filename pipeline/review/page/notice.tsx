import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { plainText } from './control-characters.ts'

/** What was done, or why not: one line over the page, read out by screen readers. */
export interface Notice {
  readonly text: string
  readonly tone: 'done' | 'refused'
  /** Takes it back, where that can be. */
  readonly undo?: () => void
}

const TOLD = 'gainsay:notice'
const NOTHING: Notice = { text: '', tone: 'done' }
/** Milliseconds that what was done stays; what was refused stays until it is closed. */
const A_WHILE = 12_000

/** Shows a line in place of the last one. */
export function tell(text: string, tone: Notice['tone'] = 'done', undo?: () => void): void {
  dispatchEvent(new CustomEvent<Notice>(TOLD, { detail: { text, tone, ...(undo && { undo }) } }))
}

/** The line itself; always in the tree, for a live region must stand before its text comes. */
export function NoticeLine(): VNode {
  const [{ text, tone, undo }, setNotice] = useState(NOTHING)
  useEffect(() => {
    const told = (event: Event) => setNotice((event as CustomEvent<Notice>).detail)
    addEventListener(TOLD, told)
    return () => removeEventListener(TOLD, told)
  }, [])
  useEffect(() => {
    if (text === '' || tone === 'refused') return
    const timer = setTimeout(() => setNotice(NOTHING), A_WHILE)
    return () => clearTimeout(timer)
  }, [text, tone])
  return (
    <div class={`notice ${tone} ${text === '' ? 'nothing' : ''}`}>
      <p role="status">
        <bdi>{plainText(text)}</bdi>
      </p>
      {undo && (
        <button type="button" onClick={undo}>
          <kbd>u</kbd> take back
        </button>
      )}
      {text !== '' && (
        <button type="button" onClick={() => setNotice(NOTHING)} aria-label="Close the message">
          ×
        </button>
      )}
    </div>
  )
}
