import type { VNode } from 'preact'
import type { Overview } from '../../api.ts'
import { writeAddress } from '../address.ts'
import { plainText } from '../control-characters.ts'
import { Shown } from '../shown.tsx'
import { counted } from '../words.ts'

/**
 * Sources against sources: in how many disputes two hold other positions. A darker cell is more; it leads to
 * just these.
 */
export function Matrix({ sources, pairs }: Overview['disagreement']): VNode {
  if (pairs.length === 0) return <p class="hint">No two sources hold other positions.</p>
  const count = (a: string, b: string) =>
    pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.count ?? 0
  const most = Math.max(...pairs.map(({ count }) => count))
  const level = (number: number) => Math.ceil((number / most) * 4)
  const [first, ...columns] = sources
  return (
    <div class="matrix">
      <table>
        <thead>
          <tr>
            <td />
            {[first!, ...columns].slice(0, -1).map((column, i) => (
              <th key={column.value} scope="col">
                <abbr title={plainText(column.words)}>{i + 1}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((row, i) => (
            <tr key={row.value}>
              <th scope="row">
                <a href={writeAddress({ source: row.value })}>
                  <span class="number">{i + 1}</span> <Shown text={row.words} />
                </a>
              </th>
              {sources.slice(0, -1).map((column, j) => {
                const number = j < i ? count(row.value, column.value) : 0
                const words = `${plainText(row.words)} and ${plainText(column.words)}: ${counted(number, 'dispute')}`
                return (
                  <td
                    key={column.value}
                    class={number > 0 ? `level-${level(number)}` : j < i ? 'none' : 'blank'}
                  >
                    {number > 0 && (
                      <a
                        href={writeAddress({ source: row.value, against: column.value })}
                        title={words}
                        aria-label={words}
                      >
                        {number}
                      </a>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
