const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
const ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(/\s+/)

/** True for a Roman numeral as editions use it, 1 to 39: "III", "XIV". */
export function isNumeral(text: string): boolean {
  return /^(?=[IVX])X{0,3}(IX|IV|V?I{0,3})$/.test(text)
}

/** "III" is 3, "12" is 12, "2019" is 2019; null for what is no whole number. */
export function numberOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (!isNumeral(text)) return null
  const digits = [...text].map((letter) => ROMAN[letter]!)
  return digits.reduce((sum, digit, at) => (digit < (digits[at + 1] ?? 0) ? sum - digit : sum + digit), 0)
}

/** "13th" and "thirteenth" are 13, "inaugural" is 1; null for what is no ordinal. */
export function ordinalOf(folded: string): number | null {
  const digits = /^(\d{1,3})(st|nd|rd|th)$/.exec(folded)
  if (digits) return Number(digits[1])
  if (folded === 'inaugural') return 1
  const at = ORDINALS.indexOf(folded)
  return at === -1 ? null : at + 1
}
