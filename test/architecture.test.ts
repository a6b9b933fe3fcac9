import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The import rules of the house: see "Invariants" in pipeline/README.md. */

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders that turn readonly data into readonly data: no clock, no chance, no locale, no environment. */
const pure = [
  'segment',
  'dates',
  'quantities',
  'entities',
  'claims',
  'resolve',
  'conflicts',
  'export',
  'model',
]

/** Who may import a big dependency. */
const owners: readonly { readonly dependency: RegExp; readonly owner: RegExp }[] = [
  { dependency: /^(remark-|unified|mdast|unist|micromark)/, owner: /^pipeline\/segment\// },
  { dependency: /^compromise/, owner: /^(pipeline\/segment\/|scripts\/bench\/|scripts\/train\/)/ },
  { dependency: /^better-sqlite3$/, owner: /^(pipeline\/store\/|scripts\/soak\/)/ },
  { dependency: /^pg$/, owner: /^pipeline\/(store\/postgres|queue)\// },
  { dependency: /^pg-boss$/, owner: /^pipeline\/queue\// },
  { dependency: /^p-queue$/, owner: /^pipeline\/run\.ts$/ },
  { dependency: /^tinypool$/, owner: /^pipeline\/batch\/(threads|worker)\.ts$/ },
  { dependency: /^yaml$/, owner: /^(pipeline\/(knowledge|read)\/|scripts\/)/ },
  { dependency: /^(linkedom|@mozilla\/readability|htmlparser2|unpdf|fflate)$/, owner: /^pipeline\/read\// },
  { dependency: /^csv-parse/, owner: /^pipeline\/(read|export)\// },
  { dependency: /^wink-/, owner: /^scripts\/bench\// },
  { dependency: /^franc-min$/, owner: /^pipeline\/segment\// },
  { dependency: /^chokidar$/, owner: /^scripts\// },
  { dependency: /^@edtf-ts\//, owner: /^pipeline\/dates\// },
  { dependency: /^csv-stringify/, owner: /^pipeline\/export\// },
  { dependency: /^(commander|picocolors)$/, owner: /^scripts\// },
  { dependency: /^(hono|@hono\/)/, owner: /^pipeline\/review\/(server|guard)\.ts$/ },
  { dependency: /^@clack\//, owner: /^scripts\/terminal\// },
  { dependency: /^preact/, owner: /^pipeline\/review\/page\// },
  { dependency: /^playwright-core$/, owner: /^scripts\/screenshots\.ts$/ },
]

interface SourceFile {
  readonly path: string
  readonly code: string
}

function filesUnder(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
    .map((path) => ({ path, code: readFileSync(join(root, path), 'utf8') }))
}

/** What a file imports, as paths from the root for files of ours and as package names for the rest. */
function importsOf({ path, code }: SourceFile): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const pattern = /(?:\bfrom|\bimport|\bimport\()\s*'([^'\n]+)'/g
  return [...bare.matchAll(pattern)].map(([, name]) =>
    name!.startsWith('.') ? normalize(join(dirname(path), name!)).replaceAll('\\', '/') : name!,
  )
}

/** Rooms behind the entry points: they put the stages together, and may know each other and every stage. */
const rooms = new Set(['batch', 'corrections', 'queue', 'review'])

/** The first rule that an import breaks, in words; null where it keeps them all. */
function broken(path: string, imported: string): string | null {
  const owned = owners.find((rule) => rule.dependency.test(imported))
  if (owned && !owned.owner.test(path)) return `${imported} belongs to ${owned.owner.source}`
  if (!imported.startsWith('pipeline/') && !imported.startsWith('scripts/')) return null
  if (path.startsWith('pipeline/') && imported.startsWith('scripts/')) return 'the pipeline knows no script'
  if (!path.startsWith('pipeline/')) return null
  const [, folder, ...inFolder] = path.split('/')
  const [, target, ...inTarget] = imported.split('/')
  if (inFolder.length === 0 || (rooms.has(folder!) && imported !== 'pipeline/run.ts')) return null
  if (folder === 'model') return target === 'model' ? null : 'model/ imports nothing of ours'
  if (inTarget.length === 0) return 'a stage does not know who calls it'
  return target === folder || target === 'model' ? null : 'a stage imports model/ and itself, never a sibling'
}

const pipeline = filesUnder('pipeline')
const all = [...pipeline, ...filesUnder('scripts')]

describe('architecture', () => {
  it('keeps the import rules', () => {
    const breaches = all.flatMap((file) =>
      importsOf(file).flatMap((imported) => {
        const rule = broken(file.path, imported)
        return rule ? [`${file.path} imports ${imported}: ${rule}`] : []
      }),
    )
    expect(breaches).toEqual([])
  })

  it('takes nothing but types into the review page from outside of it, for it runs in a browser', () => {
    const breaches = pipeline
      .filter(({ path }) => path.startsWith('pipeline/review/page/'))
      .flatMap(({ path, code }) =>
        [...code.matchAll(/^import (?!type )[^'\n]*'([^']+)'/gm)].flatMap(([, name]) => {
          const imported = name!.startsWith('.') ? normalize(join(dirname(path), name!)) : name!
          return /^(preact|pipeline\/review\/page\/)/.test(imported) ? [] : [`${path} imports ${imported}`]
        }),
      )
    expect(breaches).toEqual([])
  })

  it('would notice a breach', () => {
    expect(broken('pipeline/claims/find.ts', 'pipeline/dates/index.ts')).toMatch(/never a sibling/)
    expect(broken('pipeline/model/claim.ts', 'pipeline/dates/index.ts')).toMatch(/model/)
    expect(broken('pipeline/claims/find.ts', 'pipeline/run.ts')).toMatch(/who calls it/)
    expect(broken('pipeline/export/csv.ts', 'better-sqlite3')).toMatch(/belongs to/)
    expect(broken('pipeline/run.ts', 'scripts/commands/run.ts')).toMatch(/no script/)
    expect(broken('pipeline/batch/take-in.ts', 'pipeline/run.ts')).toMatch(/who calls it/)
    expect(broken('pipeline/claims/find.ts', 'pipeline/batch/corpus.ts')).toMatch(/never a sibling/)
    expect(broken('pipeline/annotate.ts', 'pipeline/claims/index.ts')).toBeNull()
    expect(broken('pipeline/batch/prepare.ts', 'pipeline/annotate.ts')).toBeNull()
    expect(broken('pipeline/claims/find.ts', 'pipeline/model/claim.ts')).toBeNull()
    expect(importsOf({ path: 'pipeline/a/b.ts', code: "import { x } from '../c/d.ts'" })).toEqual([
      'pipeline/c/d.ts',
    ])
  })

  it('keeps clock, chance, locale and environment out of the stages and the exports', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\blocaleCompare\b|\btoLocale\w+|\bIntl\.|\bprocess\.env\b/
    const breaches = pipeline
      .filter(({ path }) => pure.includes(path.split('/')[1]!))
      .flatMap(({ path, code }) => {
        const found = impure.exec(code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, ''))
        return found ? [`${path}: ${found[0]}`] : []
      })
    expect(breaches).toEqual([])
  })
})
