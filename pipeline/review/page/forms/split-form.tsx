import type { VNode } from 'preact'
import type { ConflictDetail } from '../../api.ts'
import { plainText } from '../control-characters.ts'
import { Shown } from '../shown.tsx'
import { Dialog } from './dialog.tsx'
import { settle } from './entity-form.tsx'

interface Props {
  readonly entity: ConflictDetail['entities'][number]
  readonly close: () => void
}

/** Names that were taken for one and are not: the ticked ones become somebody else's. */
export function SplitForm({ entity: { id, name, aliases }, close }: Props): VNode {
  return (
    <Dialog title={`Which names are not ${plainText(name)}?`} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const names = new FormData(event.currentTarget).getAll('name').map(String)
          if (names.length > 0) void settle({ action: 'split', id, names })
          close()
        }}
      >
        {aliases.map((alias) => (
          <label key={alias} class="tick">
            <input type="checkbox" name="name" value={alias} /> <Shown text={alias} />
          </label>
        ))}
        <footer>
          <button type="submit" class="main">
            They are somebody else’s
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
