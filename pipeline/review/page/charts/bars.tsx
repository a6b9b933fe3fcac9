import type { VNode } from 'preact'
import { Shown } from '../shown.tsx'
import { grouped } from '../words.ts'

interface Row {
  readonly words: string
  readonly href: string
  readonly open: number
  readonly decided: number
  readonly newEvidence: number
}

interface Props {
  readonly rows: readonly Row[]
  /** Counts that are not told apart by status. */
  readonly plain?: boolean
}

const PARTS = [
  ['open', 'open'],
  ['newEvidence', 'new evidence'],
  ['decided', 'decided'],
] as const

/** One bar a row, to one scale, cut by status; the row is a link, and its numbers stand beside it. */
export function Bars({ rows, plain = false }: Props): VNode {
  const total = ({ open, decided, newEvidence }: Row) => open + decided + newEvidence
  const most = Math.max(1, ...rows.map(total))
  const present = PARTS.filter(([part]) => rows.some((row) => row[part] > 0))
  return (
    <>
      {!plain && (
        <ul class="legend">
          {present.map(([part, words]) => (
            <li key={part} class={part}>
              {words}
            </li>
          ))}
        </ul>
      )}
      <ul class="bars">
        {rows.map((row) => (
          <li key={row.href}>
            <a href={row.href}>
              <span class="words">
                <Shown text={row.words} />
              </span>
              <svg
                aria-hidden="true"
                width="100%"
                height="12"
                preserveAspectRatio="none"
                viewBox={`0 0 ${most} 1`}
              >
                {present.map(([part], i) => (
                  <rect
                    key={part}
                    class={part}
                    x={present.slice(0, i).reduce((sum, [before]) => sum + row[before], 0)}
                    width={row[part]}
                    height="1"
                  />
                ))}
              </svg>
              <span class="count">
                {grouped(total(row))}
                {!plain && (
                  <span class="spoken">
                    : {present.map(([part, words]) => `${row[part]} ${words}`).join(', ')}
                  </span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
