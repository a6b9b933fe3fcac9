import type { VNode } from 'preact'
import type { ConflictDetail, EntityAnswer, EntityRequest } from '../../api.ts'
import { tell } from '../notice.tsx'
import { ask, type Refused, refresh } from '../server.ts'
import { Shown } from '../shown.tsx'

/** Names that stayed open and likely duplicates among what the evidence names: settled here, for everywhere. */
export function Names({
  conflict: { openNames, duplicates },
}: {
  readonly conflict: ConflictDetail
}): VNode | null {
  const open = openNames.filter(({ candidates }) => candidates.length > 0)
  if (open.length + duplicates.length === 0) return null
  return (
    <section class="names">
      <h2>Names to settle</h2>
      <ul>
        {open.map(({ text, document, start, candidates }) => (
          <li key={`${document} ${start}`}>
            Who or what is “<Shown text={text} />
            ”?{' '}
            {candidates.map(({ id, name }) => (
              <button key={id} type="button" onClick={() => settle({ action: 'alias', id, name: text })}>
                <Shown text={name} />
              </button>
            ))}
          </li>
        ))}
        {duplicates.map(({ a, b, speaksFor, speaksAgainst }) => (
          <li key={`${a.id} ${b.id}`}>
            Are <Shown text={a.name} /> and <Shown text={b.name} /> one?{' '}
            <button type="button" onClick={() => settle({ action: 'merge', a: a.id, b: b.id })}>
              They are one
            </button>
            <small>
              <Shown text={[...speaksFor, ...speaksAgainst.map((words) => `but ${words}`)].join('; ')} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function settle(request: EntityRequest): Promise<void> {
  try {
    tell('Settling …')
    const { what } = await ask<EntityAnswer>('entities', request)
    tell(what)
  } catch (error) {
    tell((error as Refused).message, 'refused')
  }
  refresh()
}
