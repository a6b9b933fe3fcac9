import type { Qualifier, QualifierRole } from '../model/claim.ts'
import type { Mention } from '../model/entity.ts'
import type { TimeExpression } from '../model/time.ts'
import { argumentOf, extentOf, readableName, written } from './argument.ts'
import { type Context, mentionsIn, quantitiesIn, timesIn } from './context.ts'
import { casesOf } from './phrase.ts'
import type { Adjunct } from './proposition.ts'
import { type Tree, wordAt } from './tree.ts'

/** An adjunct in its role, with what its words resolve to. */
export function qualifierOf(context: Context, tree: Tree, adjunct: Adjunct): Qualifier {
  const { phrase, preposition } = adjunct
  const extent = extentOf(tree, phrase.words)
  const cases = casesOf(tree, phrase.head)
  const bare = phrase.words.filter((index) => !cases.includes(index))
  const argument = argumentOf(context, tree, {
    head: phrase.head,
    words: bare.length > 0 ? bare : phrase.words,
  })
  const whole = written(context, tree, phrase.words)
  const times = timesIn(context, extent)
  const time = times.find(({ edtf }) => edtf !== null) ?? times[0]
  const role = adjunct.role ?? roleOf(context, tree, adjunct, time)
  const dated = role === 'time' || role === 'as-of'
  return {
    role,
    start: whole.start,
    end: whole.end,
    text: whole.text,
    name: readableName(context, tree, phrase.words, mentionsIn(context, extent)),
    head: argument.head,
    lemmas: argument.lemmas,
    entity: argument.entity,
    entities: argument.entities,
    edtf: dated ? ((time?.period ?? time)?.edtf ?? null) : null,
    earliest: dated ? bounded(preposition, 'earliest', time) : null,
    latest: dated ? bounded(preposition, 'latest', time) : null,
    quantity: quantitiesIn(context, extent)[0] ?? null,
  }
}

/** "since 2014" is open at its end, "until 2014" and "before 2014" at their start. */
function bounded(
  preposition: string,
  side: 'earliest' | 'latest',
  time: TimeExpression | undefined,
): string | null {
  if (!time) return null
  if (time.period) return time.period[side]
  if (side === 'latest' && preposition === 'since') return null
  if (
    side === 'earliest' &&
    (preposition === 'until' || preposition === 'till' || preposition === 'before' || preposition === 'by')
  )
    return null
  if (preposition === 'after') return side === 'latest' ? null : time.latest
  return time[side]
}

const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'on',
  'off',
  'outside',
  'inside',
  'within',
  'across',
  'along',
  'around',
  'throughout',
  'above',
  'below',
  'beyond',
  'into',
  'onto',
  'from',
  'to',
  'toward',
  'towards',
  'between',
  'over',
  'through',
])

function roleOf(
  context: Context,
  tree: Tree,
  { phrase, preposition }: Adjunct,
  time: TimeExpression | undefined,
): QualifierRole {
  const extent = extentOf(tree, phrase.words)
  const head = wordAt(tree, phrase.head)
  if (preposition === 'as of') return 'as-of'
  if (time && time.start <= head.start && head.end <= time.end) return 'time'
  switch (preposition) {
    case 'for':
    case 'in order':
      return 'purpose'
    case 'with':
    case 'along with':
    case 'together with':
    case 'alongside':
      return 'accompaniment'
    case 'by':
    case 'via':
    case 'use':
    case 'by means of':
      return 'means'
    case 'because of':
    case 'due to':
    case 'owing to':
    case 'thanks to':
      return 'cause'
  }
  const mentions = mentionsIn(context, extent)
  if (
    mentions.some((mention) => isPlace(mention) && mention.start <= head.start && head.end <= mention.end) &&
    PLACE_PREPOSITIONS.has(preposition)
  )
    return 'place'
  if (quantitiesIn(context, extent).length > 0 && preposition === '') return 'quantity'
  return 'other'
}

function isPlace({ type }: Mention): boolean {
  return type === 'place' || type === 'facility'
}
