import type { VNode } from 'preact'
import type { ConflictDetail } from '../../api.ts'
import { type Address, queuePart, writeAddress } from '../address.ts'

interface Props {
  readonly place: ConflictDetail['place']
  readonly address: Address
}

/** The way back to the queue, and to the disputes before and after in it. */
export function Place({ place, address }: Props): VNode {
  const step = (to: string | null, arrow: string, name: string) =>
    to === null ? (
      <span class="step off">{arrow}</span>
    ) : (
      <a class="step" href={writeAddress({ ...queuePart(address), dispute: to })} aria-label={name}>
        {arrow}
      </a>
    )
  return (
    <nav class="place" aria-label="Place in the queue">
      <a href={writeAddress(queuePart(address))}>Queue</a>
      {place.number > 0 && (
        <span>
          {place.number} of {place.total}
        </span>
      )}
      {step(place.previous, '←', 'Previous dispute')}
      {step(place.next, '→', 'Next dispute')}
    </nav>
  )
}
