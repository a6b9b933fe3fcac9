import { UsageError } from '../../pipeline/model/errors.ts'
import { DEFAULT_LIMITS, type FieldNames, type Limits } from '../../pipeline/read/index.ts'

const FIELDS = ['text', 'title', 'url', 'published', 'author', 'publisher'] as const

/** `--limit pages=5000`, any number of times; throws a `UsageError` for an unknown name or no number. */
export function parseLimits(settings: readonly string[] = []): Partial<Limits> {
  return Object.fromEntries(
    settings.map((setting) => {
      const { name, value } = split(setting, '--limit pages=5000')
      if (!Object.hasOwn(DEFAULT_LIMITS, name)) throw unknown('limit', name, Object.keys(DEFAULT_LIMITS))
      const number = Number(value.replaceAll('_', ''))
      if (!(number > 0)) {
        throw new UsageError(`"${value}" is no limit.`, {
          remedy: `Give a number, as in --limit ${name}=${DEFAULT_LIMITS[name as keyof Limits]}.`,
        })
      }
      return [name, number]
    }),
  )
}

/** `--field text=story.body`, any number of times: where JSON records keep what. */
export function parseFields(settings: readonly string[] = []): FieldNames {
  return Object.fromEntries(
    settings.map((setting) => {
      const { name, value } = split(setting, '--field text=story.body')
      if (!FIELDS.some((field) => field === name)) throw unknown('field', name, FIELDS)
      return [name, value]
    }),
  )
}

function split(setting: string, example: string): { readonly name: string; readonly value: string } {
  const match = /^([^=]+)=(.+)$/s.exec(setting)
  if (!match) throw new UsageError(`"${setting}" sets nothing.`, { remedy: `Write it as ${example}.` })
  return { name: match[1]!.trim(), value: match[2]!.trim() }
}

function unknown(kind: string, name: string, known: readonly string[]): UsageError {
  return new UsageError(`there is no ${kind} "${name}".`, { remedy: `There are: ${known.join(', ')}.` })
}
