import type { EntityId } from '../../model/ids.ts'
import type { Party } from '../propositions/party.ts'
import { relate, type World } from '../propositions/world.ts'

/**
 * How two parties relate. `subset`: the words of one are among the words of the other, or it is one of several.
 * `part`: one is a part or a member of the other, so that what holds for one need not hold for the other.
 */
export type PartyMatch = 'same' | 'subset' | 'part' | 'unknown' | 'different' | 'other-edition'

/**
 * "Narland" and "Narland" are the same; "the Narland trade ministry" and "Narland" are different, and so are
 * {Narland, Ostia} and {Narland, Velia}; "the 12th session" and "the 13th session" are other editions.
 */
export function matchParties(a: Party | null, b: Party | null, world: World): PartyMatch {
  if (!a || !b) return 'unknown'
  if (a.entities.length > 0 && b.entities.length > 0) return matchEntities(a.entities, b.entities, world)
  if (a.numbers.length > 0 && b.numbers.length > 0 && a.numbers.join() !== b.numbers.join())
    return 'other-edition'
  if (a.entities.length > 0) return nameCovers(a, b) ? 'subset' : 'different'
  if (b.entities.length > 0) return nameCovers(b, a) ? 'subset' : 'different'
  return matchWords(a, b)
}

function matchEntities(a: readonly EntityId[], b: readonly EntityId[], world: World): PartyMatch {
  const one = new Set(a)
  const other = new Set(b)
  const shared = a.filter((id) => other.has(id)).length
  if (shared === one.size && shared === other.size) return 'same'
  if (shared === one.size || shared === other.size) return 'subset'
  const related = (id: EntityId, ids: readonly EntityId[]) =>
    ids.some((next) => relate(id, next, world) !== 'apart')
  if (a.every((id) => related(id, b)) && b.every((id) => related(id, a))) return 'part'
  return 'different'
}

/** "the ferry" may be the ferry "Aurelia" only where the name says "ferry": a head that the name holds. */
function nameCovers({ entities, called }: Party, words: Party): boolean {
  if (entities.length !== 1 || words.lemmas.length === 0) return false
  const id = entities[0]!
  if (words.inside.some((inside) => inside !== id)) return false
  return called.some((name) => {
    const tokens = name.toLowerCase().split(/[\s-]+/)
    return tokens.includes(words.head) && words.lemmas.every((lemma) => tokens.includes(lemma))
  })
}

function matchWords(a: Party, b: Party): PartyMatch {
  if (a.inside.join() !== b.inside.join()) return 'different'
  const one = new Set(a.lemmas)
  const other = new Set(b.lemmas)
  if (one.size === 0 || other.size === 0) return 'different'
  const shared = [...one].filter((lemma) => other.has(lemma)).length
  if (shared === one.size && shared === other.size) {
    return a.numbers.join() === b.numbers.join() ? 'same' : 'subset'
  }
  if (a.head !== b.head) return 'different'
  return shared === one.size || shared === other.size ? 'subset' : 'different'
}
