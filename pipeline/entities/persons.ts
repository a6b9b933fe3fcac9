import type { NameKey } from './classify.ts'

/**
 * True where two full names can be one person's in one text: "Jane M. Roe", "J. Roe" and "Jane Roe"; never "Jane Roe"
 * and "John Roe", for whom only the surname is the same.
 */
export function samePerson(a: NameKey, b: NameKey): boolean {
  const left = a.split(' ')
  const right = b.split(' ')
  if (left.length < 2 || right.length < 2 || left.at(-1) !== right.at(-1)) return false
  if (!sameGiven(left[0]!, right[0]!)) return false
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  return few.slice(1, -1).every((part) => many.slice(1, -1).some((other) => sameGiven(part, other)))
}

/** "J" or "J." and "Jane", or the same name. */
function sameGiven(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short === long || (short.replace('.', '').length === 1 && long.startsWith(short[0]!))
}
