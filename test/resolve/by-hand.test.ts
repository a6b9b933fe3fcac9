import { describe, expect, it } from 'vitest'
import type { Entity } from '../../pipeline/model/entity.ts'
import type { CatalogueEntity } from '../../pipeline/model/knowledge.ts'
import { likelyDuplicates, type Resolved } from '../../pipeline/resolve/duplicates.ts'
import { resolveEntities } from '../../pipeline/resolve/index.ts'
import { editDistance, initialsOf } from '../../pipeline/resolve/name-evidence.ts'
import { titlesBefore } from '../../pipeline/resolve/titles.ts'
import { knowing } from '../entities/sample.ts'

function person(name: string, more: Partial<Entity> = {}): Entity {
  const id = `person:${name.toLowerCase().replace(/[^a-z]+/g, '-')}`
  return { id, type: 'person', name, aliases: [], basis: 'text', partOf: [], wikidata: null, ...more }
}

function entry(id: string, name: string, more: Partial<CatalogueEntity> = {}): CatalogueEntity {
  return { id, type: 'person', name, aliases: [], partOf: [], wikidata: null, ...more }
}

/** What each id resolves to, for one document an entity, in both orders of arrival. */
function resolved(entities: readonly Entity[], ...catalogue: CatalogueEntity[]): Record<string, string> {
  const documents = entities.map((entity, at) => ({ id: `d_${at}`, entities: [entity] }))
  const forth = resolveEntities(documents, knowing(...catalogue)).canonical
  const back = resolveEntities([...documents].reverse(), knowing(...catalogue)).canonical
  expect([...back].sort()).toEqual([...forth].sort())
  return Object.fromEntries(forth)
}

describe('same_as', () => {
  it('joins what no rule joins, also two entries, and sends ids on that no text uses any more', () => {
    const ada = entry('ada', 'Ada Roe', { sameAs: ['ada-2', 'person:countess', 'person:gone'] })
    expect(resolved([person('Countess')], ada, entry('ada-2', 'A. Lovelace'))).toEqual({
      ada: 'ada',
      'ada-2': 'ada',
      'person:countess': 'ada',
      'person:gone': 'ada',
    })
  })

  it('leaves them apart without it', () => {
    const found = resolved([person('Countess')], entry('ada', 'Ada Roe'))
    expect(found['person:countess']).toBe('person:countess')
  })
})

describe('distinct_from', () => {
  const people = [person('J. Roe'), person('Jane Roe')]

  it('keeps apart what a rule would join', () => {
    expect(resolved(people)['person:j-roe']).toBe('person:jane-roe')
    const apart = resolved(people, entry('person:j-roe', 'J. Roe', { distinctFrom: ['person:jane-roe'] }))
    expect(apart['person:j-roe']).toBe('person:j-roe')
    expect(apart['person:jane-roe']).toBe('person:jane-roe')
  })

  it('also where a third would join both', () => {
    const three = [...people, person('Jane M. Roe')]
    const apart = resolved(three, entry('person:j-roe', 'J. Roe', { distinctFrom: ['person:jane-roe'] }))
    expect(apart['person:j-roe']).not.toBe(apart['person:jane-roe'])
  })
})

describe('likelyDuplicates', () => {
  const seen = (name: string, document: string, more: Partial<Resolved> = {}): Resolved => {
    const entity = person(name, more)
    return { ...entity, documents: [document], ids: [entity.id] }
  }
  const body = { type: 'organization' } as const
  const pairs = (...entities: Resolved[]) => likelyDuplicates(entities, [])

  it('finds a slip of the pen, an acronym, a shared alias, a title with a surname', () => {
    expect(
      pairs(seen('Norwick Harbour Board', 'a', body), seen('Norwick Harbor Bord', 'b', body)),
    ).toMatchObject([{ for: ['the names differ by one letter'], against: [] }])
    expect(pairs(seen('NHB', 'a', body), seen('Norwick Harbour Board', 'b', body))[0]?.for).toEqual([
      '"NHB" are the initials of "Norwick Harbour Board"',
    ])
    const alias = { ...body, aliases: ['The Board'] }
    expect(pairs(seen('Kettle Board', 'a', alias), seen('Pier Board', 'b', alias))[0]?.for).toEqual([
      'both are called "The Board"',
    ])
    const titles = ['mayor']
    expect(pairs(seen('Roe', 'a', { titles }), seen('Jane Roe', 'b', { titles }))[0]?.for).toEqual([
      'they share the surname',
      'both are called mayor',
      'one is named by the surname alone',
    ])
  })

  it('weighs what speaks against them, and puts the surest first', () => {
    const [slip, other] = [seen('Norwick Harbor Bord', 'b', body), seen('Norwick Harbour Board', 'a', body)]
    const beside = pairs(slip, { ...other, documents: ['a', 'b'] })
    expect(beside[0]).toMatchObject({ against: ['one text names both, side by side'] })
    expect(beside[0]!.score).toBeLessThan(pairs(slip, other)[0]!.score)
  })

  it.each<[string, Resolved, Resolved]>([
    ['two given names', seen('Jane Roe', 'a'), seen('John Roe', 'b')],
    ['two numbers', seen('Delta 3', 'a', { type: 'event' }), seen('Delta 4', 'b', { type: 'event' })],
    ['a short word', seen('Alba', 'a', { type: 'place' }), seen('Elba', 'b', { type: 'place' })],
    ['one shared word', seen('Norwick Bridge', 'a', body), seen('Norwick Times', 'b', body)],
    ['a person and a place', seen('Roe', 'a'), seen('Roe', 'b', { type: 'place', id: 'place:roe' })],
    [
      'a part',
      seen('Norwick Harbor', 'a', body),
      seen('Old Norwick Harbor', 'b', { ...body, partOf: ['person:norwick-harbor'] }),
    ],
  ])('leaves alone: %s', (_, one, other) => {
    expect(pairs(one, other)).toEqual([])
  })
})

it('editDistance counts letters added, left out, changed and swapped, up to its limit', () => {
  expect(editDistance('bord', 'board', 2)).toBe(1)
  expect(editDistance('borad', 'board', 2)).toBe(1)
  expect(editDistance('board', 'beard', 2)).toBe(1)
  expect(editDistance('board', 'kettle', 2)).toBeGreaterThan(2)
})

it('initialsOf leaves small words out', () => {
  expect(initialsOf('Bank of the North')).toBe('bn')
  expect(initialsOf('Norwick')).toBeNull()
})

it('titlesBefore finds titles in capitals, and not what begins a sentence', () => {
  expect(titlesBefore(['On Monday Prime Minister ', 'so Mayor ', 'It was here. The ', 'the mayor '])).toEqual(
    ['mayor', 'prime minister'],
  )
})
