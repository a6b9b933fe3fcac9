import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { type Document, isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml'
import { UserError } from '../model/errors.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import { ENTITY_REMEDY, entitiesSchema, loadEntities } from './entities.ts'
import { splice } from './splice.ts'
import { readYamlFile } from './yaml-file.ts'

/** The lists of an entry that a correction adds to or takes from. */
export type EditedList = 'aliases' | 'same_as' | 'distinct_from'
export type ListChanges = { readonly [list in EditedList]?: readonly string[] }

/** What a correction does to one entry. */
export interface EntityEdit {
  /** The entry as it is known; written down whole where the analyst's file has none of this id. */
  readonly entity: CatalogueEntity
  readonly add?: ListChanges
  readonly remove?: ListChanges
}

/**
 * Writes corrections into `entities.yaml` of the analyst's own folder, which is made where missing. Comments, order and
 * whatever is not corrected stay as they are. The new file is checked as a whole, laid over the shipped folder, and
 * takes the old one's place at once: there is never half a file. Throws a `UserError` and changes nothing where the
 * file cannot be written, or would not be valid.
 */
export function editEntities(directory: string, shipped: string, edits: readonly EntityEdit[]): void {
  const path = join(directory, 'entities.yaml')
  readYamlFile(path, entitiesSchema, ENTITY_REMEDY)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const document = parseDocument(text, { schema: 'core' })
  const touched = edits.map((edit) => apply(document, edit))
  replace(directory, path, shipped, splice(text, document, touched))
}

function apply(document: Document, { entity, add = {}, remove = {} }: EntityEdit): YAMLMap {
  const entry = entryOf(document, entity)
  for (const list of ['aliases', 'same_as', 'distinct_from'] as const) {
    const gone = new Set(remove[list])
    change(document, entry, list, gone, add[list] ?? [])
  }
  return entry
}

/** The analyst's entry; where there is none, a new one at the end, on a line of its own as the shipped ones are. */
function entryOf(document: Document, entity: CatalogueEntity): YAMLMap {
  if (!isSeq(document.contents)) document.contents = new YAMLSeq()
  const entries = document.contents as YAMLSeq
  const known = entries.items.find((item) => isMap(item) && item.get('id') === entity.id)
  if (isMap(known)) return known
  const { id, type, name, aliases, partOf, wikidata, sameAs = [], distinctFrom = [] } = entity
  const entry = document.createNode({
    id,
    type,
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(partOf.length > 0 && { part_of: partOf }),
    ...(sameAs.length > 0 && { same_as: sameAs }),
    ...(distinctFrom.length > 0 && { distinct_from: distinctFrom }),
    ...(wikidata !== null && { wikidata }),
  }) as YAMLMap
  entry.flow = true
  entries.items.push(entry)
  return entry
}

function change(
  document: Document,
  entry: YAMLMap,
  list: EditedList,
  gone: ReadonlySet<string>,
  added: readonly string[],
): void {
  const before = valuesOf(entry.get(list, true), document)
  const kept = before.filter((value) => !gone.has(value))
  const after = [...new Set([...kept, ...added])]
  if (after.length === before.length && after.every((value, at) => value === before[at])) return
  if (after.length === 0) entry.delete(list)
  else {
    const node = entry.get(list, true)
    if (isSeq(node)) {
      // The nodes that stay keep their comments and their way of quoting.
      node.items = [
        ...node.items.filter((item) => !gone.has(valuesOf(item, document)[0]!)),
        ...after.slice(kept.length).map((value) => document.createNode(value)),
      ]
    } else entry.set(list, flowing(document, after))
  }
}

/** The strings of a list, of a single value without brackets, or of what an alias (`*name`) stands for. */
function valuesOf(node: unknown, document: Document): string[] {
  if (node === undefined || node === null) return []
  const plain: unknown = (node as { toJS(document: Document): unknown }).toJS(document)
  return [plain].flat().map((value) => String(value).trim())
}

function flowing(document: Document, values: readonly string[]): YAMLSeq {
  const list = document.createNode(values) as YAMLSeq
  list.flow = true
  return list
}

/**
 * The new file is written and checked beside the old one, and then takes its place in one step, with its permissions;
 * where the old one is a link, in place of what it leads to.
 */
function replace(directory: string, path: string, shipped: string, text: string): void {
  let beside: string | undefined
  try {
    mkdirSync(directory, { recursive: true })
    const old = existsSync(path) ? realpathSync(path) : null
    beside = mkdtempSync(join(dirname(old ?? path), '.correction-'))
    const draft = join(beside, 'entities.yaml')
    writeFileSync(draft, text, { flush: true, mode: old === null ? 0o666 : statSync(old).mode })
    loadEntities([shipped, beside])
    renameSync(draft, old ?? path)
  } catch (cause) {
    if (cause instanceof UserError) {
      const where = cause.where?.replace(`${beside}${sep}`, `${directory}${sep}`)
      throw new UserError('the correction was not written, for it would not hold.', {
        where: path,
        remedy: cause.message.replace(cause.where ?? '', where ?? ''),
        cause,
      })
    }
    throw new UserError(`this file cannot be written (${(cause as NodeJS.ErrnoException).code}).`, {
      where: path,
      remedy: 'Give yourself permission to write it, or name another folder with --annotations.',
      cause,
    })
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true })
  }
}
