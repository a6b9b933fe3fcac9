import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { EntityAnswer, EntityList, EntityRequest } from '../../api.ts'
import { tell } from '../notice.tsx'
import { ask, type Refused, refresh } from '../server.ts'
import { Shown } from '../shown.tsx'
import { Dialog } from './dialog.tsx'
import { outcomeWords } from './send.ts'

interface Props {
  readonly title: string
  /** An entity that is not offered. */
  readonly except?: string
  /** What choosing an entity does. */
  readonly request: (entity: string) => EntityRequest
  readonly close: () => void
}

/** Looks entities up by name while it is typed; the chosen one settles the matter, everywhere. */
export function EntityForm({ title, except, request, close }: Props): VNode {
  const [name, setName] = useState('')
  const [found, setFound] = useState<EntityList['entities']>([])
  useEffect(() => {
    let alive = true
    const look = async () => {
      const { entities } = await ask<EntityList>(`entities?name=${encodeURIComponent(name)}`)
      if (alive) setFound(entities.filter(({ id }) => id !== except))
    }
    if (name.trim() === '') setFound([])
    else look().catch(() => setFound([]))
    return () => {
      alive = false
    }
  }, [name])
  return (
    <Dialog title={title} close={close}>
      <label class="field">
        <span>Name, or its beginning</span>
        <input
          value={name}
          dir="auto"
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => setName(value)}
        />
      </label>
      <ul class="found-entities">
        {found.map(({ id, name, type, aliases }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                void settle(request(id))
                close()
              }}
            >
              <Shown text={name} />
            </button>{' '}
            <small>
              {type}
              {aliases.length > 0 && ', also '}
              <Shown text={aliases.slice(0, 4).join(', ')} />
            </small>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Says who is who; it takes effect in every text. */
export async function settle(request: EntityRequest): Promise<void> {
  try {
    tell('Settling …')
    tell(outcomeWords(await ask<EntityAnswer>('entities', request)))
  } catch (error) {
    tell((error as Refused).message, 'refused')
  }
  refresh()
}
