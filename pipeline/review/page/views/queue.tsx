import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Queue, QueueItem } from '../../api.ts'
import { type Address, FILTERS, filterQuery, queuePart, writeAddress } from '../address.ts'
import { useKeys } from '../keys.ts'
import { go } from '../navigation.ts'
import { Facets } from '../parts/facets.tsx'
import { Siglum, Status, Strength } from '../parts/strength.tsx'
import { Failure, Waiting } from '../parts/waiting.tsx'
import { useServer } from '../server.ts'
import { Shown } from '../shown.tsx'
import { focusStop, stepStops } from '../stops.ts'
import { counted, dateWords, grouped, rangeWords } from '../words.ts'

/** The dispute that was open last: on the way back the focus is where it was. */
let lastOpen = ''

/** Tells the queue which dispute was open last. */
export function rememberOpen(dispute: string): void {
  lastOpen = dispute
}

/** Every conflict that passes the filters, the strongest first. */
export function QueueView({ address }: { readonly address: Address }): VNode {
  const page = address.page > 1 ? `page=${address.page}` : ''
  const query = filterQuery(address)
  const { data, error } = useServer<Queue>(`queue${query}${page && (query ? `&${page}` : `?${page}`)}`)
  const [open, setOpen] = useState(false)
  const turn = (to: number) => data && to >= 1 && to <= data.pages && go({ ...queuePart(address), page: to })
  useKeys({
    j: () => stepStops(1),
    k: () => stepStops(-1),
    ArrowRight: () => turn(address.page + 1),
    ArrowLeft: () => turn(address.page - 1),
  })
  useEffect(() => {
    document.title = 'Queue · Gainsay'
    if (!data) return
    if (lastOpen) focusStop(lastOpen)
    lastOpen = ''
  }, [data])
  if (error) return <Failure error={error} />
  if (!data) return <Waiting />
  const chosen = FILTERS.filter((name) => address[name] !== '')
  return (
    <div class="queue">
      <aside aria-label="Filters">
        <button type="button" class="toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          Filters{chosen.length > 0 && ` (${chosen.length})`}
        </button>
        <div class={open ? 'facets open' : 'facets'}>
          <Facets counts={data.counts} address={address} />
        </div>
      </aside>
      <main>
        <header class="tally">
          <h1 aria-live="polite">
            {data.total === data.all
              ? counted(data.all, 'dispute')
              : `${grouped(data.total)} of ${counted(data.all, 'dispute')}`}
          </h1>
          {chosen.length > 0 && (
            <ul class="chosen" aria-label="Chosen filters">
              {chosen.map((name) => (
                <li key={name}>
                  <a href={writeAddress({ ...queuePart(address), [name]: '', page: 1 })}>
                    <span class="spoken">Remove the filter </span>
                    <Shown text={chosenWords(data, name, address[name])} /> <span aria-hidden="true">×</span>
                  </a>
                </li>
              ))}
              <li>
                <a href="/">all disputes</a>
              </li>
            </ul>
          )}
        </header>
        {data.conflicts.length === 0 ? (
          <p class="empty">
            {data.all === 0
              ? 'No dispute has been found. Once gainsay run has read articles that contradict each other, they stand here.'
              : 'No dispute passes these filters.'}
          </p>
        ) : (
          <ol class="rows" start={(data.page - 1) * data.size + 1}>
            {data.conflicts.map((conflict) => (
              <Row key={conflict.id} conflict={conflict} address={address} />
            ))}
          </ol>
        )}
        {data.pages > 1 && <Pages data={data} address={address} />}
      </main>
    </div>
  )
}

function Row({ conflict, address }: { readonly conflict: QueueItem; readonly address: Address }): VNode {
  const { id, question, strength, typeWords, status, positions, verdict, firstDay, lastDay } = conflict
  return (
    <li class={`row ${strength} ${status.replace(' ', '-')}`}>
      <p class="label">
        <Strength strength={strength} /> <span>{typeWords}</span>
      </p>
      <h2>
        <a href={writeAddress({ ...queuePart(address), dispute: id })} data-stop={id}>
          <Shown text={question} />
        </a>
      </h2>
      <ul class="sides">
        {positions.map(({ id, number, answer, independentSources }) => (
          <li key={id}>
            <Siglum number={number} /> <Shown text={answer} />{' '}
            <span class="sources">{counted(independentSources, 'source')}</span>
          </li>
        ))}
      </ul>
      <p class="meta">
        <Status status={status} />
        {verdict && (
          <span class="verdict">
            <Shown text={verdict.words} />
          </span>
        )}
        <span class="days">{firstDay === null ? 'undated' : rangeWords(firstDay, lastDay ?? firstDay)}</span>
      </p>
    </li>
  )
}

function chosenWords(data: Queue, name: (typeof FILTERS)[number], value: string): string {
  if (name === 'against') return `against ${value}`
  if (name === 'q') return `“${value}”`
  if (name === 'from') return `from ${dateWords(value)}`
  if (name === 'to') return `up to ${dateWords(value)}`
  return data.counts[name].find((count) => count.value === value)?.words ?? value
}

function Pages({ data, address }: { readonly data: Queue; readonly address: Address }): VNode {
  const link = (page: number, words: string) =>
    page >= 1 && page <= data.pages ? (
      <a href={writeAddress({ ...queuePart(address), page })}>{words}</a>
    ) : (
      <span class="off">{words}</span>
    )
  return (
    <nav class="pages" aria-label="Pages">
      {link(data.page - 1, '← before')}
      <span>
        page {grouped(data.page)} of {grouped(data.pages)}
      </span>
      {link(data.page + 1, 'next →')}
    </nav>
  )
}
