import type { WithMentions } from '../model/document.ts'
import type { AcronymDefinition, Entity, Mention } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Quantity } from '../model/quantity.ts'
import { bySpan, contains, type Span } from '../model/span.ts'
import type { TimeExpression } from '../model/time.ts'
import { type CueIndex, cueIndexOf } from './cue-index.ts'
import { relationIndexOf } from './relation-type.ts'

/** A document while its claims are sought: the layers below, and quick ways into them. */
export interface Context {
  readonly doc: WithMentions
  readonly knowledge: Knowledge
  readonly cues: CueIndex
  /** Nouns that name an act or a state in `relations.yaml`. */
  readonly relationNouns: Pick<ReadonlySet<string>, 'has'>
  readonly entities: ReadonlyMap<EntityId, Entity>
  /** In the order of the text, as the other layers are. */
  readonly acronyms: readonly AcronymDefinition[]
  /** Words as written, lower case, as far as they were asked for. */
  readonly forms: (string | undefined)[]
}

export function contextOf(doc: WithMentions, knowledge: Knowledge): Context {
  return {
    doc,
    knowledge,
    cues: cueIndexOf(knowledge.cues),
    relationNouns: relationIndexOf(knowledge).nouns,
    entities: new Map(doc.entities.map((entity) => [entity.id, entity])),
    acronyms: [...doc.acronyms].sort(bySpan),
    forms: new Array(doc.words.length),
  }
}

const NONE: readonly never[] = []

/** The members of a layer (sorted by start) that lie wholly inside a span. */
function inside<T extends Span>(layer: readonly T[], span: Span): readonly T[] {
  let low = 0
  let high = layer.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (layer[middle]!.start < span.start) low = middle + 1
    else high = middle
  }
  if (low === layer.length || layer[low]!.start >= span.end) return NONE
  const found: T[] = []
  for (let at = low; at < layer.length && layer[at]!.start < span.end; at++) {
    if (contains(span, layer[at]!)) found.push(layer[at]!)
  }
  return found
}

export function mentionsIn(context: Context, span: Span): readonly Mention[] {
  return inside(context.doc.mentions, span)
}

export function timesIn(context: Context, span: Span): readonly TimeExpression[] {
  return inside(context.doc.times, span)
}

export function quantitiesIn(context: Context, span: Span): readonly Quantity[] {
  return inside(context.doc.quantities, span)
}

/** Those that a sentence explains. */
export function acronymsIn(context: Context, span: Span): readonly AcronymDefinition[] {
  return inside(context.acronyms, span)
}

/** The word as written, lower case. */
export function formAt(context: Context, index: number): string {
  const known = context.forms[index]
  if (known !== undefined) return known
  const word = context.doc.words[index]
  if (!word) return ''
  const form = context.doc.text.slice(word.start, word.end).toLowerCase()
  context.forms[index] = form
  return form
}

/** True where the document's words from an index on are these forms. */
export function startsAt(context: Context, first: number, forms: readonly string[]): boolean {
  for (let offset = 0; offset < forms.length; offset++)
    if (formAt(context, first + offset) !== forms[offset]) return false
  return true
}
