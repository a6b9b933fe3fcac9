import type { Known, Note } from '../../model/document.ts'
import { parseDate } from '../infer/date.ts'
import type { FieldNames } from '../reader.ts'
import { NOTHING_STATED, type StatedMetadata } from '../stated-metadata.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

/** The usual names of an article's fields, best first: scrapers, feeds (JSON Feed), schema.org, news interfaces. */
const USUAL: Readonly<Required<{ [K in keyof FieldNames]: readonly string[] }>> = {
  text: [
    'text',
    'content',
    'body',
    'articleBody',
    'full_text',
    'fulltext',
    'article_text',
    'maintext',
    'main_text',
    'content_text',
    'content_html',
    'raw_text',
  ],
  title: ['title', 'headline', 'name'],
  url: ['url', 'canonical_url', 'link', 'source_url', 'web_url', 'external_url'],
  published: [
    'published',
    'datePublished',
    'date_published',
    'published_at',
    'publishedAt',
    'date_publish',
    'publish_date',
    'publication_date',
    'published_date',
    'pubDate',
    'pub_date',
    'date',
  ],
  author: ['author', 'authors', 'byline', 'creator'],
  publisher: [
    'publisher',
    'site_name',
    'siteName',
    'source_name',
    'outlet',
    'newspaper',
    'publication',
    'source',
  ],
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The article's text; null where no field holds one. */
export function recordText(record: JsonRecord, fields: FieldNames): string | null {
  const found = fieldOf(record, 'text', fields)
  return typeof found?.value === 'string' && found.value.trim() !== '' ? found.value : null
}

/** What the record says of the article's publication; a date that does not parse is noted and left out. */
export function recordMetadata(
  record: JsonRecord,
  fields: FieldNames,
): { readonly stated: StatedMetadata; readonly notes: readonly Note[] } {
  const named = (field: keyof FieldNames): Known<string> | null => {
    const found = fieldOf(record, field, fields)
    const value = found && nameIn(found.value)
    return value ? { value, basis: 'embedded', reason: `field "${found.key}"` } : null
  }
  const dated = fieldOf(record, 'published', fields)
  const edtf = dated && dateIn(dated.value)
  const url = named('url')
  const unread: Note = {
    start: 0,
    end: 0,
    message: `The field "${dated?.key}" holds no date that we understand; the article is left without one.`,
  }
  return {
    stated: {
      ...NOTHING_STATED,
      title: named('title'),
      url: url && /^https?:\/\/\S+$/i.test(url.value) ? url : null,
      author: named('author'),
      publisher: named('publisher'),
      published: dated && edtf ? { value: edtf, basis: 'embedded', reason: `field "${dated.key}"` } : null,
    },
    notes: dated && !edtf ? [unread] : [],
  }
}

function fieldOf(
  record: JsonRecord,
  field: keyof FieldNames,
  fields: FieldNames,
): { readonly key: string; readonly value: unknown } | null {
  const given = fields[field]
  for (const key of given ? [given] : USUAL[field]) {
    const value = key
      .split('.')
      .reduce<unknown>((inside, part) => (isRecord(inside) ? inside[part] : undefined), record)
    if (value !== undefined && value !== null && value !== '') return { key, value }
  }
  return null
}

/** "Jane Roe", {"name": "Jane Roe"}, or a list of either. */
function nameIn(value: unknown): string | null {
  const names = [value].flat().flatMap((item) => {
    const name = isRecord(item) ? (item.name ?? item.title) : item
    return typeof name === 'string' && name.trim() !== '' ? [name.replace(/\s+/g, ' ').trim()] : []
  })
  return names.length > 0 && names.join(', ').length < 1_000 ? names.join(', ') : null
}

/** A date as written; a number is seconds or milliseconds since 1970, and means that day in UTC. */
function dateIn(value: unknown): string | null {
  if (typeof value === 'string') return parseDate(value)
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 1e8) return null
  const milliseconds = value > 1e11 ? value : value * 1000
  return milliseconds < 8e15 ? new Date(milliseconds).toISOString().slice(0, 10) : null
}
