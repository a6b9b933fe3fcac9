import type { Entity, EntityType } from '../model/entity.ts'
import type { Profile } from './pool.ts'

const BASES: readonly Entity['basis'][] = ['catalogue', 'gazetteer', 'text']

/** What an entity is taken for, where it is named as each equally often. */
const TYPES: readonly EntityType[] = [
  'place',
  'facility',
  'product',
  'organization',
  'event',
  'agreement',
  'group',
  'other',
  'person',
]

/** Who stands for a group: what people know before what a text says, then what most texts say, then the longest. */
export function byStanding(a: Profile, b: Profile): number {
  return (
    BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
    b.texts - a.texts ||
    b.name.length - a.name.length ||
    TYPES.indexOf(a.type) - TYPES.indexOf(b.type) ||
    (a.id < b.id ? -1 : 1)
  )
}

export function leading(members: readonly Profile[]): Profile {
  return [...members].sort(byStanding)[0]!
}
