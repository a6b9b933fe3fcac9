import { useEffect, useRef } from 'preact/hooks'

const WALKING = new Set(['j', 'k', 'ArrowLeft', 'ArrowRight'])

/** From a key (`KeyboardEvent.key`, so that any keyboard's layout works) to what it does. */
export type Keys = Readonly<Record<string, () => void>>

/**
 * Listens while the component stands. Keys with Ctrl, Alt or Meta are the browser's; inside a field only Escape is
 * ours, and leaves the field; an open dialog has the keyboard to itself.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      const target = event.target as Element | null
      if (document.querySelector('dialog[open]')) return
      if (target?.matches?.('input:not([type=checkbox]):not([type=radio]), textarea, select')) {
        if (event.key === 'Escape') (target as HTMLElement).blur()
        return
      }
      // Enter and Space press the button or follow the link that has the focus.
      if (
        (event.key === 'Enter' || event.key === ' ') &&
        target?.matches?.('a, button, summary, label, input')
      )
        return
      const act = current.current[event.key]
      // A key that is held down goes on walking; it does not go on judging.
      if (!act || (event.repeat && !WALKING.has(event.key))) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
