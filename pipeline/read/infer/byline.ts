import { wordsOf } from './head.ts'

const PARTICLE =
  /^(?:de|da|del|della|der|den|di|do|dos|du|van|von|zu|la|le|al|el|bin|ibn|bint|ben|e|y|ter|ten)$/
const NOT_IN_NAMES =
  /^(?:the|a|an|of|and|or|in|on|for|to|at|with|from|new|north|south|east|west|central|united|republic|state|states|city|university|institute|department|faculty|school|college|centre|center|ministry|journal|news|editor|staff|team|introduction|abstract|summary|conclusion|chapter|part|section|report|analysis|opinion|exclusive|breaking|live|world|politics|business|sports?|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

/** Two to five capitalised words, particles and initials allowed: "Jane Q. Roe", "Ana de Souza"; not "New Harbour". */
export function isPersonName(text: string): boolean {
  const tokens = text.replace(/^(?:dr|prof|mr|mrs|ms|sir)\.?\s+/i, '').split(/\s+/)
  if (tokens.length < 2 || tokens.length > 5 || tokens.some((token) => NOT_IN_NAMES.test(token))) return false
  const names = tokens.filter((token) =>
    /^(?:\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}\.(?:-?\p{Lu}\.)*|(?:al|el)-\p{Lu}[\p{L}\p{M}'’-]+)$/u.test(token),
  )
  return names.length >= 2 && tokens.every((token) => names.includes(token) || PARTICLE.test(token))
}

/**
 * The names of a byline with its word: "By Jane Roe and Max Muster, Staff Writers | 3 May" gives "Jane Roe, Max
 * Muster"; null for "By 2030, ports will be automatic" and "By Air and Sea".
 */
export function bylineNames(text: string): string | null {
  const match =
    /^(?:(?:story |text |words |posted |written |reported |reporting |article )?by|authors?\s*:|author\(s\)\s*:)\s*:?\s*(\p{L}.{2,150})$/iu.exec(
      text,
    )
  if (!match || text.startsWith('by ')) return null
  const people = match[1]!.split(/\s*[|•·]\s*|\s+[–—-]\s+|\s+in\s+\p{Lu}|\s+for\s+|;|\(/u)[0]!
  const names: string[] = []
  for (const part of people.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/)) {
    if (isPersonName(part.trim())) names.push(part.trim())
    else if (names.length === 0) return handle(match[0], part.trim())
    else break
  }
  return names.length > 0 ? names.join(', ') : null
}

/** After "Author:" any short name will do, for the label says what it is. */
function handle(line: string, name: string): string | null {
  return /^author/i.test(line) && wordsOf(name).length <= 4 ? name : null
}

export function isAuthorLine(text: string): boolean {
  return bylineNames(text) !== null
}
