import type { SourceCorrection, SourceValues } from '../model/correction.ts'
import type { Metadata } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import type { Store } from '../store/index.ts'
import { documentRecord } from './asked.ts'
import { edtfOf } from './dates.ts'
import type { Content } from './journal.ts'

/** Metadata of a text set right: at one path where others hold the same text, else wherever it stands. */
export async function planSource(
  asked: string,
  set: SourceValues,
  store: Store,
): Promise<Content<SourceCorrection>> {
  const document = await documentRecord(store, asked)
  const atOnePath = document.alsoAt.length > 0 && [document.path, ...document.alsoAt].includes(asked)
  const path = atOnePath ? asked : null
  const current = await store.metadataAt(document.id, path ?? document.path)
  const changes = Object.entries(set).flatMap(([name, typed]) => {
    const field = name as keyof Metadata
    if (typed === undefined) return []
    const before = current[field]?.value ?? null
    const after = typed === null ? null : checked(field, typed.trim().replace(/\s+/g, ' '))
    return before === after ? [] : [{ field, before, after }]
  })
  if (changes.length === 0) {
    throw new UserError('nothing would change: the source says so already.', { where: asked })
  }
  return { kind: 'source', textSha256: document.textSha256, path, changes }
}

function checked(field: keyof Metadata, typed: string): string {
  switch (field) {
    case 'published':
      return edtfOf(typed, 'published')
    case 'reliability':
      return gradeOf(typed)
    case 'url':
      if (/^https?:\/\/[^\s/]+/i.test(typed) && URL.canParse(typed)) return typed
      throw new UserError(`"${typed}" is no web address.`, {
        where: 'url',
        remedy: 'Write it with https:// in front.',
      })
    default:
      return typed
  }
}

/** The Admiralty scale (NATO AJP-2.1): the source A to F, the information 1 to 6, or the source alone. */
function gradeOf(typed: string): string {
  const [, source, information = ''] = /^([A-F])[\s-]*([1-6])?$/i.exec(typed) ?? []
  if (source) return `${source.toUpperCase()}${information}`
  throw new UserError(`"${typed}" is no grade of reliability.`, {
    where: 'reliability',
    remedy: 'Write it like B2: the source A to F, the information 1 to 6.',
  })
}
