import type { Found } from '../found.ts'
import type { Token } from '../tokens.ts'
import { type CalendarValue, fineness, firstDay } from '../value.ts'
import type { Focus, Place, Resolved, Story } from './context.ts'

/** Before the first date of a text. */
export const BEGINNING: Story = { focus: null, last: null, day: null }

/** The story after one more date was told. */
export function advance(
  story: Story,
  found: Found,
  { value, own }: Resolved,
  place: Place,
  tokens: readonly Token[],
): Story {
  if (value === null) return story
  const told = { value, own, sentence: place.sentence, block: place.block, topical: opens(found) }
  const moves = place.tense !== 'ahead' && movesStory(found, value, tokens, story.focus)
  return { focus: moves ? told : story.focus, last: told, day: value.unit === 'day' ? told : story.day }
}

/** In the first words of its sentence. */
function opens(found: Found): boolean {
  return found.from <= 3
}

const AWAY = new Set('since until till before as than'.split(' '))

/**
 * False for a date that looks away from where the story is: "the highest since 1983", "until 2030", "the previous
 * year", and a year in passing that is far from the story: "On 2 August 1964 ... a report declassified in 2005".
 */
function movesStory(
  found: Found,
  value: CalendarValue,
  tokens: readonly Token[],
  focus: Focus | null,
): boolean {
  const before = tokens[found.from - 1]?.text ?? ''
  if (AWAY.has(before) || (before === 'of' && tokens[found.from - 2]?.text === 'as')) return false
  const { reading } = found
  if (reading.type === 'shift' && reading.count < 0) return false
  if (focus === null || opens(found) || fineness(value.unit) < fineness('year')) return true
  return (
    fineness(focus.value.unit) >= fineness('year') || Math.abs(value.year - firstDay(focus.value).year) <= 1
  )
}

/** What "yesterday" and "on Tuesday" weigh against a year: hardly ever does a history reckon from its own date. */
const RECKONED = 3

/** A story of the past: dates of years long before the text's outnumber those near to it or reckoned from it. */
export function isNarrative(finds: readonly Found[], text: CalendarValue | null): boolean {
  let old = 0
  let near = 0
  const recent = text === null ? Number.POSITIVE_INFINITY : firstDay(text).year - 1
  for (const { reading } of finds) {
    if (reading.type === 'calendar') {
      if (reading.value.year >= recent) near++
      else old++
    } else if (reading.type === 'weekday' || (reading.type === 'shift' && reading.anchor === 'text'))
      near += RECKONED
  }
  return old > near + 2
}
