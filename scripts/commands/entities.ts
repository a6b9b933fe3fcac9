import { findDuplicates } from '../../pipeline/corrections/duplicates.ts'
import { UserError } from '../../pipeline/model/errors.ts'
import type { OpenMention } from '../../pipeline/model/record.ts'
import type { Store } from '../../pipeline/store/index.ts'
import { printDuplicate, printEntity, printEntityWhole, printOpen } from '../terminal/entity-view.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

export interface EntitiesOptions extends SharedOptions {
  readonly duplicates?: boolean
  readonly open?: boolean
  readonly limit?: number
}

/** `gainsay entities [NAME]`: who and what the texts speak of; likely duplicates; names that stayed open. */
export async function entitiesCommand(name: string | undefined, options: EntitiesOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    if (options.duplicates) await listDuplicates(store, options, terminal)
    else if (options.open) await listOpen(store, name, options, terminal)
    else if (name === undefined) await listEntities(store, options, terminal)
    else await showEntities(store, name, options, terminal)
    return 0
  })
}

async function listEntities(store: Store, options: EntitiesOptions, terminal: Terminal): Promise<void> {
  const mentioned = (await store.entities()).filter(({ mentions }) => mentions > 0)
  print(mentioned, options, terminal, printEntity)
  terminal.say(
    mentioned.length > 0 ? counted(mentioned.length, 'entity', 'entities') : 'No text names anything yet.',
  )
}

/** Everything that has the name: a person who asks for "Roe" is to see both. */
async function showEntities(
  store: Store,
  name: string,
  options: EntitiesOptions,
  terminal: Terminal,
): Promise<void> {
  const ids = new Set((await store.findEntities(name)).map(({ id }) => id))
  const found = (await store.entities()).filter(({ id }) => ids.has(id))
  if (found.length === 0) {
    throw new UserError(`no text and no catalogue names "${name}".`, {
      remedy: 'Type `gainsay entities` for the names that there are.',
    })
  }
  for (const entity of found) {
    const mentions = await store.mentionsOf(entity.id)
    if (options.json) terminal.print(plainJson({ ...entity, named: mentions }))
    else printEntityWhole(entity, mentions, terminal)
  }
}

async function listDuplicates(store: Store, options: EntitiesOptions, terminal: Terminal): Promise<void> {
  const pairs = await findDuplicates(store, options.annotations)
  print(pairs, options, terminal, printDuplicate)
  terminal.say(pairs.length > 0 ? counted(pairs.length, 'pair') : 'Nothing looks like a duplicate.')
}

/** Names first: they are what a correction can settle. */
const FORMS: readonly OpenMention['form'][] = ['name', 'nominal', 'pronoun']

async function listOpen(
  store: Store,
  name: string | undefined,
  options: EntitiesOptions,
  terminal: Terminal,
): Promise<void> {
  const names = new Map((await store.entities()).map((entity) => [entity.id, entity]))
  const open = (await store.openMentions())
    .filter(({ text }) => name === undefined || text.toLowerCase() === name.toLowerCase())
    .sort((a, b) => FORMS.indexOf(a.form) - FORMS.indexOf(b.form))
    .map((mention) => ({
      ...mention,
      candidates: mention.candidates.map((id) => ({ id, name: names.get(id)?.name ?? id })),
    }))
  print(open, options, terminal, printOpen)
  terminal.say(open.length > 0 ? counted(open.length, 'open mention') : 'No mention stayed open.')
}

function print<T>(
  items: readonly T[],
  { json, limit = items.length }: EntitiesOptions,
  terminal: Terminal,
  view: (item: T, terminal: Terminal) => void,
): void {
  for (const item of items.slice(0, limit)) {
    if (json) terminal.print(plainJson(item))
    else view(item, terminal)
  }
}
