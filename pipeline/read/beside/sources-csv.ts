import { parse } from 'csv-parse/sync'
import { UserError } from '../../model/errors.ts'
import { statedMetadata } from '../stated-metadata.ts'

/** A row of `sources.csv` by the names of its columns, and the files that it speaks of. */
export interface SourceRow {
  /** Names without folders. */
  readonly files: readonly string[]
  readonly line: number
  readonly fields: Readonly<Record<string, string>>
}

/** Columns that name the file: ours, and those of a Zotero export, which lists several behind each other. */
const FILE_COLUMNS = ['file', 'path', 'filename', 'name', 'file attachments']

/** Zotero's columns and the keys of ours that they are. */
const ZOTERO: Readonly<Record<string, string>> = {
  title: 'title',
  author: 'author',
  'publication title': 'publisher',
  date: 'published',
  url: 'url',
}

const MOST_BYTES = 16_000_000

/**
 * The rows of a folder's `sources.csv`: columns `file`, `title`, `publisher`, `author`, `published`, `url`,
 * `summary_of`, `reliability` in any order, or the CSV that Zotero exports. Throws a UserError where it is no table or
 * no column names a file.
 */
export function readSourcesCsv(text: string, path: string): readonly SourceRow[] {
  if (text.length > MOST_BYTES)
    throw new UserError('this list of sources is too long.', { where: path, remedy: 'Split it.' })
  const [header = [], ...rows] = records(text, path)
  const names = header.map((name) => name.trim().toLowerCase())
  const fileColumns = names.flatMap((name, at) => (FILE_COLUMNS.includes(name) ? [at] : []))
  if (fileColumns.length === 0) {
    throw new UserError('no column says which file a row speaks of.', {
      where: `${path}:1`,
      remedy: 'Name one "file", or export the list from Zotero with attachments.',
    })
  }
  const zotero = names.includes('item type') && names.includes('publication title')
  return rows.map((cells, at) => ({
    files: fileColumns
      .flatMap((column) => (cells[column] ?? '').split(zotero ? ';' : '\n'))
      .flatMap(baseName),
    line: at + 2,
    fields: Object.fromEntries(
      names.flatMap((name, column) => {
        const key = zotero ? ZOTERO[name] : name
        const value = (cells[column] ?? '').trim()
        if (!key || value === '') return []
        return [[key, zotero && key === 'author' ? zoteroNames(value) : value]]
      }),
    ),
  }))
}

export function rowMetadata(fields: Readonly<Record<string, string>>, where: string) {
  return statedMetadata({ values: fields, end: 0, where: (key) => `${where} (${key})` }, 'sources.csv')
}

function records(text: string, path: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: [',', ';', '\t'],
    })
  } catch (cause) {
    const line = (cause as { lines?: number }).lines
    throw new UserError('this is no table in CSV.', {
      where: line ? `${path}:${line}` : path,
      remedy: 'Put cells that hold quotes or line breaks in quotes, and double the quotes inside.',
      cause,
    })
  }
}

function baseName(path: string): string[] {
  const name = path.trim().split(/[\\/]/).at(-1) ?? ''
  return name === '' ? [] : [name]
}

/** "Berg, Ada; Holm, Per" are Ada Berg and Per Holm. */
function zoteroNames(value: string): string {
  return value
    .split(';')
    .map((name) => name.trim().replace(/^([^,]+),\s*(\S.*)$/, '$2 $1'))
    .join(', ')
}
