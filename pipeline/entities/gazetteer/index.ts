import { continents, countries } from 'countries-list'
import type { CatalogueEntity } from '../../model/knowledge.ts'
import { slug } from '../names.ts'
import { DEMONYMS } from './demonyms.ts'
import { EVENTS, GROUPS, ORGANIZATIONS } from './organizations.ts'
import { CITIES, REGIONS, SUBDIVISIONS } from './places.ts'

/** A generally known entity; `demonyms` are names for its people ("Uzbek") that speak of the place. */
export interface GazetteerEntity extends CatalogueEntity {
  readonly demonyms: readonly string[]
  readonly kind: 'country' | 'region' | 'subdivision' | 'city' | 'organization' | 'event' | 'group'
}

/** Their capitals are small, and bear names that mean another place or person in nearly every text. */
const TERRITORIES = new Set(
  'AC AG AI AX BL BM BQ CC CX FK FO GF GG GS GY IM IO JE KI KN MS NF SC SH SX TA TC VA VG VI'.split(' '),
)

/** Names of countries and their like that the package writes for tables, not for texts. */
const SKIPPED = new Set([
  'Reunion',
  'Myanmar (Burma)',
  'Cocos (Keeling) Islands',
  'Emirates',
  'Persia',
  'Gold Coast',
])

const MORE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  US: ['U.S.', 'U.S', 'U.S.A.', 'United States of America', 'the States'],
  GB: ['U.K.'],
  CN: ["People's Republic of China", 'PRC'],
  KP: ["Democratic People's Republic of Korea"],
  RU: ['Russian Federation'],
  IR: ['Islamic Republic of Iran'],
  CI: ["Côte d'Ivoire"],
  KG: ['Kirgizstan'],
  TJ: ['Tadjikistan'],
  AE: ['U.A.E.'],
  VA: ['Holy See'],
  CD: ['Congo'],
}

/** Everything that this folder knows of the world without a catalogue; the same on every machine. */
export const GAZETTEER: readonly GazetteerEntity[] = build()

function build(): GazetteerEntity[] {
  const byId = new Map<string, GazetteerEntity>()
  const add = (entity: Omit<GazetteerEntity, 'id' | 'wikidata'>) => {
    const id = slug(entity.name)
    if (!byId.has(id)) byId.set(id, { id, wikidata: null, ...entity })
  }
  for (const name of Object.values(continents)) add(place('region', name, [], []))
  for (const [code, country] of Object.entries(countries)) {
    const listed = 'alias' in country ? country.alias : []
    const aliases = [...listed, ...(MORE_ALIASES[code] ?? [])].filter((name) => !SKIPPED.has(name))
    const demonyms = DEMONYMS[code]?.split('|') ?? []
    if (!SKIPPED.has(country.name)) add({ ...place('country', country.name, aliases, []), demonyms })
  }
  for (const [code, country] of Object.entries(countries)) {
    const capital = country.capital.replace(/^Washington D\.C\.$/, 'Washington')
    if (capital !== '' && !TERRITORIES.has(code)) add(place('city', capital, [], [idOf(code)]))
  }
  for (const line of REGIONS.split('\n')) {
    const [names = '', demonyms = ''] = line.split(';')
    const [name = '', ...aliases] = names.split('|')
    add({
      ...place('region', name, aliases, []),
      demonyms: demonyms.split('|').filter((word) => word !== ''),
    })
  }
  for (const [kind, table] of [
    ['subdivision', SUBDIVISIONS],
    ['city', CITIES],
  ] as const)
    for (const [code, names] of Object.entries(table))
      for (const entry of names.trim().split(/\s+/)) {
        const [name = '', ...aliases] = entry.replaceAll('_', ' ').split('=')
        add(place(kind, name, aliases, [idOf(code)]))
      }
  for (const [kind, table] of [
    ['organization', ORGANIZATIONS],
    ['event', EVENTS],
    ['group', GROUPS],
  ] as const)
    for (const line of table.split('\n')) {
      const [name = '', ...aliases] = line.split('|')
      add({ kind, type: kind, name, aliases, partOf: [], demonyms: [] })
    }
  return [...byId.values()]
}

function place(
  kind: GazetteerEntity['kind'],
  name: string,
  aliases: readonly string[],
  partOf: readonly string[],
) {
  return { kind, type: 'place' as const, name, aliases, partOf, demonyms: [] as readonly string[] }
}

function idOf(code: string): string {
  return slug(countries[code as keyof typeof countries].name)
}
