import type { Quantity } from '../../model/quantity.ts'

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
}
const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
}

/** A measure's noun with its figure: "a depth of 12 kilometres", "a net profit of about €68 million". */
const OF_FIGURE =
  /\b(?:of|at|to) (about |around |some |nearly |almost |more than |over |at least |up to |less than |under )?([€$£¥₹])?(\d[\d,]*(?:\.\d+)?)(?:[ -](thousand|million|billion|trillion|bn|m)\b)?(?:\s?(%|per ?cent|[a-z]+))?/i

/**
 * The figure that a noun phrase gives its own measure, where the claim carries none: "a magnitude of 6.4", "a net
 * profit of €68 million in 2025". Null for "a town of some 40,000 people in 2019"'s year, and for words without one.
 */
export function figureIn(text: string): Quantity | null {
  const match = OF_FIGURE.exec(text)
  if (!match) return null
  const [, bound = '', currency, digits = '', scale = '', unit = ''] = match
  const bare = digits.replaceAll(',', '')
  if (!currency && !scale && /^(?:1[5-9]|20)\d\d$/.test(bare)) return null
  const factor = SCALES[scale.toLowerCase()] ?? 1
  const value = Math.round(Number(bare) * factor * 1e6) / 1e6
  const decimals = /\.(\d+)$/.exec(bare)?.[1]?.length ?? 0
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(bare)?.[0].length ?? 0)
  const percent = /^(?:%|per ?cent)$/i.test(unit)
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: currency ? 'money' : percent ? 'percent' : decimals > 0 ? 'measure' : 'count',
    value,
    low: value,
    high: value,
    bound: boundOf(bound.trim().toLowerCase()),
    unit: currency
      ? CURRENCIES[currency]!
      : percent
        ? '%'
        : /^(?:in|on|at|and|from|by|for)$/i.test(unit)
          ? null
          : singular(unit) || null,
    precision: 10 ** (zeros - decimals) * factor,
  }
}

function boundOf(words: string): Quantity['bound'] {
  if (words === '') return 'exact'
  if (words === 'more than' || words === 'over') return 'more-than'
  if (words === 'at least') return 'at-least'
  if (words === 'up to') return 'at-most'
  if (words === 'less than' || words === 'under') return 'less-than'
  return 'about'
}

function singular(word: string): string {
  return word.toLowerCase().replace(/(?<=[^s])s$/, '')
}
