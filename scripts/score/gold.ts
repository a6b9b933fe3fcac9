import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Span } from '../../pipeline/model/span.ts'

/*
 * What `annotations/gold/README.md` describes, as types: annotations by hand, which a score is measured against.
 */

const qualifier = z.object({ role: z.string(), text: z.string() })

const claim = z.object({
  quote: z.string(),
  occurrence: z.number().int().positive().default(1),
  subject: z.string(),
  relation: z.string(),
  object: z.string().nullable(),
  qualifiers: z.array(qualifier).default([]),
  polarity: z.string(),
  factuality: z.string(),
  kind: z.string().optional(),
  form: z.string(),
  attribution: z.object({ speaker: z.string().nullable(), cue: z.string() }).nullable().default(null),
})

const mention = z.object({
  text: z.string(),
  occurrence: z.number().int().positive(),
  type: z.string(),
  form: z.string(),
  entity: z.string().nullable().default(null),
})

const time = z.object({
  text: z.string(),
  occurrence: z.number().int().positive(),
  edtf: z.string().nullable().default(null),
  earliest: z.string().nullable().default(null),
  latest: z.string().nullable().default(null),
})

const article = z.object({
  text: z.string(),
  pass: z.number().int(),
  /** Nobody who writes rules reads it or its misses: what is measured on it tells what to expect elsewhere. */
  held_out: z.boolean().default(false),
  complete: z.object({ claims: z.boolean(), mentions: z.boolean(), times: z.boolean() }),
  claims: z.array(claim).default([]),
  mentions: z.array(mention).default([]),
  times: z.array(time).default([]),
})

export type GoldClaim = z.infer<typeof claim>
export type GoldMention = z.infer<typeof mention>
export type GoldArticle = z.infer<typeof article>

/** The first reading of every annotated article, by file name; mistakes in a file name the file. */
export function loadGold(directory: string): GoldArticle[] {
  const files = readdirSync(directory).filter(
    (name) => name.endsWith('.yaml') && !name.startsWith('conflicts'),
  )
  return files
    .sort()
    .map((name) => readYaml(join(directory, name), article))
    .filter(({ pass }) => pass === 1)
}

const evidence = z.object({ file: z.string(), quote: z.string() })
const conflicts = z.object({
  conflicts: z.array(
    z.object({
      key: z.string(),
      question: z.string(),
      types: z.array(z.string()),
      strength: z.string(),
      positions: z.array(z.object({ answer: z.string(), evidence: z.array(evidence) })),
    }),
  ),
  developments: z
    .array(
      z.object({
        key: z.string(),
        question: z.string(),
        steps: z.array(z.object({ answer: z.string(), evidence: z.array(evidence) })),
      }),
    )
    .default([]),
  look_alikes: z.array(z.object({ pair: z.array(evidence).length(2) })).default([]),
})

export type GoldConflicts = z.infer<typeof conflicts>
export type GoldConflict = GoldConflicts['conflicts'][number]
export type GoldEvidence = z.infer<typeof evidence>

/** The disputes and look-alikes over one folder of texts. */
export interface GoldSubject extends GoldConflicts {
  readonly subject: string
  /** The folder of its texts, from the repository's root. */
  readonly texts: string
}

/** Every subject whose disputes somebody has annotated, the sample's own first. */
export function loadGoldSubjects(directory: string): GoldSubject[] {
  const own = loadGoldConflicts(directory)
  const others = readdirSync(directory).flatMap((name) => /^conflicts-(.+)\.yaml$/.exec(name)?.[1] ?? [])
  return [
    ...(own ? [{ subject: 'sources', texts: 'sources', ...own }] : []),
    ...others.sort().map((subject) => ({
      subject,
      texts: `annotations/gold/texts/${subject}`,
      ...readYaml(join(directory, `conflicts-${subject}.yaml`), conflicts),
    })),
  ]
}

/** The disputes and look-alikes over `sources/`; null where nobody has annotated them yet. */
export function loadGoldConflicts(directory: string): GoldConflicts | null {
  const path = join(directory, 'conflicts.yaml')
  return existsSync(path) ? readYaml(path, conflicts) : null
}

function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(path, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${path}: ${z.prettifyError(result.error)}`)
}

/**
 * Where the nth occurrence of a quote stands, as whole words: "it" is not in "with". Throws where the text does not hold
 * it so often, for then the gold is wrong.
 */
export function locate(text: string, quote: string, occurrence: number, where: string): Span {
  let start = -1
  for (let seen = 0; seen < occurrence; ) {
    start = text.indexOf(quote, start + 1)
    if (start === -1) throw new Error(`${where} does not hold "${quote}" ${occurrence} times.`)
    if (isWhole(text, start, start + quote.length)) seen++
  }
  return { start, end: start + quote.length }
}

const INSIDE_WORD = /^[\p{L}\p{M}\p{N}]{2}$/u

function isWhole(text: string, start: number, end: number): boolean {
  return (
    !INSIDE_WORD.test(text.slice(start - 1, start + 1)) && !INSIDE_WORD.test(text.slice(end - 1, end + 1))
  )
}
