import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** One line at the foot of the page, read out by screen readers: what was done, or why not. */
export interface Notice {
  readonly text: string
  readonly tone: 'done' | 'refused'
}

const TOLD = 'gainsay:notice'

/** Shows a line in place of the last one. It stays until the next: nobody has to hurry. */
export function tell(text: string, tone: Notice['tone'] = 'done'): void {
  dispatchEvent(new CustomEvent<Notice>(TOLD, { detail: { text, tone } }))
}

/** The line itself; always in the tree, for a live region must stand before its text comes. */
export function NoticeLine(): VNode {
  const [notice, setNotice] = useState<Notice>({ text: '', tone: 'done' })
  useEffect(() => {
    const told = (event: Event) => setNotice((event as CustomEvent<Notice>).detail)
    addEventListener(TOLD, told)
    return () => removeEventListener(TOLD, told)
  }, [])
  return (
    <div class={`notice ${notice.tone}`} hidden={notice.text === ''}>
      <p role="status">
        <bdi>{notice.text}</bdi>
      </p>
      <button type="button" onClick={() => setNotice({ ...notice, text: '' })} aria-label="Close the message">
        ×
      </button>
    </div>
  )
}
