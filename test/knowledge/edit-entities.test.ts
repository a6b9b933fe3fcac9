import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type EntityEdit, editEntities } from '../../pipeline/knowledge/edit-entities.ts'
import { shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import type { CatalogueEntity } from '../../pipeline/model/knowledge.ts'
import { scratch } from '../run/articles.ts'

const roe: CatalogueEntity = {
  id: 'jane-roe',
  type: 'person',
  name: 'Jane Roe',
  aliases: [],
  partOf: [],
  wikidata: null,
}

/** What stands in the file after the edits; '' for no file before. */
function edited(before: string, ...edits: EntityEdit[]): string {
  const folder = join(scratch(), 'annotations')
  if (before !== '') {
    mkdirSync(folder)
    writeFileSync(join(folder, 'entities.yaml'), before)
  }
  editEntities(folder, shippedAnnotations(), edits)
  expect(readdirSync(folder)).toEqual(['entities.yaml'])
  return readFileSync(join(folder, 'entities.yaml'), 'utf8')
}

describe('editEntities', () => {
  it('makes folder and file', () => {
    expect(edited('', { entity: roe, add: { same_as: ['person:j-roe'] } })).toBe(
      '- { id: jane-roe, type: person, name: Jane Roe, same_as: [person:j-roe] }\n',
    )
  })

  it('touches no byte beside what it changes', () => {
    const before = `# People, as we met them.

- {id: ada,   type: person, name: "Ada"}   # first

# The mayor; see the file of May.
-   id: jane-roe
    type:   person     # not the painter
    name: 'Jane Roe'
    aliases:
      - Mayor Roe # until 2019
      - "J. Roe"
    # nothing else known

- {  id: zed, type: person, name: Zed }
# the end
`
    const add = { aliases: ['Jane R.'], distinct_from: ['person:jim-roe'] }
    const after = edited(before, { entity: roe, add, remove: { aliases: ['J. Roe'] } })
    const [head, tail] = ['# People', '-   id: jane-roe'].map((mark) => before.indexOf(mark)) as [
      number,
      number,
    ]
    expect(after.slice(head, tail)).toBe(before.slice(head, tail))
    expect(after).toContain('- Mayor Roe # until 2019\n')
    expect(after).toContain('- Jane R.\n')
    expect(after).not.toContain('J. Roe')
    expect(after).toContain('# not the painter')
    expect(after.split('# nothing else known')).toHaveLength(2)
    expect(after.split('# The mayor')).toHaveLength(2)
    expect(after).toContain('distinct_from: [person:jim-roe]')
    expect(after.endsWith('\n- {  id: zed, type: person, name: Zed }\n# the end\n')).toBe(true)
  })

  it('adds and takes away again: nothing is left', () => {
    const before =
      '- { id: jane-roe, type: person, name: Jane Roe } # mayor\r\n- { id: zed, type: person, name: Zed }\r\n'
    const added = edited(before, { entity: roe, add: { aliases: ['J. Roe'], same_as: ['person:roe'] } })
    expect(added).toBe(before.replace('Roe }', 'Roe, aliases: [J. Roe], same_as: [person:roe] }'))
    const edit = { entity: roe, remove: { aliases: ['J. Roe'], same_as: ['person:roe'] } }
    expect(edited(added, edit)).toBe(before)
  })

  it('writes what YAML would misread in quotes, and files with anchors or brackets as a whole', () => {
    const text = edited('', {
      entity: { ...roe, name: 'Roe: the "first", #2' },
      add: { aliases: ['null', '1984'] },
    })
    expect(text).toContain(`aliases: ["null", "1984"]`)
    expect(edited('[{id: a, type: place, name: A}] # all\n', { entity: roe })).toMatch(
      /name: A.*Jane Roe.*# all/s,
    )
    const anchored =
      '- {id: a, type: place, name: A, aliases: &names [B]}\n- {id: jane-roe, type: person, name: Jane Roe, aliases: *names}\n'
    expect(edited(anchored, { entity: roe, add: { aliases: ['C'] } })).toMatch(
      /&names.*aliases: \[ ?B, C ?\]/s,
    )
  })

  it('writes through a link, and keeps the permissions', () => {
    const folder = join(scratch(), 'annotations')
    mkdirSync(join(folder, 'shared'), { recursive: true })
    const real = join(folder, 'shared', 'people.yaml')
    writeFileSync(real, '- { id: zed, type: person, name: Zed }\n', { mode: 0o640 })
    symlinkSync(real, join(folder, 'entities.yaml'))
    editEntities(folder, shippedAnnotations(), [{ entity: roe }])
    expect(readFileSync(real, 'utf8')).toContain('Jane Roe')
    expect(statSync(real).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(folder, 'entities.yaml')).isSymbolicLink()).toBe(true)
  })

  it('changes nothing where the file would not be valid, and says so', () => {
    const before = '- { id: jane-roe, type: person, name: Jane Roe, distinct_from: [person:roe] }\n'
    const folder = join(scratch(), 'annotations')
    mkdirSync(folder)
    writeFileSync(join(folder, 'entities.yaml'), before)
    const edit = { entity: roe, add: { same_as: ['person:roe'] } }
    expect(() => editEntities(folder, shippedAnnotations(), [edit])).toThrow(/both the same and distinct/)
    expect(readFileSync(join(folder, 'entities.yaml'), 'utf8')).toBe(before)
    expect(readdirSync(folder)).toEqual(['entities.yaml'])
  })
})
