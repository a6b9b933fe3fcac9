import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import jsonld from 'jsonld'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ExportFormat, exportAs } from '../../pipeline/export/index.ts'
import { verdictNode } from '../../pipeline/export/web-annotation.ts'
import { sha256 } from '../../pipeline/model/ids.ts'
import type { Store } from '../../pipeline/store/index.ts'
import { HARD, mask, PLAIN, storeOf } from './hard.ts'

// biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes, which the tests look into
type Json = any

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-formats-'))
  store = await storeOf(folder, HARD, PLAIN)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** The last file that an export in this format writes. */
async function written(format: ExportFormat, selection = false): Promise<string> {
  const files = await exportAs(store, folder, { format, selection, mask })
  return readFileSync(files.at(-1)!.path, 'utf8')
}

describe('CSVW metadata', () => {
  it('describes every column of every file, in order, and ties the files together', async () => {
    const metadata = JSON.parse(await written('csvw'))
    expect(problemsOf(metadata)).toEqual([])
    for (const { url, tableSchema } of metadata.tables) {
      const header = readFileSync(join(folder, url), 'utf8').split('\r\n')[0]
      expect(tableSchema.columns.map(({ titles }: { titles: string }) => titles).join(',')).toBe(header)
      for (const column of tableSchema.columns) expect(column['dc:description']).toMatch(/\w/)
    }
    expect(metadata.tables[1].tableSchema.foreignKeys).toHaveLength(2)
  })

  it('makes promises that the files keep: keys are unique, and references lead somewhere', async () => {
    const { tables } = JSON.parse(await written('csvw'))
    const rows = new Map<string, Json[]>(
      tables.map(({ url }: Json) => [url, parse(readFileSync(join(folder, url)), { columns: true })]),
    )
    for (const { url, tableSchema } of tables) {
      const { primaryKey, foreignKeys = [] } = tableSchema
      const keys = rows.get(url)!.map((row) => row[primaryKey])
      if (primaryKey) expect(new Set(keys).size).toBe(keys.length)
      for (const { columnReference, reference } of foreignKeys) {
        const known = rows.get(reference.resource)!.map((row) => row[reference.columnReference])
        for (const row of rows.get(url)!) expect([...known, '']).toContain(row[columnReference])
      }
    }
    expect(rows.get('conflicts.csv')).toHaveLength(3)
  })

  it('leaves claims untied in a selection, which need not hold them all', async () => {
    const { tables } = JSON.parse(await written('csvw', true))
    expect(tables[1].tableSchema.foreignKeys).toMatchObject([{ columnReference: 'conflict_id' }])
  })

  it('would fail the check with a name, a datatype or a reference that is none', () => {
    const table = (column: object, rest: object = {}) => ({
      '@context': 'http://www.w3.org/ns/csvw',
      tables: [{ url: 'a.csv', tableSchema: { columns: [column], ...rest } }],
    })
    expect(problemsOf(table({ name: 'a', titles: 'a', datatype: 'string' }))).toEqual([])
    expect(problemsOf(table({ name: '_a', titles: 'a' }))).toEqual(['a.csv: name _a'])
    expect(problemsOf(table({ name: 'a', titles: 'a', datatype: 'text' }))).toEqual(['a.csv: datatype of a'])
    expect(problemsOf(table({ name: 'a', titles: 'a', width: 3 }))).toEqual(['a.csv: property width of a'])
    expect(problemsOf(table({ name: 'a', titles: 'a' }, { primaryKey: 'b' }))).toEqual(['a.csv: key b'])
    const foreignKeys = [{ columnReference: 'a', reference: { resource: 'b.csv', columnReference: 'a' } }]
    expect(problemsOf(table({ name: 'a', titles: 'a' }, { foreignKeys }))).toEqual(['a.csv: b.csv has no a'])
  })
})

/** What breaks the rules of https://www.w3.org/TR/tabular-metadata/ as far as our files use them. */
function problemsOf(metadata: Json): string[] {
  const problems: string[] = []
  const context = [metadata['@context']].flat()
  if (context[0] !== 'http://www.w3.org/ns/csvw') problems.push('@context')
  const namesOf = (url: string): string[] =>
    metadata.tables
      .find((table: Json) => table.url === url)
      ?.tableSchema.columns.map(({ name }: Json) => name) ?? []
  for (const { url, tableSchema, ...rest } of metadata.tables) {
    const report = (problem: string) => problems.push(`${url}: ${problem}`)
    for (const key of Object.keys(rest)) if (!/^(dc:\w+|dialect|notes|@id|@type)$/.test(key)) report(key)
    const { columns, primaryKey, foreignKeys = [] } = tableSchema
    const names = columns.map(({ name }: Json) => name)
    if (new Set(names).size < names.length) report('a name twice')
    for (const column of columns) {
      // 5.6: a name has no underscore before it and needs no percent-encoding.
      if (!/^[A-Za-z][\w.]*$/.test(column.name)) report(`name ${column.name}`)
      if (!DATATYPES.has(column.datatype?.base ?? column.datatype ?? 'string'))
        report(`datatype of ${column.name}`)
      for (const key of Object.keys(column)) {
        if (!/^(name|titles|datatype|null|separator|required|dc:\w+)$/.test(key))
          report(`property ${key} of ${column.name}`)
      }
    }
    if (primaryKey !== undefined && !names.includes(primaryKey)) report(`key ${primaryKey}`)
    for (const { columnReference, reference } of foreignKeys) {
      if (!names.includes(columnReference)) report(`key ${columnReference}`)
      if (!namesOf(reference.resource).includes(reference.columnReference)) {
        report(`${reference.resource} has no ${reference.columnReference}`)
      }
    }
  }
  return problems
}

/** Built-in datatypes, 5.11.1, as far as Jsonbody would want them here. */
const DATATYPES = new Set(['string', 'integer', 'number', 'double', 'boolean', 'date', 'dateTime', 'anyURI'])

const OA = 'http://www.w3.org/ns/oa#'
const PROV = 'http://www.w3.org/ns/prov#'

/**
 * What the W3C's context makes of the terms that we use, put down here from the vocabulary's tables, so that no test
 * needs the network.
 */
const id = (iri: string) => ({ '@id': iri, '@type': '@id' })
const ANNOTATION_CONTEXT = {
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@id', '@id': '@type' },
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  as: 'http://www.w3.org/ns/activitystreams#',
  ...Object.fromEntries(
    ['Annotation', 'TextualBody', 'SpecificResource', 'TextQuoteSelector', 'TextPositionSelector'].map(
      (name) => [name, OA + name],
    ),
  ),
  ...Object.fromEntries(['exact', 'prefix', 'suffix', 'start', 'end'].map((name) => [name, OA + name])),
  ...Object.fromEntries(
    ['describing', 'linking', 'assessing', 'identifying', 'commenting'].map((name) => [name, OA + name]),
  ),
  Text: 'http://purl.org/dc/dcmitype/Text',
  Software: 'as:Application',
  Person: 'http://xmlns.com/foaf/0.1/Person',
  name: 'http://xmlns.com/foaf/0.1/name',
  body: id(`${OA}hasBody`),
  target: id(`${OA}hasTarget`),
  source: id(`${OA}hasSource`),
  selector: id(`${OA}hasSelector`),
  creator: id('dcterms:creator'),
  generator: id('as:generator'),
  motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
  purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
  created: 'dcterms:created',
  format: 'dc:format',
  value: 'rdf:value',
}

describe('Web Annotations', () => {
  const documentLoader = async (documentUrl: string) => {
    if (documentUrl !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`the network: ${documentUrl}`)
    return { documentUrl, document: { '@context': ANNOTATION_CONTEXT } }
  }

  it('are expanded by a JSON-LD processor without loss', async () => {
    const document = JSON.parse(await written('jsonld'))
    // Safe mode throws on every key and type that no term gives a meaning to.
    const expanded = await jsonld.expand(document, { documentLoader, safe: true } as object)
    expect(expanded).toHaveLength(document['@graph'].length)
    const back = (await jsonld.compact(expanded, document['@context'], {
      documentLoader,
    } as object)) as Json
    const byId = (nodes: Json[]) => [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))
    const sorted = (value: Json): Json =>
      Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? ordered(value) : value
    const ordered = (node: object) =>
      Object.fromEntries(
        Object.entries(node)
          .sort()
          .map(([key, value]) => [key, sorted(value)]),
      )
    expect(byId(back['@graph']).map(sorted)).toEqual(byId(document['@graph']).map(sorted))
  })

  it('address quotes in code points, with what stands around them', async () => {
    const graph = JSON.parse(await written('jsonld'))['@graph'] as Json[]
    const characters = [...HARD.text]
    const claims = graph.filter(
      ({ type, target }) => type.includes('Claim') && target.source.endsWith(base64url(HARD.textSha256)),
    )
    expect(claims).toHaveLength(HARD.claims.length)
    const kept = readFileSync(join(folder, 'texts', `${HARD.textSha256}.txt`), 'utf8')
    expect(kept).toBe(HARD.text)
    for (const { target } of claims) {
      const [{ start, end }, { exact, prefix, suffix }] = target.selector
      expect(characters.slice(start, end).join('')).toBe(exact)
      expect(HARD.text).toContain(prefix + exact + suffix)
    }
    expect(claims.map(({ target }) => target.selector[1].exact)).toContain(
      'The quay\r\nbroke\0 in 2031, 👩‍👩‍👧',
    )
  })

  it('tell what a person set right, with who and when', async () => {
    const graph = JSON.parse(await written('jsonld'))['@graph'] as Json[]
    const corrections = graph.flatMap(({ correction }) => correction ?? [])
    expect(corrections).toMatchObject([
      { field: 'date', after: '2031', creator: { name: 'Ada <b>' }, created: '2026-01-31T12:00:00.000Z' },
    ])
    expect(await written('html')).toContain('corrected: date: unknown → 2031 (Ada &lt;b&gt;, 2026-01-31)')
  })

  it('tell where each comes from, and who decided', async () => {
    const document = JSON.parse(await written('jsonld'))
    const expanded = (await jsonld.expand(document, { documentLoader } as object)) as Json[]
    const ofType = (name: string) => expanded.filter((node) => node['@type']?.includes(name))
    const ids = new Set(expanded.map((node) => node['@id']))
    const claims = ofType('urn:gainsay:term:Claim')
    expect(claims).toHaveLength(5)
    for (const claim of claims) {
      for (const term of ['wasDerivedFrom', 'wasGeneratedBy', 'wasAttributedTo']) {
        expect(ids).toContain(claim[PROV + term][0]['@id'])
      }
    }
    const [dispute] = ofType('urn:gainsay:term:Dispute')
    const [verdict] = ofType('urn:gainsay:term:Verdict')
    expect(verdict[`${OA}hasTarget`]).toEqual([{ '@id': dispute['@id'] }])
    expect(verdict[`${OA}motivatedBy`]).toEqual([{ '@id': `${OA}assessing` }])
    const positions = dispute['urn:gainsay:term:position'][0]['@list'].map((one: Json) => one['@id'])
    expect(positions).toContain(verdict['urn:gainsay:term:heldPosition'][0]['@id'])
  })

  it('tell why a person found no conflict', async () => {
    const [dispute] = await store.conflicts()
    const { verdict } = dispute!
    const node = verdictNode({ ...verdict!, decision: 'no-conflict', reason: 'part-whole' })
    const document = { '@context': JSON.parse(await written('jsonld'))['@context'], ...node }
    const [expanded] = (await jsonld.expand(document as object, { documentLoader } as object)) as Json[]
    expect(expanded['urn:gainsay:term:reason']).toEqual([{ '@value': 'part-whole' }])
    expect(verdictNode(verdict!)).not.toHaveProperty('reason')
  })
})

function base64url(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url')
}

describe('the page', () => {
  it('shows article text as text, loads nothing, and runs only its own script', async () => {
    const page = await written('html')
    expect(page).toContain('What of quay?')
    expect(page).toContain('Ada &lt;b&gt;')
    expect(page).not.toContain('Ada <b>')
    expect(page).toContain('<mark>🚢</mark>')
    expect(page).toContain('<span class="control">U+202B</span>')
    expect(page).not.toMatch(/[\0\u202a-\u202e]/)
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll('&#39;', "'")
    expect(policy).toMatch(/^default-src 'none'; /)
    const hashOf = (tag: string) => {
      const code = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)![1]!
      return `'sha256-${Buffer.from(sha256(code), 'hex').toString('base64')}'`
    }
    expect(policy).toContain(`style-src ${hashOf('style')};`)
    expect(policy).toContain(`script-src ${hashOf('script')};`)
    expect(page).not.toMatch(/\b(?:src|on\w+)=|<link|@import|url\(/)
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/example\.org\//)
  })
})

it('leaves no unfinished file behind', async () => {
  for (const format of ['csvw', 'jsonld', 'html'] as const) await written(format)
  expect(readdirSync(folder).filter((name) => /tmp/.test(name))).toEqual([])
})
