import type { WithQuantities } from '../model/document.ts'
import type { AcronymDefinition, Entity, Mention } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { bySpan } from '../model/span.ts'
import { classifyNames, nameKey } from './classify.ts'
import { resolveReferences } from './coreference/index.ts'
import { FEMALE_TITLES, MALE_TITLES } from './cues.ts'
import { findCandidates, recall, refineByAcronyms, withoutChance } from './find.ts'
import type { Gender } from './given.ts'
import { knownOf } from './known.ts'
import { type Linked, linkNames, type Naming } from './link.ts'
import { naturesOf } from './natures.ts'
import { entitiesOf, type Registry } from './registry.ts'
import { spanOf, unitsOf } from './units.ts'
import { findWholes } from './wholes.ts'

/** Raised when the mentions or entities of an unchanged document may change. */
export const VERSION = '5'

/**
 * Words become mentions, linked within the document: names in capitals and names known before; acronyms; types by the
 * vote of all mentions; the document's names found again; short forms and editions linked; then pronouns and
 * definite descriptions.
 */
export function findMentions(
  doc: WithQuantities,
  knowledge: Knowledge,
): { mentions: readonly Mention[]; entities: readonly Entity[]; acronyms: readonly AcronymDefinition[] } {
  const known = knownOf(knowledge)
  const sentences = unitsOf(doc)
  const found = refineByAcronyms(
    withoutChance(doc, findCandidates(doc, sentences, known.dictionary), sentences),
    sentences,
  )
  const names = new Map<string, string>()
  for (const { sentence, from, to, known: own } of found.candidates)
    if (own.length === 0) {
      const span = spanOf(sentences[sentence]!, from, to)
      names.set(nameKey(sentences[sentence]!, from, to), doc.text.slice(span.start, span.end))
    }
  const candidates = recall(found.candidates, sentences, names)
  const types = classifyNames(candidates, sentences, doc.words)
  const naming: Naming = { text: doc.text, sentences, types, explained: found.explained, known }
  const registry: Registry = { drafts: new Map() }
  const linked = linkNames(candidates, naming, registry)
  findWholes(linked, naming, registry)
  const mentions = withoutOverlaps(linked).map(({ candidate, from, to, ...link }): Mention => {
    const span = spanOf(sentences[candidate.sentence]!, from, to)
    return {
      ...span,
      type: link.type,
      form: 'name',
      entity: link.entity,
      candidates: link.candidates,
      plural: false,
    }
  })
  const placed = new Map(
    linked.map((link) => [`${link.candidate.sentence} ${link.candidate.from}`, link.entity]),
  )
  const references = resolveReferences(
    doc,
    mentions,
    registry.drafts,
    known.entities,
    gendersOf(linked),
    naturesOf(linked, sentences, registry),
  )
  return {
    mentions: [...mentions, ...references].sort(bySpan),
    entities: entitiesOf(registry, known.entities),
    acronyms: found.explained.map(({ sentence, short, long }) => {
      const units = sentences[sentence]!
      const cover = spanOf(units, Math.min(short.from, long.from), Math.max(short.to, long.to) + 1)
      const text = (range: { from: number; to: number }) => {
        const span = spanOf(units, range.from, range.to)
        return doc.text.slice(span.start, span.end)
      }
      const entity = placed.get(`${sentence} ${long.from}`) ?? null
      return { ...cover, short: text(short), long: text(long), entity }
    }),
  }
}

/** What titles say of those behind them. */
function gendersOf(linked: readonly Linked[]): Map<EntityId, Gender> {
  const genders = new Map<EntityId, Gender>()
  for (const { entity, candidate } of linked) {
    if (entity === null || candidate.title === null) continue
    if (MALE_TITLES.has(candidate.title)) genders.set(entity, 'male')
    if (FEMALE_TITLES.has(candidate.title)) genders.set(entity, 'female')
  }
  return genders
}

/** An edition's mention may have grown over its neighbour: the earlier one stays. */
function withoutOverlaps(linked: readonly Linked[]): Linked[] {
  const kept: Linked[] = []
  for (const link of linked) {
    const last = kept.at(-1)
    if (last?.candidate.sentence === link.candidate.sentence && link.from < last.to) {
      if (link.to - link.from > last.to - last.from) kept[kept.length - 1] = link
    } else kept.push(link)
  }
  return kept
}
