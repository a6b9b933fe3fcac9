import type { VNode } from 'preact'
import type { ConflictDetail } from '../../api.ts'
import { plainText } from '../control-characters.ts'
import { Siglum } from '../parts/strength.tsx'
import { Shown } from '../shown.tsx'
import { dateWords } from '../words.ts'
import { useWidth } from './use-width.ts'

type Entry = ConflictDetail['timeline'][number]

const LANE = 20
const LEFT = 24

/** Dated evidence to scale, a lane for each position, and the same as a list to be read. */
export function Timeline({ entries }: { readonly entries: readonly Entry[] }): VNode {
  return (
    <>
      <Lanes entries={entries} />
      <ol class="timeline">
        {entries.map((entry) => (
          <li key={entry.claim + entry.date}>
            <time>{dateWords(entry.date)}</time>
            {entry.position === null ? (
              <span class="siglum none">–</span>
            ) : (
              <Siglum number={entry.position} />
            )}
            <span>
              <Shown text={entry.text} />{' '}
              <small>
                <Shown text={entry.source} />
              </small>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Lanes({ entries }: { readonly entries: readonly Entry[] }): VNode | null {
  const [frame, width] = useWidth<HTMLDivElement>(560)
  const days = entries.flatMap(({ earliest, latest }) =>
    [earliest, latest].filter((day) => day !== null).map(dayNumber),
  )
  if (days.length === 0) return null
  const first = Math.min(...days)
  const last = Math.max(...days)
  if (last - first < 2) return null
  const numbers = [...new Set(entries.map(({ position }) => position ?? 0))].sort(
    (a, b) => (a || 99) - (b || 99),
  )
  const scale = (day: number) => LEFT + ((day - first) / (last - first)) * (width - LEFT - 8)
  const height = numbers.length * LANE + 22
  return (
    <div class="lanes" ref={frame}>
      <svg width={width} height={height} aria-hidden="true">
        {numbers.map((number, lane) => (
          <g key={number} class={`position-${Math.min(number, 5)}`}>
            <text x="0" y={lane * LANE + LANE / 2 + 4}>
              {number || '–'}
            </text>
            <line class="axis" x1={LEFT} x2={width} y1={lane * LANE + LANE / 2} y2={lane * LANE + LANE / 2} />
            {entries
              .filter(({ position }) => (position ?? 0) === number)
              .map((entry) => {
                const from = scale(entry.earliest === null ? first : dayNumber(entry.earliest))
                const to = scale(entry.latest === null ? last : dayNumber(entry.latest))
                return (
                  <rect
                    key={entry.claim + entry.date}
                    x={from - 3}
                    y={lane * LANE + LANE / 2 - 4}
                    width={to - from + 6}
                    height="8"
                    rx="4"
                  >
                    <title>{`${dateWords(entry.date)}: ${plainText(entry.text)}`}</title>
                  </rect>
                )
              })}
          </g>
        ))}
        <text x={LEFT} y={height - 4}>
          {dateWords(dayOf(first))}
        </text>
        <text x={width} y={height - 4} class="end">
          {dateWords(dayOf(last))}
        </text>
      </svg>
    </div>
  )
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000
}

function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}
