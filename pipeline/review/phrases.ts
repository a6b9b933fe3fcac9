import type { Claim } from '../model/claim.ts'
import type { ConflictType, Gate, Strength } from '../model/conflict.ts'
import type { Decision, Verdict } from '../model/record.ts'
import type { NoConflictReason } from '../model/verdict.ts'

/*
 * The words in which people are spoken to, on the page and on the terminal; field names stay in the code. What comes
 * from an article goes through as it is: whoever shows it makes it harmless.
 */

/** What a dispute is about. */
export const TYPE_WORDS: Readonly<Record<ConflictType, string>> = {
  polarity: 'whether it is so',
  factuality: 'whether it is proven',
  time: 'when',
  quantity: 'how many',
  value: 'which one',
  uniqueness: 'who was first',
  opposition: 'the opposite',
  name: 'what it is called',
  attendance: 'who took part',
  citation: 'year of a reference',
}

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  contradiction: 'both cannot hold',
  tension: 'both cannot hold if what is assumed here is true, or one side calls it unproven',
  detail: 'a name, a spelling, a rounding or a reference',
}

/** How firmly a claim is put forward. */
export const STANCE_WORDS: Readonly<Record<Claim['factuality'], string>> = {
  asserted: 'stated as fact',
  reported: 'reported',
  rumoured: 'called unproven',
  denied: 'denied',
  hypothetical: 'supposed, not stated',
  normative: 'what should be',
}

export const POLARITY_WORDS: Readonly<Record<Claim['polarity'], string>> = {
  affirmed: 'that it is so',
  negated: 'that it is not so',
}

/** What sort of claim it is. */
export const KIND_WORDS: Readonly<Record<Claim['kind'], string>> = {
  fact: 'a matter of fact',
  characterisation: 'a judgement',
  recommendation: 'a recommendation',
  prediction: 'a prediction',
}

/** "stated as fact", "reported, by Jane Roe", "denied". */
export function stanceWords({ factuality, polarity, attribution }: Claim): string {
  const said = attribution?.speaker ? `, by ${attribution.speaker.name}` : ''
  const negated = polarity === 'negated' && factuality !== 'denied' ? ', that it is not so' : ''
  return `${STANCE_WORDS[factuality]}${negated}${said}`
}

/** What must agree before two claims may be compared. */
export const GATE_WORDS: Readonly<Record<Gate['name'], string>> = {
  participants: 'the same people or things',
  body: 'the same object',
  edition: 'the same event or edition',
  place: 'the same place',
  time: 'the same time',
  'as-of': 'as known on the same day',
  speaker: 'not one speaker who changed the figure',
  scope: 'the same extent',
}

export const REASON_WORDS: Readonly<Record<NoConflictReason, string>> = {
  'different-thing': 'they speak of different things',
  'different-time': 'they speak of different times',
  'extraction-error': 'a claim was misread',
  'part-whole': 'one is part of the other',
}

/** The verdict in force on a dispute, in words; `answers` are those of its positions as they are shown. */
export function verdictWords(
  { decision, reason, position, answer, coveredWith }: Verdict,
  answers: readonly { readonly id: string; readonly answer: string }[],
): string {
  const held = answers.find(({ id }) => id === position)?.answer ?? answer
  return `${decisionWords(decision, reason, held)}${coveredWith === null ? '' : ` (with “${coveredWith}”)`}`
}

/** A decision in words; `answer` is the position's, for the decision `position`. */
export function decisionWords(
  decision: Decision,
  reason: NoConflictReason | null,
  answer: string | null,
): string {
  switch (decision) {
    case 'position':
      return answer === null ? 'one position holds' : `holds: ${answer}`
    case 'both':
      return 'both hold, in different senses or at different times'
    case 'neither':
      return 'neither holds'
    case 'no-conflict':
      return `not a conflict${reason ? `: ${REASON_WORDS[reason]}` : ''}`
    case 'undecided':
      return 'undecided'
  }
}
