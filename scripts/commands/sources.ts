import type { SourceValues } from '../../pipeline/model/correction.ts'
import { UsageError } from '../../pipeline/model/errors.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { printSource } from '../terminal/source-view.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { type CorrectingOptions, correct, orNone } from './correct-claim.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay sources`: the texts that are in, by path, with what is known of their publication and how. */
export async function sourcesCommand(options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  return withStore(options, async (store) => {
    const sources = await store.sources()
    const claims = await store.claimCounts()
    for (const source of sources) {
      const count = claims.get(source.id) ?? 0
      if (options.json) terminal.print(plainJson({ ...source, claims: count }))
      else printSource(source, count, terminal)
    }
    terminal.say(sources.length > 0 ? counted(sources.length, 'text') : 'No text is in yet.')
    return 0
  })
}

/** The metadata of a source as flags; "none" takes a value away. */
export interface SourceValueOptions {
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  readonly published?: string
  readonly url?: string
  readonly summaryOf?: string
  readonly reliability?: string
}

const FIELDS = ['title', 'publisher', 'author', 'published', 'url', 'summaryOf', 'reliability'] as const

/** `gainsay sources set SOURCE --publisher ...`: what is known of a text's publication set right. */
export function setSourceCommand(
  source: string,
  options: CorrectingOptions & SourceValueOptions,
): Promise<number> {
  const set: SourceValues = Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = options[field]
      return value === undefined ? [] : [[field, orNone(value)]]
    }),
  )
  const empty = FIELDS.find((field) => set[field]?.trim() === '')
  if (Object.keys(set).length === 0 || empty) {
    throw new UsageError(empty ? `the ${empty} is empty.` : 'nothing is to be set.', {
      remedy: 'Name a value, like --publisher "The Tiel Courier"; "none" takes one away.',
    })
  }
  return correct({ kind: 'source', source, set }, options)
}
