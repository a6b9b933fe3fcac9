import type { VNode } from 'preact'
import type { Overview } from '../../api.ts'
import { writeAddress } from '../address.ts'
import { counted, dateWords, grouped } from '../words.ts'
import { useWidth } from './use-width.ts'

interface Props {
  readonly months: Overview['sourcesOverTime']
  readonly undated: number
}

const HEIGHT = 148
/** Room for the axis below and the highest number above. */
const BELOW = 34
const ABOVE = 16

/** A column for each month, or, where that would be too many, for each year: how many articles are of it. */
export function Months({ months, undated }: Props): VNode {
  const [frame, width] = useWidth<HTMLDivElement>(640)
  const columns = months.length * 7 > width ? byYear(months) : months
  const most = Math.max(1, ...columns.map(({ texts }) => texts))
  const step = Math.min(36, width / Math.max(1, columns.length))
  const height = (texts: number) => (texts / most) * (HEIGHT - BELOW - ABOVE)
  return (
    <div class="months" ref={frame}>
      {columns.length > 0 && (
        <svg width={width} height={HEIGHT}>
          <title>Articles by date of publication</title>
          <line class="axis" x1="0" x2={width} y1={HEIGHT - BELOW + 0.5} y2={HEIGHT - BELOW + 0.5} />
          {columns.map(({ month, texts, conflicts }, i) => (
            <g key={month}>
              {texts > 0 && (
                <a
                  href={writeAddress({ from: firstDay(month), to: lastDay(month) })}
                  aria-label={`${dateWords(month)}: ${counted(texts, 'article')}, ${counted(conflicts, 'dispute')}`}
                >
                  <title>{`${dateWords(month)}: ${counted(texts, 'article')}, ${counted(conflicts, 'dispute')}`}</title>
                  <rect class="hit" x={i * step} y="0" width={step} height={HEIGHT - BELOW} />
                  <rect
                    class="open"
                    x={i * step + 1}
                    y={HEIGHT - BELOW - height(texts)}
                    width={Math.max(1, step - 2)}
                    height={height(texts)}
                  />
                  {step >= 16 && (
                    <text x={i * step + step / 2} y={HEIGHT - BELOW - height(texts) - 4} class="middle">
                      {grouped(texts)}
                    </text>
                  )}
                </a>
              )}
              {month.length > 4 && step >= 28 && (
                <text x={i * step + step / 2} y={HEIGHT - BELOW + 15} class="middle">
                  {dateWords(month).slice(0, 3)}
                </text>
              )}
              {yearBelow(columns, i, step) && (
                <text x={i * step + 1} y={HEIGHT - 4} class="year">
                  {month.slice(0, 4)}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
      {undated > 0 && <p class="hint">{counted(undated, 'article')} without a month.</p>}
    </div>
  )
}

/** Below the first column of a year, where there is room for four digits before the next one. */
function yearBelow(columns: Props['months'], i: number, step: number): boolean {
  const { month } = columns[i]!
  if (month.length === 4) return Number(month) % Math.ceil(40 / step) === 0
  if (month.endsWith('-01')) return true
  return i === 0 && !columns.slice(1, 1 + Math.ceil(40 / step)).some(({ month }) => month.endsWith('-01'))
}

function byYear(months: Props['months']): Props['months'] {
  const years = new Map<string, { month: string; texts: number; conflicts: number }>()
  for (const { month, texts, conflicts } of months) {
    const year = month.slice(0, 4)
    const sum = years.get(year) ?? { month: year, texts: 0, conflicts: 0 }
    years.set(year, { month: year, texts: sum.texts + texts, conflicts: sum.conflicts + conflicts })
  }
  return [...years.values()]
}

function firstDay(month: string): string {
  return month.length === 4 ? `${month}-01-01` : `${month}-01`
}

function lastDay(month: string): string {
  if (month.length === 4) return `${month}-12-31`
  const [year, number] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year!, number!, 0)).getUTCDate()).padStart(2, '0')}`
}
