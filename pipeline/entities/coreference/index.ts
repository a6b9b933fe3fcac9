import type { WithWords } from '../../model/document.ts'
import type { Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import { bySpan } from '../../model/span.ts'
import { type Gender, genderOf as genderOfName } from '../given.ts'
import type { KnownEntity } from '../known.ts'
import { fold } from '../names.ts'
import type { Natures } from '../natures.ts'
import type { Draft } from '../registry.ts'
import { findAppositions } from './appositions.ts'
import { covering } from './covering.ts'
import { resolveDescription } from './descriptions.ts'
import {
  type Discourse,
  isMainSubject,
  isSubject,
  nameReferents,
  nounReferents,
  type Referent,
} from './discourse.ts'
import { resolveFirstPersons } from './first-person.ts'
import { resolveFormer, resolvePair } from './plurals.ts'
import { mayBePronoun, resolvePronoun } from './pronouns.ts'
import { findQuotations } from './quotations.ts'
import { worldOf } from './world.ts'

const GENDERED: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['his', 'male'],
  ['she', 'female'],
  ['her', 'female'],
])

/**
 * Pronouns and definite descriptions in reading order: what one refers to is spoken of again and can be the next one's
 * antecedent. Left open wherever two things could be meant: a wrong link is worse than none.
 *
 * `genders` says what titles told of persons ("Mrs.").
 */
export function resolveReferences(
  doc: WithWords,
  names: readonly Mention[],
  drafts: ReadonlyMap<EntityId, Draft>,
  known: ReadonlyMap<EntityId, KnownEntity>,
  genders: ReadonlyMap<EntityId, Gender>,
  natures: Natures,
): Mention[] {
  const world = worldOf(doc, names, drafts, known, natures)
  // Whoever was "he" once is not "she" later.
  const learnt = new Map<EntityId, Gender>()
  const genderOf = (id: EntityId): Gender | null => {
    const first = fold(drafts.get(id)?.name ?? '').split(' ')[0]!
    return genders.get(id) ?? learnt.get(id) ?? genderOfName(first)
  }
  const discourse: Discourse = []
  const quoted = findQuotations(doc, names)
  const heard = new Set<EntityId>()
  const natured = new Map<string, Set<EntityId>>()
  const speakOf = (referent: Referent) => {
    discourse.push(referent)
    for (const id of referent.ids) heard.add(id)
    for (const id of referent.ids)
      for (const nature of world.naturesOf(id))
        natured.set(nature, (natured.get(nature) ?? new Set()).add(id))
  }
  const shipOf = () => {
    const main = world.main('product')
    return main !== null && heard.has(main) ? main : null
  }
  const references: Mention[] = []
  let name = 0
  for (const [sentence, { start, end, firstWord, endWord, block }] of doc.sentences.entries()) {
    while (name < names.length && names[name]!.start < start) name++
    const first = name
    while (name < names.length && names[name]!.start < end) name++
    const own = names.slice(first, name)
    const kind = doc.blocks[block]?.kind
    if (kind === 'code' || kind === 'reference' || kind === 'boilerplate') continue
    const spoken = [...nameReferents(doc, sentence, own), ...nounReferents(doc, sentence, own)]
    // A group comes before its members, so that the last one spoken of is a single one.
    spoken.sort((a, b) => a.start - b.start || b.ids.length - a.ids.length)
    const peoples = new Set(own.filter(({ type }) => type === 'group').map(({ entity }) => entity))
    const apposed = new Map(findAppositions(doc, sentence, own).map((one) => [one.end, one]))
    let next = 0
    let covered = 0
    for (let index = firstWord; index < endWord; index++) {
      const word = doc.words[index]!
      while (next < spoken.length && spoken[next]!.start < word.start) speakOf(spoken[next++]!)
      while (covered < own.length && own[covered]!.end <= word.start) covered++
      if (covered < own.length && own[covered]!.start < word.end) continue
      const mention =
        apposed.get(word.end) ??
        (mayBePronoun(word)
          ? resolvePronoun(sentence, index, {
              doc,
              discourse,
              speaker: covering(quoted, word)?.speaker ?? null,
              ship: shipOf(),
              genderOf,
            })
          : null) ??
        resolvePair(doc, sentence, index, discourse, world, own) ??
        resolveDescription(doc, sentence, index, discourse, world, { ids: heard, natured, peoples }) ??
        resolveFormer(doc, sentence, index, discourse)
      if (mention === null) continue
      // A name in the midst ("both Roe sisters"), or a reference before, is not covered again.
      if (mention.start < Math.max(own[covered - 1]?.end ?? 0, references.at(-1)?.end ?? 0)) continue
      references.push(mention)
      // A noun that is now known by its entity is no rival of it.
      while (next < spoken.length && spoken[next]!.start < mention.end && spoken[next]!.type === null) next++
      const gender = GENDERED.get(word.lemma.toLowerCase())
      if (
        gender !== undefined &&
        mention.form === 'pronoun' &&
        mention.type === 'person' &&
        mention.entity !== null &&
        !learnt.has(mention.entity)
      )
        learnt.set(mention.entity, gender)
      const ids = mention.plural ? mention.candidates : mention.entity === null ? [] : [mention.entity]
      if (ids.length > 0)
        speakOf({
          ids,
          kind: mention.plural ? 'several' : mention.type === 'person' ? 'person' : 'thing',
          type: mention.type,
          sentence,
          start: mention.start,
          options: [],
          gender: null,
          index,
          subject: isSubject(word),
          main: isMainSubject(doc.words, word),
          fresh: false,
          governor: word.head,
        })
    }
    while (next < spoken.length) speakOf(spoken[next++]!)
  }
  return [
    ...references,
    ...resolveFirstPersons(doc, findQuotations(doc, [...names, ...references].sort(bySpan)), world),
  ]
}
