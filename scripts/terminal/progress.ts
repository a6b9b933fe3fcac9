import type { RunProgress } from '../../pipeline/index.ts'
import { harmless } from './harmless.ts'
import { clip } from './layout.ts'

/** Shows how far a batch is; `end` clears what it drew. */
export interface ProgressLine {
  update(progress: RunProgress): void
  end(): void
}

/** Milliseconds between two lines: one that is redrawn on a terminal, and one of many in a log. */
const REDRAW = 80
const LOG = 10_000

/**
 * Progress on standard error: on a terminal one line that is redrawn, elsewhere a line every ten seconds, with the
 * rate in words a second and the time that is left at the rate so far.
 */
export function showProgress(quiet: boolean): ProgressLine {
  const { stderr } = process
  const redraws = stderr.isTTY === true
  const started = performance.now()
  let last = redraws ? -REDRAW : started
  let drawn = false
  let phase = ''
  return {
    update(progress) {
      const now = performance.now()
      const sameStep = redraws ? progress.phase === phase : true
      if (quiet || (sameStep && now - last < (redraws ? REDRAW : LOG))) return
      phase = progress.phase
      last = now
      const line = describe(progress, (now - started) / 1000)
      if (redraws) stderr.write(`\r\u001b[2K${clip(line, Math.max(20, (stderr.columns ?? 80) - 1))}`)
      else stderr.write(`${line}\n`)
      drawn = redraws
    },
    end() {
      if (drawn) stderr.write('\r\u001b[2K')
    },
  }
}

function describe({ phase, done, total, words, current }: RunProgress, seconds: number): string {
  if (phase === 'comparing') return 'comparing what the texts claim'
  if (phase === 'writing') return 'writing the CSV files'
  const rate =
    seconds > 0.5 && words > 0
      ? `, ${Math.round(words / seconds).toLocaleString('en-GB')} words a second`
      : ''
  const left = done > 0 && done < total ? `, ${duration((seconds / done) * (total - done))} left` : ''
  return `reading ${done} of ${total} texts${rate}${left}${current ? `  ${harmless(current)}` : ''}`
}

/** "0.8 s", "42 s", "3 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
