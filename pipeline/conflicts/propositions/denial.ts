import type { CorpusClaim } from '../../model/corpus.ts'
import { isStanceByHand } from './stance-by-hand.ts'

const NOUNS = '(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|accusations?|assertions?)'
const REJECTING = new RegExp(
  `\\b(?:reject|dismiss|refut|rebut|disput|contradict)(?:s|es|ed|ing)? (?:[\\w’'-]+ ){0,3}${NOUNS} that $`,
  'i',
)
const CLAIMING = new RegExp(`\\b${NOUNS} that $`, 'i')
const UNTRUE =
  /^[^.;]{0,120}?\b(?:is|are|was|were) (?:entirely |completely |simply )?(?:false|untrue|wrong|baseless|unfounded|invented|fabricated|absurd|nonsense)\b/i

/**
 * True where the sentence around a claim rejects it, though the claim's own words do not: a net under the reading of
 * stance, for what is rejected must never stand as reported.
 *
 * Finds: "She rejected reports that [the mill was closed]."; "Claims that [the mill was closed] are false."
 * Leaves: "She welcomed reports that [the mill was closed]."; "He rejected the offer, and said that [it was low]."
 */
export function isRejected({ claim, sentence }: CorpusClaim): boolean {
  if (!/that/i.test(sentence) || isStanceByHand(claim)) return false
  const words = sentence.replace(/\s+/g, ' ')
  const subject = claim.subject.text.replace(/\s+/g, ' ')
  const at = words.toLowerCase().indexOf(` that ${subject.toLowerCase()} `)
  if (at < 0) return false
  const before = words.slice(Math.max(0, at - 80), at + ' that '.length)
  return REJECTING.test(before) || (CLAIMING.test(before) && UNTRUE.test(words.slice(at + ' that '.length)))
}
