/*
 * What j and k walk through: elements that carry `data-stop`, in the order of the page. The focus itself moves, so
 * that Enter follows the link and a screen reader reads it.
 */

function stops(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-stop]')].filter((stop) => stop.checkVisibility())
}

/** Moves the focus one stop on, or back; from outside, to the first one that is in view. */
export function stepStops(by: 1 | -1): void {
  const all = stops()
  const at = all.indexOf(document.activeElement as HTMLElement)
  const inView = all.findIndex((stop) => stop.getBoundingClientRect().top >= 0)
  const to = at < 0 ? Math.max(inView, 0) : Math.min(Math.max(at + by, 0), all.length - 1)
  show(all[to])
}

/** Focuses the stop of that name, if it is there. */
export function focusStop(name: string): void {
  show(stops().find((stop) => stop.dataset.stop === name))
}

/** The stop that has the focus; else the first. */
export function currentStop(): HTMLElement | undefined {
  const all = stops()
  return all.find((stop) => stop === document.activeElement) ?? all[0]
}

function show(stop: HTMLElement | undefined): void {
  if (!stop) return
  stop.focus({ preventScroll: true })
  ;(stop.closest('li, article') ?? stop).scrollIntoView({ block: 'nearest' })
}
