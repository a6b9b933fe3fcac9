import { FEMALE, MALE } from './gazetteer/given-names.ts'
import { fold } from './names.ts'

export type Gender = 'male' | 'female'

const male = new Set(MALE.split(/\s+/).map(fold))
const female = new Set(FEMALE.split(/\s+/).map(fold))

/** True for a frequent given name, folded: "ada". */
export function isGivenName(folded: string): boolean {
  return male.has(folded) || female.has(folded)
}

/** What a given name says of "he" and "she"; null for a name of both or of neither. */
export function genderOf(folded: string): Gender | null {
  if (male.has(folded) === female.has(folded)) return null
  return male.has(folded) ? 'male' : 'female'
}
