import type { EntityId } from '../model/ids.ts'
import { keyOf } from './classify.ts'
import { KIND_NOUNS } from './cues.ts'
import { matchAt } from './dictionary.ts'
import type { Linked, Naming } from './link.ts'
import type { Registry } from './registry.ts'

/**
 * What a place or a facility lies in, as the text says it: "Ayni Air Base" in Ayni, "Norland's Port Ada" in Norland,
 * "Kota, India", "Farkhor district of Tajikistan". Only places known otherwise or named in the text count.
 */
export function findWholes(linked: readonly Linked[], naming: Naming, registry: Registry): void {
  const places = new Map<string, EntityId>()
  for (const draft of registry.drafts.values())
    if (draft.type === 'place') places.set(keyOf(draft.name), draft.id)
  for (const [at, { entity, from, to, candidate }] of linked.entries()) {
    const draft = entity === null ? undefined : registry.drafts.get(entity)
    if (
      draft === undefined ||
      draft.basis !== 'text' ||
      (draft.type !== 'place' && draft.type !== 'facility')
    )
      continue
    const units = naming.sentences[candidate.sentence]!
    if (draft.type === 'facility') {
      const match = matchAt(naming.known.dictionary, units, from)
      const prefix =
        match !== null && match.to < to
          ? match.names.find((name) => name.type === 'place' && !name.demonym)?.id
          : undefined
      for (let end = to - 1; end > from; end--) {
        const id =
          prefix ??
          places.get(
            keyOf(
              units
                .slice(from, end)
                .map((unit) => unit.text)
                .join(' '),
            ),
          )
        if (id !== undefined && id !== draft.id) draft.partOf.add(id)
      }
    }
    const previous = linked[at - 1]
    if (
      previous?.candidate.sentence === candidate.sentence &&
      previous.to + 1 === from &&
      /^['’]s?$/.test(units[from - 1]!.text)
    )
      addPlace(draft.partOf, previous, registry)
    const next = linked[at + 1]
    if (next?.candidate.sentence !== candidate.sentence) continue
    const between = units.slice(to, next.from).map((unit) => unit.folded)
    const listed = units[next.to]?.text === ',' || units[next.to]?.folded === 'and'
    if (between.join(' ') === ',' && draft.type === 'place' && !listed) addPlace(draft.partOf, next, registry)
    if (between.length === 2 && KIND_NOUNS.get(between[0]!) === 'place' && /^(of|in)$/.test(between[1]!))
      addPlace(draft.partOf, next, registry)
  }
}

function addPlace(partOf: Set<EntityId>, linked: Linked, registry: Registry): void {
  if (
    linked.entity !== null &&
    linked.type === 'place' &&
    registry.drafts.get(linked.entity)?.basis !== 'text'
  )
    partOf.add(linked.entity)
}
