import { join } from 'node:path'
import type { Correction } from '../model/correction.ts'
import { contentId } from '../model/ids.ts'
import { type Journal, openJournal } from '../store/index.ts'
import { correctionSchema } from './entry-schema.ts'

/** The log of corrections in a folder of annotations; it need not be there yet. */
export function correctionJournal(annotations: string): Journal<Correction> {
  return journalAt(join(annotations, 'corrections.jsonl'))
}

/** A log of corrections by its path. */
export function journalAt(path: string): Journal<Correction> {
  return openJournal(path, (json) => {
    const parsed = correctionSchema.safeParse(json)
    // As it was written, so that a copy is the same line.
    if (parsed.success) return json as Correction
    const { path, message } = parsed.error.issues[0]!
    throw new Error([path.join('.'), message].filter((part) => part !== '').join(': '))
  })
}

/** What an entry says, before it is somebody's. */
export type Content<T> = Omit<T, 'id' | 'reviewer' | 'at' | 'note'>

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

/** An entry under the id that its content gives it. */
export function entryOf(content: WithoutId<Correction>): Correction {
  return { id: contentId('k', JSON.stringify(content)), ...content } as Correction
}
