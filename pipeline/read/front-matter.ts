import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { UserError } from '../model/errors.ts'
import { linesOf } from '../model/lines.ts'

/** The YAML between `---` lines at the head of a file. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>
  /** Where the text behind the closing line begins, UTF-16. */
  readonly end: number
  /** `path:line:column` of a key. */
  where(key: string): string
}

/**
 * Front matter at the very start of the text; null where there is none. Two rules with prose between them are none:
 *
 *     ---                      ---
 *     title: A ferry sinks     The night was calm.
 *     ---                      ---
 *
 * Read as plain data (YAML core schema): custom tags are errors and aliases limited, so that no file runs code or
 * blows up. Throws a UserError with file, line and column for what does not parse.
 */
export function readFrontMatter(text: string, path: string): FrontMatter | null {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)
  if (!opening) return null
  const yamlStart = opening[0].length
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(yamlStart))
  if (!closing) return null
  const yaml = text.slice(yamlStart, yamlStart + closing.index)
  if (yaml.length > LONGEST) throw unreadable(`it has more than ${LONGEST} characters`, `${path}:1:1`)
  const first = linesOf(yaml).find((line) => line.text !== '' && !line.text.startsWith('#'))
  if (first && !/^["']?[\p{L}_][\p{L}\p{N}_ -]*["']?\s*:(?:\s|$)/u.test(first.text.slice(0, LONGEST_KEY)))
    return null
  const afterClosing = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(yamlStart + closing.index))![0].length
  return { ...readYamlMap(yaml, path, 1), end: yamlStart + closing.index + afterClosing }
}

/** With its colon. */
const LONGEST_KEY = 200

/** Far beyond a few facts: the parser takes minutes for megabytes. */
const LONGEST = 100_000

/** Keys and values of a YAML text, which begins behind so many lines of its file. Throws as `readFrontMatter` does. */
export function readYamlMap(yaml: string, path: string, linesBefore = 0): FrontMatter {
  const lines = new LineCounter()
  const document = parsed(yaml, lines, `${path}:${1 + linesBefore}:1`)
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line + linesBefore}:${col}`
  }
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault) {
    const tooDeep = /call stack/.test(fault.message)
    throw unreadable(tooDeep ? 'it is nested too deep' : fault.message, at(fault.pos[0]))
  }
  if (document.contents !== null && !isMap(document.contents))
    throw unreadable('it is no list of keys', at(0))
  return {
    values: toValues(() => document.toJS({ maxAliasCount: 100 }), at(0)),
    end: 0,
    where: (key) => {
      const pair = isMap(document.contents)
        ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined
      const node = isNode(pair?.value) && pair.value.range ? pair.value : pair?.key
      return at(isNode(node) && node.range ? node.range[0] : 0)
    },
  }
}

/** Lists in lists without end exhaust the parser's stack. */
function parsed(yaml: string, lineCounter: LineCounter, where: string) {
  try {
    return parseDocument(yaml, { lineCounter, prettyErrors: false, schema: 'core' })
  } catch (cause) {
    throw unreadable('it is nested too deep', where, cause)
  }
}

function toValues(read: () => unknown, where: string): Record<string, unknown> {
  try {
    return (read() ?? {}) as Record<string, unknown>
  } catch (cause) {
    throw unreadable('its aliases (*name) expand without end', where, cause)
  }
}

function unreadable(what: string, where: string, cause?: unknown): UserError {
  return new UserError(`the front matter does not parse: ${what}.`, {
    where,
    remedy: 'Write it as "key: value" lines between two --- lines, with values that hold ": " in quotes.',
    cause,
  })
}
