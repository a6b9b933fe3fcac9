import type { Known, Metadata, MetadataBasis } from '../model/document.ts'
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
 * date), url, summary_of, reliability. Other keys are none of our business. Throws a UserError for a value of the wrong type.
 */
export function statedMetadata(
  frontMatter: FrontMatter | null,
  basis: MetadataBasis = 'front matter',
): StatedMetadata {
  if (!frontMatter) return NOTHING_STATED
  const text = (...keys: readonly string[]): Known<string> | null => {
    for (const key of keys) {
      const value = textOf(frontMatter, key)
      if (value !== null) return { value, basis, reason: null }
    }
    return null
  }
  const reliability = reliabilityOf(frontMatter, basis)
  return {
    title: text('title'),
    publisher: text('publisher'),
    author: text('author', 'authors'),
    published: publishedOf(frontMatter, 'published', basis) ?? publishedOf(frontMatter, 'date', basis),
    url: text('url'),
    summaryOf: text('summary_of'),
    ...(reliability && { reliability }),
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

/** The Admiralty scale (NATO AJP-2.1): "B2", "b 2", or the source's letter alone. */
function reliabilityOf(frontMatter: FrontMatter, basis: MetadataBasis): Known<string> | null {
  const value = textOf(frontMatter, 'reliability')
  if (value === null) return null
  const grade = /^([A-F])(?:\s*-)?\s*([1-6])?$/i.exec(value)
  if (!grade) {
    throw new UserError(`"${value}" is no grade of reliability.`, {
      where: frontMatter.where('reliability'),
      remedy: 'Write it as: reliability: B2 (source A to F, information 1 to 6).',
    })
  }
  return { value: `${grade[1]!.toUpperCase()}${grade[2] ?? ''}`, basis, reason: null }
}

function publishedOf(frontMatter: FrontMatter, key: string, basis: MetadataBasis): Known<string> | null {
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
  return { value: edtf, basis, reason }
}
