import type { Claim } from '../../model/claim.ts'
import type { EntityId } from '../../model/ids.ts'
import { ofEntities, type Party, partyOf } from './party.ts'
import type { RelationReading } from './relation.ts'
import type { World } from './world.ts'

/** Who takes part in which role, and where. */
export interface Roles {
  readonly agent: Party | null
  readonly patient: Party | null
  readonly sites: readonly EntityId[]
  readonly siteInferred?: boolean
}

/** "was open", "was left open": whatever the voice, it is said of the subject. */
function isState({ definition }: RelationReading): boolean {
  return definition !== null && definition.single.length === 0 && definition.label.startsWith('be ')
}

/** Verbs whose only party undergoes them: "the clinic opened in 1968" says of it what "was opened" says. */
const UNDERGOING: ReadonlySet<string> = new Set('open reopen close launch sink capsize collapse'.split(' '))

/** "Founded in 1871, the bank ..." says of it what "was founded" says. */
function isUndergoing({ relation, object, rule }: Claim): boolean {
  if (rule === PARTICIPLE && object === null) return !/ing\b/i.test(relation.text)
  return UNDERGOING.has(relation.lemma) && (object === null || / as$/i.test(relation.text))
}

/** The claims stage's rule for a participle beside a noun. */
const PARTICIPLE = 'participle'

/** "It was the first naval base": of what "it" may be, the likeliest that is a building. */
function likelySite({ subject }: Claim, world: World): readonly EntityId[] {
  return subject.candidates.filter((id) => world.entity(id)?.type === 'facility').slice(0, 1)
}

/**
 * The roles of a claim under its relation. "Narland maintained a presence in Port Ash" and "Port Ash was the first base of
 * Narland": Narland acts, Port Ash is the site. "was built by Narland": the agent stands behind "by".
 */
export function rolesOf(claim: Claim, reading: RelationReading, world: World, owner: EntityId | null): Roles {
  const subject = partyOf(claim.subject, world)
  const object = claim.object && !reading.absorbed ? partyOf(claim.object, world) : null
  const places = claim.qualifiers
    .filter((qualifier) => qualifier.role === 'place')
    .flatMap((qualifier) => (qualifier.entity ? [qualifier.entity] : qualifier.entities))
  const sited = reading.definition?.separators.includes('place') ?? false

  if (reading.reporting)
    return { agent: null, patient: reading.phrase === null ? object : null, sites: places }

  const carrying = reading.adjunct ?? claim.object
  if (reading.carrier === 'object' && carrying) {
    if (reading.copula && sited) {
      const named = [...subject.entities, ...subject.inside].filter((id) => isPlace(id, world))
      const sites = named.length > 0 ? named : likelySite(claim, world)
      const acting = carrying.entities.filter((id) => !sites.includes(id) && actsIn(carrying.text, id, world))
      return {
        agent: ofEntities(acting.length === 0 && owner ? [owner] : acting, world),
        patient: null,
        sites: narrowest([...sites, ...places], acting, world),
        siteInferred: named.length === 0 && sites.length > 0,
      }
    }
    const inside = carrying.entities.filter((id) => !subject.entities.includes(id))
    if (sited) {
      const sites = inside.filter((id) => isPlace(id, world))
      return {
        agent: subject,
        patient: null,
        sites: narrowest([...sites, ...places], subject.entities, world),
      }
    }
    return { agent: subject, patient: ofEntities(inside, world), sites: places }
  }
  if (reading.carrier === 'subject') {
    const inside = claim.subject.entities
    const acting = inside.filter((id) => actsIn(claim.subject.text, id, world))
    const rest = inside.filter((id) => !acting.includes(id))
    if (sited) {
      const sites = [...rest, ...acting.filter((id) => world.entity(id)?.type === 'facility'), ...places]
      const agents = acting.filter((id) => world.entity(id)?.type !== 'facility')
      return { agent: ofEntities(agents, world), patient: null, sites: narrowest(sites, agents, world) }
    }
    return { agent: ofEntities(acting, world), patient: ofEntities(rest, world), sites: places }
  }
  if (sited && reading.phrase !== null && object) {
    // "Narland's presence at Port Ash Naval Base"
    const sites = claim.object?.entities.filter((id) => isPlace(id, world)) ?? []
    return { agent: subject, patient: null, sites: narrowest([...sites, ...places], subject.entities, world) }
  }
  if (reading.definition?.single.includes('place')) {
    // "was born in Port Ash", "is based in Linden": the object is where
    const sites = [...places, ...(claim.object?.entities ?? []).filter((id) => isPlace(id, world))]
    return { agent: subject, patient: null, sites: narrowest(sites, subject.entities, world) }
  }
  if (isState(reading)) return { agent: subject, patient: null, sites: places }
  if (!reading.passive && isUndergoing(claim)) return { agent: null, patient: subject, sites: places }
  if (!reading.passive) return { agent: subject, patient: object, sites: places }
  const by = claim.qualifiers.find((qualifier) => /^by\s/i.test(qualifier.text) && qualifier.role !== 'time')
  return { agent: by ? partyOf(by, world) : null, patient: subject, sites: places }
}

/** Drops wholes whose part is named too ("Port Ash, Narland" is Port Ash), and those who act. */
function narrowest(ids: readonly EntityId[], acting: readonly EntityId[], world: World): readonly EntityId[] {
  const others = [...new Set(ids)].filter((id) => !acting.includes(id))
  return others.filter((id) => !others.some((part) => part !== id && world.wholes(part).includes(id))).sort()
}

function isPlace(id: EntityId, world: World): boolean {
  const type = world.entity(id)?.type
  return type === 'place' || type === 'facility'
}

/** "the presence of Narland at Port Ash": Narland acts (of, by, 's), Port Ash is where (at, in, on, near). */
function actsIn(text: string, id: EntityId, world: World): boolean {
  for (const name of world.names(id)) {
    const at = text.indexOf(name)
    if (at < 0) continue
    if (/\b(?:at|in|on|near|outside|inside)\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, at - 14), at)))
      return false
    return true
  }
  return world.entity(id)?.type !== 'facility'
}
