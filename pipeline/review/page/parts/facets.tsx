import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Count, Queue } from '../../api.ts'
import { type Address, type Filter, queuePart, writeAddress } from '../address.ts'
import { go } from '../navigation.ts'
import { Shown } from '../shown.tsx'
import { grouped, STATUS_WORDS, STRENGTH_WORDS } from '../words.ts'

/** How many values of a filter are shown before "more". */
const SHORT = 8

const TITLES = [
  ['strength', 'Strength'],
  ['status', 'Status'],
  ['type', 'What they differ in'],
  ['source', 'Source'],
  ['entity', 'Who and what'],
] as const satisfies readonly (readonly [keyof Queue['counts'], string])[]

interface Props {
  readonly counts: Queue['counts']
  readonly address: Address
}

/** The filters, each value with the number of disputes that it would leave. */
export function Facets({ counts, address }: Props): VNode {
  return (
    <>
      {TITLES.map(([name, title]) => (
        <Facet key={name} name={name} title={title} counts={counts[name]} address={address} />
      ))}
      <fieldset class="dates">
        <legend>Published</legend>
        <Day name="from" label="from" address={address} />
        <Day name="to" label="up to" address={address} />
      </fieldset>
    </>
  )
}

interface FacetProps {
  readonly name: Filter
  readonly title: string
  readonly counts: readonly Count[]
  readonly address: Address
}

function Facet({ name, title, counts, address }: FacetProps): VNode | null {
  const [all, setAll] = useState(false)
  if (counts.length === 0) return null
  const chosen = address[name]
  const ordered = inOrder(name, counts)
  const shown = all ? ordered : ordered.filter(({ value }, i) => i < SHORT || value === chosen)
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {shown.map(({ value, words, count }) => (
          <li key={value}>
            <a
              class={count === 0 ? 'none' : undefined}
              aria-current={value === chosen ? 'true' : undefined}
              href={writeAddress({
                ...queuePart(address),
                // Another source was counted without regard to it.
                ...(name === 'source' && { against: '' }),
                [name]: value === chosen ? '' : value,
                page: 1,
              })}
            >
              <Shown text={words} /> <span class="count">{grouped(count)}</span>
            </a>
          </li>
        ))}
      </ul>
      {counts.length > SHORT && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'fewer' : `${counts.length - SHORT} more`}
        </button>
      )}
    </section>
  )
}

/** Strengths and statuses in their own order, the rest as they came: the most frequent first. */
function inOrder(name: Filter, counts: readonly Count[]): readonly Count[] {
  const order = Object.keys(name === 'strength' ? STRENGTH_WORDS : name === 'status' ? STATUS_WORDS : {})
  return [...counts].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
}

function Day({ name, label, address }: { name: 'from' | 'to'; label: string; address: Address }): VNode {
  return (
    <label>
      <span>{label}</span>
      <input
        type="date"
        value={address[name]}
        onChange={({ currentTarget: { value } }) => go({ ...queuePart(address), [name]: value, page: 1 })}
      />
    </label>
  )
}
