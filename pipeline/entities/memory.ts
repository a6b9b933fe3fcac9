import type { EntityType } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { NameKey } from './classify.ts'
import { HEAD_NOUNS } from './cues.ts'
import { isGivenName } from './given.ts'

/** A name of this document with its type: what short forms are looked up in. */
export interface Remembered {
  readonly key: NameKey
  readonly type: EntityType
  readonly id: EntityId
}

/** From a short form to those whom it may stand for. */
export type ShortForms = ReadonlyMap<NameKey, ReadonlySet<EntityId>>

/** "League" of "Green League", "Ministry" of "Ministry of Fisheries": a body that a text comes back to with a capital. */
function headNoun(parts: readonly string[]): NameKey | null {
  const of = parts.findIndex((part) => /^(of|for|on)$/.test(part))
  const noun = (of > 0 ? parts[of - 1] : parts.at(-1))!
  return HEAD_NOUNS.get(noun) === 'organization' && !/^(inc|ltd|llc|plc|corp|co)\.?$/.test(noun) ? noun : null
}

/** What a company makes or does: the rest of its name stands alone, as a town's does not ("Osk Council"). */
const TRADE =
  /^(lines?|airlines|airways|ferries|shipping|pumps|hydraulics|motors|foods|brewery|breweries|industries|systems|technologies|electronics|semiconductors|pharmaceuticals|logistics|software|solutions|energy|partners|ventures|capital|securities|chemicals|plastics|textiles|robotics|analytics|dynamics|telecom|mining|steel|oil|cement|paper|pictures|studios|entertainment)$/

/**
 * Short forms that a full name lets a text use: "Narendra Modi" brings "Modi" and "Narendra", "Enron Corp." brings
 * "Enron", "Norrane Lines" brings "Norrane", "MV Aurora" brings "Aurora", "Farkhor Air Base" brings "Farkhor base". A surname of two people stands for both.
 */
export function shortForms(names: Iterable<Remembered>): ShortForms {
  const forms = new Map<NameKey, Set<EntityId>>()
  for (const { key, type, id } of names) {
    const parts = key.split(' ')
    const add = (form: NameKey) => {
      if (form !== '' && form !== key) forms.set(form, (forms.get(form) ?? new Set()).add(id))
    }
    if (parts.length < 2) continue
    if (type === 'person') {
      add(parts.at(-1)!)
      add(parts[0]!)
      const particle = parts.findIndex(
        (part, at) => at > 0 && /^(al|el|bin|ibn|van|von|de|del|della|di|da|dos|le)$/.test(part),
      )
      if (particle > 0) add(parts.slice(particle).join(' '))
    } else if (type === 'organization') {
      const bare = parts.filter(
        (part) => !/^(inc|ltd|llc|plc|corp|corporation|company|co|gmbh|group|holdings)$/.test(part),
      )
      add(bare.join(' '))
      const noun = headNoun(parts)
      if (noun !== null && !TRADE.test(noun)) add(noun)
      if (bare.length === 2 && TRADE.test(bare[1]!) && !isGivenName(bare[0]!)) add(bare[0]!)
    } else if (type === 'product' && /^(mv|ms|ss|uss|hms|hmas|ins|rms|fv|mt|rv)$/.test(parts[0]!)) {
      add(parts.slice(1).join(' '))
    } else if (type === 'facility' && HEAD_NOUNS.has(parts.at(-1)!) && parts.length > 2) {
      add([...parts.slice(0, -2), parts.at(-1)!].join(' '))
    }
  }
  return forms
}
