import type { Block } from '../../model/document.ts'
import type { Draft } from './draft.ts'
import { isStructural } from './structural.ts'

/**
 * Settles the level of every heading and gives each block the headings above it. Levels of plain text are read off
 * the form: "2.1" says it, capitals are outermost, and of headings with and without a colon the form that comes
 * first is the outer one. The title is no section: it would be in every path.
 */
export function toBlocks(drafts: readonly Draft[]): Block[] {
  const path: { level: number; name: string }[] = []
  const levelOf = levels(drafts)
  return drafts.map((draft) => {
    if (draft.kind === 'heading' && !draft.title) {
      const level = levelOf(draft, path)
      while (path.length > 0 && path.at(-1)!.level >= level) path.pop()
      const section = path.map(({ name }) => name)
      path.push({ level, name: nameOf(draft) })
      return { start: draft.start, end: draft.end, kind: draft.kind, section }
    }
    const section = draft.title ? [] : path.map(({ name }) => name)
    return { start: draft.start, end: draft.end, kind: draft.kind, section }
  })
}

/** Inferred levels lie below every declared one that is open: 10 and up. */
const INFERRED = 10

type LevelOf = (draft: Draft, path: readonly { level: number }[]) => number

function levels(drafts: readonly Draft[]): LevelOf {
  const first = drafts.find(
    (draft) => draft.kind === 'heading' && !draft.title && !draft.marked && form(draft) !== 'fixed',
  )
  const outer = first ? form(first) : null
  return (draft) => {
    if (draft.level !== null) return draft.level
    const number = numberOf(draft)
    if (number) return INFERRED + number.split('.').length
    if (isCapitals(draft.text)) return INFERRED + 1
    return form(draft) === 'fixed' || form(draft) === outer ? INFERRED + 2 : INFERRED + 3
  }
}

/** Numbers, capitals and the names of a paper's parts fix the level by themselves. */
function form(draft: Draft): 'fixed' | 'colon' | 'bare' {
  if (numberOf(draft) || isCapitals(draft.text) || isStructural(draft.text)) return 'fixed'
  return draft.text.endsWith(':') ? 'colon' : 'bare'
}

function numberOf({ number, text }: Draft): string | null {
  return number ?? /^(\d+(?:\.\d+)*)\.?\s/.exec(text)?.[1] ?? null
}

function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

function nameOf({ text }: Draft): string {
  return text.replace(/^\d+(?:\.\d+)*\.?\s+/, '').replace(/(?<!\s)\s*[.:]$/, '')
}
