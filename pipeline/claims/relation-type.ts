import type { Knowledge, RelationDefinition } from '../model/knowledge.ts'

/** The vocabulary ready for look-up: from verb (with particle or preposition) and from noun to the relation's id. */
export interface RelationIndex {
  readonly verbs: ReadonlyMap<string, string>
  readonly nouns: ReadonlyMap<string, string>
}

const indexes = new WeakMap<readonly RelationDefinition[], RelationIndex>()

export function relationIndexOf({ relations }: Knowledge): RelationIndex {
  const known = indexes.get(relations)
  if (known) return known
  const verbs = new Map<string, string>()
  const nouns = new Map<string, string>()
  for (const relation of relations) {
    for (const verb of relation.verbs) if (!verbs.has(verb)) verbs.set(verb, relation.id)
    for (const noun of relation.nouns) if (!nouns.has(noun)) nouns.set(noun, relation.id)
  }
  const index = { verbs, nouns }
  indexes.set(relations, index)
  return index
}

/** Verbs that say little themselves: the noun beside them names the relation ("held talks", "was a base"). */
const LIGHT = new Set([
  'be',
  'have',
  'hold',
  'make',
  'take',
  'give',
  'maintain',
  'operate',
  'keep',
  'run',
  'exist',
  'establish',
  'conduct',
  'carry out',
  'set up',
])

/**
 * The canonical relation of a claim, or null outside the vocabulary. "signed with" is tried before "sign"; the noun
 * decides behind a light verb ("maintained an air force presence"); the last verb of a chain does not
 * ("agreed to open" is no opening).
 */
export function relationTypeOf(
  index: RelationIndex,
  lemma: string,
  preposition: string,
  objectHead: string | null,
  nominal: boolean,
): string | null {
  if (nominal) return index.nouns.get(lemma) ?? null
  if (LIGHT.has(lemma) && objectHead !== null) {
    const type = index.nouns.get(objectHead)
    if (type !== undefined) return type
  }
  return index.verbs.get(`${lemma} ${preposition}`.trim()) ?? index.verbs.get(lemma) ?? null
}
