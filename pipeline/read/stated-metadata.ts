import type { Known, Metadata } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import type { FrontMatter } from './front-matter.ts'
import { parseDate } from './infer/date.ts'

/** Metadata that a file states of itself; null where it says nothing. */
export type StatedMetadata = Metadata

export const NOTHING_STATED: StatedMetadata = {
  title: null,
  publisher: null,
  author: null,
  published: null,
  url: null,
  summaryOf: null,
}

/**
 * The known keys of a front matter: title, publisher, author (or authors, a name or a list of names), published (or
 * date), url, summary_of. Other keys are none of our business. Throws a UserError for a value of the wrong type.
 */
export function statedMetadata(frontMatter: FrontMatter | null): StatedMetadata {
  if (!frontMatter) return NOTHING_STATED
  const text = (...keys: readonly string[]): Known<string> | null => {
    for (const key of keys) {
      const value = textOf(frontMatter, key)
      if (value !== null) return { value, basis: 'front matter', reason: null }
    }
    return null
  }
  return {
    title: text('title'),
    publisher: text('publisher'),
    author: text('author', 'authors'),
    published: publishedOf(frontMatter, 'published') ?? publishedOf(frontMatter, 'date'),
    url: text('url'),
    summaryOf: text('summary_of'),
  }
}

function textOf(frontMatter: FrontMatter, key: string): string | null {
  const value = frontMatter.values[key] ?? null
  const parts = Array.isArray(value) && key.startsWith('author') ? value : [value]
  if (parts.every((part) => part === null || part === '')) return null
  if (!parts.every((part) => typeof part === 'string' || typeof part === 'number')) {
    throw new UserError(
      `"${key}" must be ${key.startsWith('author') ? 'a name or a list of names' : 'a text'}.`,
      {
        where: frontMatter.where(key),
        remedy: `Write it as: ${key}: "..."`,
      },
    )
  }
  return parts.map((part) => String(part).replace(/\s+/g, ' ').trim()).join(', ')
}

function publishedOf(frontMatter: FrontMatter, key: string): Known<string> | null {
  const value = textOf(frontMatter, key)
  if (value === null) return null
  const edtf = parseDate(value)
  if (edtf === null) {
    throw new UserError(`"${value}" is no date that we understand.`, {
      where: frontMatter.where(key),
      remedy: `Write it as: ${key}: 2025-06-08 (or 2025-06, or 2025).`,
    })
  }
  const yearOnly = edtf.length === 4 && value.length > 4
  const reason = yearOnly
    ? `of "${value}" only the year is certain: day and month may be either way round`
    : null
  return { value: edtf, basis: 'front matter', reason }
}
