import type { EntityId } from '../model/ids.ts'
import type { Groups } from './groups.ts'
import type { Pool, Profile } from './pool.ts'

/** Two writings of one edition: the same number in what is, by now, the same series ("Delta-3", "third Delta"). */
export function joinEditions(pool: Pool, groups: Groups): void {
  const editions = new Map<string, EntityId>()
  for (const profile of pool.values()) {
    const { id } = profile
    const number = /-(\d{1,4})$/.exec(id)?.[1]
    const series = seriesOf(profile).filter((whole) => pool.has(whole))
    if (number === undefined || series.length !== 1) continue
    const key = `${groups.find(series[0]!)} ${number}`
    const before = editions.get(key)
    if (before === undefined) editions.set(key, id)
    else groups.join(before, id)
  }
}

/** What an edition found in text may be one of, by its own id. */
export function seriesOf({ id, type, basis, partOf }: Profile): readonly EntityId[] {
  if (type !== 'event' || basis !== 'text') return []
  return partOf.filter((whole) => id.startsWith(`event:${whole.replace(/^event:/, '')}-`))
}
