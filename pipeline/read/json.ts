import type { Note } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import { decode } from './decode.ts'
import { checkBounds } from './html/bounds.ts'
import { layOut } from './html/lay-out.ts'
import { parsePage } from './html/page.ts'
import { isRecord, recordMetadata, recordText } from './json/fields.ts'
import { recordsOf } from './json/records.ts'
import type { Limits } from './limits.ts'
import type { FieldNames, Reader, ReadText } from './reader.ts'
import { buildText } from './text-builder.ts'

/** Articles as records: a JSON object, a list of them, or JSON Lines. */
export const jsonReader: Reader = {
  format: 'json',
  extensions: ['.json', '.jsonl', '.ndjson'],
  read(bytes, path, limits, fields) {
    const { text, notes } = decode(bytes, path)
    const records = recordsOf(text, path, limits)
    const alone = records.length === 1 && records[0]!.ofMany === false
    const seen = new Set<string>()
    return records.map(({ value, number, fault }) => {
      const where = alone ? path : `${path}#${number}`
      if (fault !== null) return new UserError(fault, { where, remedy: 'Mend or remove it.' })
      try {
        const read = readRecord(value, where, notes, limits, fields)
        return alone ? read : { ...read, name: nameOf(value, number, seen) }
      } catch (error) {
        if (error instanceof UserError) return error
        throw error
      }
    })
  },
}

function readRecord(
  value: unknown,
  where: string,
  notes: readonly Note[],
  limits: Limits,
  fields: FieldNames,
): ReadText {
  const written = isRecord(value) ? recordText(value, fields) : null
  if (!isRecord(value) || written === null) {
    throw new UserError('this record holds no text of an article.', {
      where,
      remedy: 'Name the field that does with --field text=NAME, or remove the file.',
    })
  }
  if (written.length > limits.characters) {
    throw new UserError(`this article has more than ${limits.characters} characters.`, {
      where,
      remedy: 'Split it, or raise the limit with --limit characters=...',
    })
  }
  const { stated, notes: own } = recordMetadata(value, fields)
  const drawn = isMarkup(written) ? textOfMarkup(written, where, limits) : null
  const text = drawn?.text ?? written
  return {
    text,
    bodyStart: 0,
    stated,
    notes: [...notes, ...own],
    extraction: drawn?.extraction ?? { hints: [], pages: [] },
  }
}

/** Scrapers keep an article's markup: a paragraph or a line break in tags, which no plain text has. */
function isMarkup(text: string): boolean {
  return /<(?:p|div|br|h[1-6]|ul|ol|article|section|blockquote)(?:\s[^<>]{0,300})?\/?>/i.test(text)
}

function textOfMarkup(
  html: string,
  where: string,
  limits: Limits,
): ReturnType<ReturnType<typeof buildText>['finish']> {
  checkBounds(html, where, limits)
  const builder = buildText()
  layOut(parsePage(html).body, null, builder)
  return builder.finish()
}

/** The record's own identifier, so that a record put in before it changes nothing; else its number. */
function nameOf(value: unknown, number: number, seen: Set<string>): string {
  const id = isRecord(value) ? (value.id ?? value._id) : null
  const own =
    (typeof id === 'string' && /^[\w.:/-]{1,80}$/.test(id)) || Number.isSafeInteger(id) ? String(id) : null
  const name = own !== null && !seen.has(own) ? own : `record-${number}`
  seen.add(name)
  return name
}
