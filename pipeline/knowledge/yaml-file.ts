import { readFileSync } from 'node:fs'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { UserError } from '../model/errors.ts'

/** A validated YAML file that still knows where each of its values stands. */
export interface YamlFile<T> {
  readonly value: T
  /** `path:line:column` of the value at that path, or of the nearest one above it. */
  where(path: readonly PropertyKey[]): string
}

/**
 * Reads and validates one YAML file; null where there is none. Plain data only: custom tags are errors and aliases
 * are limited, so that a file can neither run code nor blow up. An empty file is the schema's value for null.
 */
export function readYamlFile<T>(path: string, schema: z.ZodType<T>, remedy: string): YamlFile<T> | null {
  const text = readIfPresent(path)
  if (text === null) return null
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
  })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault) {
    throw new UserError(`this is not valid YAML: ${fault.message}.`, { where: at(fault.pos[0]), remedy })
  }
  const where = (issuePath: readonly PropertyKey[]): string => at(offsetOf(document, issuePath))
  const result = schema.safeParse(toPlainData(document, path))
  if (result.success) return { value: result.data, where }
  const issue = result.error.issues[0]!
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  throw new UserError(`${describe(issue)}.`, {
    where: where(unknownKey === undefined ? issue.path : [...issue.path, unknownKey]),
    remedy,
  })
}

function readIfPresent(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    const what = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8' : `cannot be read (${code})`
    throw new UserError(`this file ${what}.`, {
      where: path,
      remedy: 'Save it as UTF-8, readable for you.',
      cause,
    })
  }
}

function toPlainData(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (cause) {
    throw new UserError('its aliases (*name) expand without end.', {
      where: path,
      remedy: 'Write the values out.',
      cause,
    })
  }
}

/** Where the value at `path` begins; for an unknown key, the key itself; for a missing value, what should hold it. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    const parent = length < 2 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    if (isMap(parent)) {
      const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path[length - 1])?.key
      if (isNode(key) && key.range) return key.range[0]
    }
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path
    .map((key) => (typeof key === 'number' ? `entry ${key + 1}` : String(key)))
    .join(', ')
  const message = inWords(issue.message.replace(/^Invalid (input|option): /, ''))
  return place ? `${place}: ${message}` : message
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  object: '"key: value" lines',
  string: 'words',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
  undefined: 'nothing',
}

/** "expected array, received object" and 'expected one of "a"|"b"' for people who write YAML. */
function inWords(message: string): string {
  return message
    .replace(
      /^expected (\w+), received (\w+)$/,
      (_, wanted: string, given: string) =>
        `expected ${KINDS[wanted] ?? wanted}, found ${KINDS[given] ?? given}`,
    )
    .replaceAll('"|"', '", "')
}
