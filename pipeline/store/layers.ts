import type { Mention } from '../model/entity.ts'
import { ENTITY_TYPES } from '../model/entity-record.ts'
import type { EntityId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'

/*
 * The layers of a text as JSON without names, for they are read as a whole, with the text. Offsets are UTF-16.
 */

/** Gap to the one before and length, one after the other. */
export function packSentences(sentences: readonly Span[]): string {
  let last = 0
  const numbers = sentences.flatMap(({ start, end }) => {
    const gap = start - last
    last = end
    return [gap, end - start]
  })
  return JSON.stringify(numbers)
}

export function unpackSentences(json: string): readonly Span[] {
  const numbers = JSON.parse(json) as number[]
  const sentences: Span[] = []
  let last = 0
  for (let at = 0; at < numbers.length; at += 2) {
    const start = last + numbers[at]!
    last = start + numbers[at + 1]!
    sentences.push({ start, end: last })
  }
  return sentences
}

/** Only ever append: the numbers are stored. */
const FORMS: readonly Mention['form'][] = ['name', 'nominal', 'pronoun']

/** The entities that are mentioned, then each mention with their numbers in that list. */
export function packMentions(mentions: readonly Mention[]): string {
  const ids = new Map<EntityId, number>()
  const numberOf = (id: EntityId) => {
    const known = ids.get(id) ?? ids.size
    ids.set(id, known)
    return known
  }
  let last = 0
  const packed = mentions.map(({ start, end, type, form, entity, candidates, plural }) => {
    const what = (ENTITY_TYPES.indexOf(type) * FORMS.length + FORMS.indexOf(form)) * 2 + (plural ? 1 : 0)
    const who = entity === null ? -1 : numberOf(entity)
    const gap = start - last
    last = start
    return [gap, end - start, what, who, ...candidates.map(numberOf)]
  })
  return JSON.stringify([[...ids.keys()], packed])
}

export function unpackMentions(json: string): readonly Mention[] {
  const [ids, packed] = JSON.parse(json) as [EntityId[], number[][]]
  let last = 0
  return packed.map(([gap = 0, length = 0, what = 0, who = -1, ...candidates]) => {
    const start = last + gap
    last = start
    const kind = what >> 1
    return {
      start,
      end: start + length,
      type: ENTITY_TYPES[Math.floor(kind / FORMS.length)]!,
      form: FORMS[kind % FORMS.length]!,
      entity: who < 0 ? null : ids[who]!,
      candidates: candidates.map((number) => ids[number]!),
      plural: what % 2 === 1,
    }
  })
}
