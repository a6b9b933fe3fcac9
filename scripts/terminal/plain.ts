import { harmlessEscapes } from './harmless.ts'

/**
 * A record as JSON for other programs, on one line. The whole text of a document is left out: its quotes are there,
 * and a text can be a megabyte.
 */
export function plainJson(value: unknown): string {
  return harmlessEscapes(JSON.stringify(withoutTexts(value)))
}

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts)
  if (value === null || typeof value !== 'object') return value
  const isDocument = 'textSha256' in value
  const kept = Object.entries(value).filter(([name]) => !(isDocument && name === 'text'))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutTexts(inner)]))
}
