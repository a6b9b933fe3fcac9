import type { EntityId } from '../model/ids.ts'
import type { Groups } from './groups.ts'
import type { Pool } from './pool.ts'

/** Two writings of one edition: the same number in what is, by now, the same series ("Delta-3", "third Delta"). */
export function joinEditions(pool: Pool, groups: Groups): void {
  const editions = new Map<string, EntityId>()
  for (const { id, type, basis, partOf } of pool.values()) {
    const number = /-(\d{1,4})$/.exec(id)?.[1]
    const series = partOf.filter(
      (whole) => pool.has(whole) && id.startsWith(`event:${whole.replace(/^event:/, '')}-`),
    )
    if (type !== 'event' || basis !== 'text' || number === undefined || series.length !== 1) continue
    const key = `${groups.find(series[0]!)} ${number}`
    const before = editions.get(key)
    if (before === undefined) editions.set(key, id)
    else groups.join(before, id)
  }
}
