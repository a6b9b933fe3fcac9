import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity, EntityType } from '../../pipeline/model/entity.ts'
import type { CatalogueEntity } from '../../pipeline/model/knowledge.ts'
import { resolveEntities } from '../../pipeline/resolve/index.ts'
import { knowing } from '../entities/sample.ts'

const slug = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')

function entity(type: EntityType, name: string, more: Partial<Entity> = {}): Entity {
  return {
    id: `${type}:${slug(name)}`,
    type,
    name,
    aliases: [],
    basis: 'text',
    partOf: [],
    wikidata: null,
    ...more,
  }
}

/** The groups that come out, each as the names of its members, for documents of one or more entities each. */
function groups(documents: readonly (readonly Entity[])[], catalogue: CatalogueEntity[] = []): string[] {
  const { canonical } = resolveEntities(
    documents.map((entities, at) => ({ id: `d_${at}`, entities })),
    knowing(...catalogue),
  )
  const byId = new Map(documents.flat().map(({ id, name }) => [id, name]))
  const members = new Map<string, string[]>()
  for (const [id, to] of canonical) members.set(to, [...(members.get(to) ?? []), byId.get(id) ?? id])
  return [...members.values()].map((names) => names.sort().join(' = ')).sort()
}

const person = (name: string) => entity('person', name)
const event = (name: string) => entity('event', name)
const body = (name: string, ...aliases: string[]) => entity('organization', name, { aliases })

describe('one entity', () => {
  test.each<[string, Entity, Entity]>([
    ['capitals', event('KESHIND'), event('KeshInd')],
    ['hyphens and spaces', entity('facility', 'Kesh Airbase'), entity('facility', 'Kesh Air-Base')],
    ['spelling', body('Fishing Defence Organisation'), body('Fishing Defense Organization')],
    ['transliteration', person('Emil Rakhmon'), person('Emil Rahmon')],
    ['diacritics', person('José Muñoz'), person('Jose Munoz')],
    ['order of partners', event('Peru-Chile Fishing Forum'), event('Chile-Peru Fishing Forum')],
    ['an initial', person('J. Roe'), person('Jane Roe')],
    ['a middle name', person('Jane M. Roe'), person('Jane Roe')],
    ['types close to each other', event('Kesharan'), body('Kesharan')],
  ])('%s', (_, one, other) => {
    expect(groups([[one], [other]])).toHaveLength(1)
  })

  test('an acronym that another document explains', () => {
    expect(groups([[body('Northern Fishing Authority', 'NFA')], [body('NFA')]])).toEqual([
      'NFA = Northern Fishing Authority',
    ])
  })

  test('two long forms of one acronym that say nearly the same', () => {
    const forms = [
      body('Regional Anti-Piracy Structure', 'RAPS'),
      body('Regional Counter-Piracy Structure', 'RAPS'),
    ]
    expect(groups([[forms[0]!], [forms[1]!]])).toHaveLength(1)
  })

  test('a bare surname, where the texts share a subject and one bears it', () => {
    const ship = entity('product', 'MV Aurora')
    expect(
      groups([
        [person('Roe'), ship],
        [person('Jane Roe'), ship],
      ]),
    ).toContain('Jane Roe = Roe')
  })

  test('a lone word that more documents know as a place', () => {
    const osk = entity('place', 'Osk')
    expect(groups([[osk], [osk], [person('Osk')]])).toEqual(['Osk = Osk'])
    expect(groups([[osk], [osk], [person('Osk'), person('Marit Osk')]])).toEqual(['Marit Osk = Osk', 'Osk'])
  })

  test('one edition of a series in two writings', () => {
    const edition = (id: string, series: string) =>
      entity('event', `third ${series}`, { id, partOf: [`event:${slug(series)}`] })
    const found = groups([
      [event('Peru-Chile Forum'), edition('event:peru-chile-forum-3', 'Peru-Chile Forum')],
      [event('Chile-Peru Forum'), edition('event:chile-peru-forum-3', 'Chile-Peru Forum')],
    ])
    expect(found).toHaveLength(2)
  })
})

describe('two entities', () => {
  test.each<[string, Entity, Entity]>([
    ['given names', person('Jane Roe'), person('John Roe')],
    ['editions', event('Kesharan-2019'), event('Kesharan-2023')],
    ['Roman editions', event('Kesharan-II'), event('Kesharan-III')],
    ['directions', entity('place', 'North Osk'), entity('place', 'South Osk')],
    ['numbers', entity('product', 'Delta 7'), entity('product', 'Delta 8')],
    ['a person and a place', person('Victoria'), entity('place', 'Victoria')],
    ['a surname without a common subject', person('Roe'), person('Jane Roe')],
    ['one acronym', body('American Dental Association', 'ADA'), body('American Diabetes Association', 'ADA')],
    [
      'known ones',
      entity('place', 'Niger', { id: 'niger', basis: 'gazetteer' }),
      entity('place', 'Niger', { id: 'niger-river', basis: 'gazetteer' }),
    ],
  ])('%s', (_, one, other) => {
    expect(groups([[one], [other]])).toHaveLength(2)
  })

  test('a surname of two is nobody’s', () => {
    const ship = entity('product', 'MV Aurora')
    expect(
      groups([
        [person('Roe'), ship],
        [person('Jane Roe'), ship],
        [person('John Roe'), ship],
      ]),
    ).toContain('Roe')
  })

  test('an acronym of two is neither’s', () => {
    const found = groups([
      [body('Norrane Dental Board', 'NDB')],
      [body('Norrane Diving Bureau', 'NDB')],
      [body('NDB')],
    ])
    expect(found).toContain('NDB')
  })
})

describe('the catalogue', () => {
  const osk: CatalogueEntity = {
    id: 'osk',
    type: 'place',
    name: 'Osk',
    aliases: ['Old Osk', 'place:port-osk'],
    partOf: [],
    wikidata: 'Q1',
  }

  test('takes in what bears its names, and ids among its aliases', () => {
    const { canonical, entities } = resolveEntities(
      [
        {
          id: 'd_1',
          entities: [entity('place', 'Old Osk'), entity('place', 'Port Osk'), entity('organization', 'Osk')],
        },
      ],
      knowing(osk),
    )
    expect([...canonical.values()].every((id) => id === 'osk')).toBe(true)
    expect(entities.get('osk')).toMatchObject({ basis: 'catalogue', name: 'Osk', wikidata: 'Q1' })
  })

  test('lets go again when the alias is taken out', () => {
    const { canonical } = resolveEntities(
      [{ id: 'd_1', entities: [entity('place', 'Old Osk')] }],
      knowing({ ...osk, aliases: [] }),
    )
    expect(canonical.get('place:old-osk')).toBe('place:old-osk')
  })
})

test('the order of arrival does not matter', () => {
  const pool = [
    person('Roe'),
    person('Jane Roe'),
    person('J. Roe'),
    person('John Roe'),
    body('NFA'),
    body('Northern Fishing Authority', 'NFA'),
    body('Northern Fisheries Authority', 'NFA'),
    event('Kesharan'),
    event('KESHARAN'),
    body('Kesharan'),
    entity('place', 'Osk'),
    entity('facility', 'Osk'),
    entity('place', 'Osk', { id: 'osk', basis: 'gazetteer' }),
  ]
  fc.assert(
    fc.property(
      fc.array(fc.subarray(pool, { minLength: 1 }), { minLength: 1, maxLength: 6 }).chain((documents) => {
        const named = documents.map((entities, at) => ({ id: `d_${at}`, entities }))
        return fc.tuple(fc.constant(named), fc.shuffledSubarray(named, { minLength: named.length }))
      }),
      ([documents, shuffled]) => {
        const reversed = shuffled.map(({ id, entities }) => ({ id, entities: [...entities].reverse() }))
        const [one, other] = [resolveEntities(documents, knowing()), resolveEntities(reversed, knowing())]
        expect([...one.canonical]).toEqual([...other.canonical])
        expect([...one.entities]).toEqual([...other.entities])
      },
    ),
    { numRuns: 200 },
  )
})

describe('one name', () => {
  const count = (...names: readonly [EntityType, string][]) =>
    groups(names.map(([type, name]) => [entity(type, name)])).length

  test('ship and company, a name and the longer one, a saint and the hospital are one', () => {
    expect(count(['product', 'MV Sandpiper'], ['organization', 'Sandpiper'])).toBe(1)
    expect(count(['person', 'Quayle'], ['organization', 'Quayle Motors'])).toBe(1)
    expect(count(['facility', "St Orla's Hospital"], ['person', "St Orla's"])).toBe(1)
  })

  test('what is known under its name, relatives and towns stay two', () => {
    const known = [entity('product', 'Sandpiper', { basis: 'gazetteer' })]
    expect(groups([known, [entity('organization', 'Sandpiper', { basis: 'gazetteer' })]])).toHaveLength(2)
    expect(count(['person', 'Quayle'], ['person', 'Ada Quayle'])).toBe(2)
    expect(count(['place', 'Quayle'], ['organization', 'Quayle Motors'])).toBe(2)
    expect(count(['organization', "Queen's University"], ['person', 'Queen'])).toBe(2)
    expect(count(['person', 'Quayle'], ['organization', 'Quayle Motors'], ['person', 'Ada Quayle'])).toBe(3)
  })
})
