import { UserError } from '../../model/errors.ts'
import type { Limits } from '../limits.ts'

/** A record of a file, or why it is none. */
export interface FoundRecord {
  readonly value: unknown
  /** From 1: its place in the list, or its line. */
  readonly number: number
  readonly fault: string | null
  /** False for a file that is one record. */
  readonly ofMany: boolean
}

/** Where programs put the list of articles in an object around it. */
const LISTS = [
  'articles',
  'items',
  'results',
  'data',
  'documents',
  'docs',
  'entries',
  'records',
  'hits',
  'news',
  'posts',
]

/**
 * The records of a JSON text: one object, a list, a list inside an object, or one on each line (JSON Lines), which is
 * tried where the whole is no JSON. Throws a UserError where it is neither, or holds more than the limit.
 */
export function recordsOf(text: string, path: string, limits: Limits): readonly FoundRecord[] {
  const whole = parse(text)
  const records = whole.ok ? recordsIn(whole.value) : recordsByLine(text)
  if (!whole.ok && !records.some(({ fault }) => fault === null)) {
    throw new UserError(`this is no JSON: ${whole.fault}.`, { where: path, remedy: 'Mend it, or remove it.' })
  }
  if (records.length === 0)
    throw new UserError('this file holds no records.', { where: path, remedy: 'Remove it, or fill it.' })
  if (records.length > limits.articles) {
    throw new UserError(`this file holds more than ${limits.articles} records.`, {
      where: path,
      remedy: 'Split it, or raise the limit with --limit articles=...',
    })
  }
  return records
}

function recordsIn(value: unknown): readonly FoundRecord[] {
  const list = Array.isArray(value) ? value : listInside(value)
  if (!list) return [{ value, number: 1, fault: null, ofMany: false }]
  return list.map((item, at) => ({ value: item, number: at + 1, fault: null, ofMany: true }))
}

function listInside(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return null
  for (const key of LISTS) {
    const inside = (value as Record<string, unknown>)[key]
    if (Array.isArray(inside) && typeof inside[0] === 'object') return inside
  }
  return null
}

function recordsByLine(text: string): readonly FoundRecord[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line, at): FoundRecord[] => {
    if (line.trim() === '') return []
    const parsed = parse(line)
    const fault = parsed.ok ? null : `this line is no JSON: ${parsed.fault}.`
    return [{ value: parsed.ok ? parsed.value : null, number: at + 1, fault, ofMany: true }]
  })
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string }

function parse(json: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(json) }
  } catch (error) {
    // The engine's message may quote the text at length.
    const place =
      /\bposition \d+|\bUnexpected end\b/.exec((error as Error).message)?.[0] ?? 'it does not parse'
    return {
      ok: false,
      fault: place.startsWith('position')
        ? `it does not parse at ${place}`
        : place === 'Unexpected end'
          ? 'it ends too early'
          : place,
    }
  }
}
