import type { BlockHint } from '../../model/document.ts'
import { type Context, type Draft, draft } from './draft.ts'

/** What the file's structure says outright; a paragraph may be anything that nobody marked up. */
const SAID: ReadonlySet<BlockHint['kind']> = new Set([
  'heading',
  'quote',
  'cell',
  'code',
  'reference',
  'boilerplate',
])

/** The hints that came with a drawn-out text to drafts: one for each. */
export function hintedDrafts({ masked }: Context, hints: readonly BlockHint[]): Draft[] {
  return hints.flatMap((hint) => {
    const { kind, level } = hint
    const made = draft(masked, hint, { kind, level, marked: SAID.has(kind) })
    return made ? [made] : []
  })
}
