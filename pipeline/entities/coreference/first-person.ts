import type { WithWords } from '../../model/document.ts'
import type { Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Quotation } from './quotations.ts'
import type { World } from './world.ts'

/**
 * "I" and "we" in quotations: the person who speaks, and the body that does. "We" in a person's mouth may be anybody,
 * and outside of quotations both are the author; they are left alone.
 *
 * "'{I=person:ada-roe} saw it,' said Ada Roe." Leaves "'We saw it,' said Ada Roe."
 */
export function resolveFirstPersons(
  doc: WithWords,
  quotations: readonly Quotation[],
  world: World,
): Mention[] {
  const found: Mention[] = []
  let at = 0
  for (const { start, end, speaker } of quotations) {
    if (speaker === null) continue
    const type = world.typeOf(speaker)
    const own = type === 'person' ? SINGULAR : type === 'organization' ? PLURAL : null
    if (own === null) continue
    while (at < doc.words.length && doc.words[at]!.start < start) at++
    for (; at < doc.words.length && doc.words[at]!.end <= end; at++) {
      const word = doc.words[at]!
      if (!/^(PRON|DET)$/.test(word.pos) || !own.test(doc.text.slice(word.start, word.end))) continue
      found.push(mentionOf(word, type, speaker))
    }
  }
  return found
}

const SINGULAR = /^(I|me|my|mine|myself)$/i
const PLURAL = /^(we|us|our|ours|ourselves)$/i

function mentionOf(
  { start, end }: { start: number; end: number },
  type: Mention['type'],
  entity: EntityId,
): Mention {
  return { start, end, type, form: 'pronoun', entity, candidates: [], plural: false }
}
