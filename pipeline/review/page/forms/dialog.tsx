import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  readonly title: string
  readonly close: () => void
  readonly children: ComponentChildren
}

/** A modal sheet: keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, close, children }: Props): VNode {
  const sheet = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null
    sheet.current?.showModal()
    return () => before?.focus?.({ preventScroll: true })
  }, [])
  return (
    <dialog ref={sheet} aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {children}
      {/* Last, so that the first field gets the focus. */}
      <button type="button" class="quiet close" onClick={() => sheet.current?.close()} aria-label="Close">
        ×
      </button>
    </dialog>
  )
}
