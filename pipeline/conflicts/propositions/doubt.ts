import type { CorpusClaim } from '../../model/corpus.ts'
import type { Cues } from '../../model/knowledge.ts'
import { isStanceByHand } from './stance-by-hand.ts'

/** Words between the noun of doubt and "that": "rumours went round that". */
const BETWEEN = 60

/** "In talks that", "no doubt that" call nothing unproven. */
const TWOFOLD = /^(?:talk|doubt)s?$/

/**
 * The word that calls a claim's clause unproven in its own sentence, where the claim itself does not carry it: a net
 * under the reading of stance, for a rumour must never stand as a fact.
 *
 * Finds: "Rumours went round – nobody knows why – that [Narland kept a base there]."
 * Leaves: "She dismissed the rumours, and said that [Narland kept a base there]."
 */
export function doubtBefore({ claim, sentence }: CorpusClaim, cues: Cues): string | null {
  if (!/that/i.test(sentence) || isStanceByHand(claim)) return null
  const words = sentence.replace(/\s+/g, ' ')
  const at = words.toLowerCase().indexOf(` that ${claim.subject.text.replace(/\s+/g, ' ').toLowerCase()} `)
  if (at < 0) return null
  const before = words.slice(0, at).replace(/\s?[–—-]{1,2}\s[^–—]{1,80}\s[–—-]{1,2}$/, '')
  const clause = /[^.;:,]*$/.exec(before.slice(-BETWEEN - 20))?.[0] ?? ''
  const spoken = clause.toLowerCase().match(/\p{L}+/gu) ?? []
  return (
    spoken
      .filter((word) => !TWOFOLD.test(word))
      .find((word) => cues.doubt.nouns.some((noun) => word === noun || word === `${noun}s`)) ?? null
  )
}
