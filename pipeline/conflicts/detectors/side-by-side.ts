import type { Detector } from '../disputes/finding.ts'
import { canBothHold } from '../propositions/measure.ts'
import type { Proposition } from '../propositions/proposition.ts'

/** Figures that answer each other stand this close. */
const MOST_SENTENCES_APART = 2

/**
 * Two speakers side by side in one text who count the same things, one of them with mere "there were".
 *
 * Finds: "The union says that the train carried 11 wagons. The railway says that there were nine wagons."
 * Leaves: "The union says that there were 11 wagons and nine tankers."; the same figures pages apart.
 */
export const detectSideBySide: Detector = (a, b) => {
  if (a.document.id !== b.document.id || a.speaker === b.speaker) return null
  if (!isNamed(a) || !isNamed(b) || !a.measure || !b.measure) return null
  if (a.stance !== 'affirmed' || b.stance !== 'affirmed') return null
  if ([a, b].every(({ relation }) => relation !== EXISTING)) return null
  const apart = Math.abs(a.claim.sentence - b.claim.sentence)
  if (apart === 0 || apart > MOST_SENTENCES_APART) return null
  const [one, other] = [a.measure, b.measure]
  if (one.quantity.kind !== 'count' || other.quantity.kind !== 'count') return null
  if (one.unit === '' || one.unit !== other.unit || canBothHold(one.quantity, other.quantity)) return null
  return {
    type: 'quantity',
    slot: `quantity ${one.unit}`,
    strength: 'tension',
    gates: [
      {
        name: 'participants',
        outcome: 'assumed',
        note: 'both figures stand side by side, and count the same',
      },
      { name: 'speaker', outcome: 'passed', note: 'two speakers' },
    ],
    a,
    b,
  }
}

/** The claims stage's verb for "there were". */
const EXISTING = 'verb:exist'

const isNamed = ({ speaker }: Proposition): boolean => !speaker.startsWith('document:')
