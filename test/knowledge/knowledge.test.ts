import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'gainsay-knowledge-'))
  mkdirSync(path, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

describe('loadKnowledge', () => {
  it('is empty where there is nothing', () => {
    const knowledge = loadKnowledge([folder({}), '/nowhere/at/all'])
    expect(knowledge.entities).toEqual([])
    expect(knowledge.relations).toEqual([])
    expect(knowledge.cues.doubt.verbs).toEqual([])
  })

  it('accepts what the package ships', () => {
    expect(loadKnowledge([shippedAnnotations()]).sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('lays later entries over earlier ones, by id', () => {
    const shipped = folder({
      'entities.yaml': '- {id: coast, type: place, name: The Coast}\n- {id: port, type: place, name: Port}\n',
    })
    const own = folder({
      'entities.yaml': '- id: port\n  type: facility\n  name: Old Port\n  located_in: coast\n',
    })
    expect(loadKnowledge([shipped, own]).entities).toEqual([
      { id: 'coast', type: 'place', name: 'The Coast', aliases: [], partOf: [], wikidata: null },
      { id: 'port', type: 'facility', name: 'Old Port', aliases: [], partOf: ['coast'], wikidata: null },
    ])
  })

  it('unites cue words; a leading hyphen takes one out', () => {
    const shipped = folder({ 'cues.yaml': 'attribution:\n  verbs: [say, claim]\n' })
    const own = folder({ 'cues.yaml': 'attribution:\n  verbs: [-claim, Tell]\n' })
    expect(loadKnowledge([shipped, own]).cues.attribution.verbs).toEqual(['say', 'tell'])
  })

  it('gives the same fingerprint for the same content, whatever its order', () => {
    const a = '- {id: a, type: place, name: A}\n'
    const b = '- {id: b, type: place, name: B}\n'
    const one = loadKnowledge([folder({ 'entities.yaml': a + b })])
    const other = loadKnowledge([folder({ 'entities.yaml': b }), folder({ 'entities.yaml': a })])
    expect(one.sha256).toBe(other.sha256)
    expect(one.sha256).not.toBe(loadKnowledge([folder({ 'entities.yaml': a })]).sha256)
  })
})

describe('a mistake names file, line, column and what it is', () => {
  const cases: readonly [string, string, string, RegExp][] = [
    [
      'a misspelt key',
      'entities.yaml',
      '- id: a\n  type: place\n  name: A\n  alias: [B]\n',
      /entities\.yaml:4:3: .*alias.* An entity looks like/,
    ],
    [
      'a wrong type',
      'entities.yaml',
      '- id: a\n  type: planet\n  name: A\n',
      /entities\.yaml:2:3: entry 1, type: /,
    ],
    ['a missing name', 'entities.yaml', '- id: b\n  type: place\n', /entities\.yaml:1:3: entry 1, name: /],
    [
      'an id twice',
      'entities.yaml',
      '- {id: a, type: place, name: A}\n- {id: a, type: place, name: B}\n',
      /entities\.yaml:2:4: the id "a" is already taken at .*entities\.yaml:1:4/,
    ],
    [
      'an unknown whole',
      'entities.yaml',
      '- {id: a, type: place, name: A, part_of: moon}\n',
      /entities\.yaml:1:4: entity "a" is part of "moon"/,
    ],
    [
      'an unknown opposite',
      'relations.yaml',
      '\n- {id: open, label: open, opposites: [shut]}\n',
      /relations\.yaml:2:4: .*opposite "shut"/,
    ],
    [
      'an unknown slot',
      'relations.yaml',
      '- id: open\n  label: open\n  single: [when]\n',
      /relations\.yaml:3:12: /,
    ],
    ['broken YAML', 'cues.yaml', 'doubt:\n  verbs: [a, b\nnext', /cues\.yaml:3:1: this is not valid YAML/],
    ['a tag', 'cues.yaml', 'doubt:\n  verbs: !!js/function "x"\n', /cues\.yaml:2:10: this is not valid YAML/],
    [
      'a mapping where a list belongs',
      'relations.yaml',
      'open: close\n',
      /relations\.yaml:1:1: expected a list, found "key: value" lines\./,
    ],
    ['a list where a mapping belongs', 'cues.yaml', '- doubt\n', /cues\.yaml:1:1: .*attribution/],
  ]
  it.each(cases)('%s', (_, name, content, message) => {
    expect(() => loadKnowledge([folder({ [name]: content })])).toThrow(message)
  })
})
