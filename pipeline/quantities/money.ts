import type { Numeral } from './numeral.ts'
import type { SentenceWords } from './sentence-words.ts'

/** Signs and abbreviations before the number, as written, to ISO 4217. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    US$: 'USD',
    A$: 'AUD',
    AU$: 'AUD',
    C$: 'CAD',
    CA$: 'CAD',
    HK$: 'HKD',
    NZ$: 'NZD',
    S$: 'SGD',
    NT$: 'TWD',
    R$: 'BRL',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '₹': 'INR',
    Rs: 'INR',
    'Rs.': 'INR',
    '₽': 'RUB',
    '₩': 'KRW',
    '₸': 'KZT',
    '₴': 'UAH',
    '₺': 'TRY',
    '₪': 'ILS',
    '₦': 'NGN',
    '₫': 'VND',
    '฿': 'THB',
  }),
)
const CODES: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CNY RMB INR RUB KZT KGS TJS UZS TMT PKR AFN IRR AED SAR TRY CHF SEK NOK DKK PLN CZK HUF UAH GEL AMD AZN AUD CAD NZD HKD SGD KRW TWD THB IDR MYR PHP VND BRL MXN ARS ZAR NGN KES EGP ILS'.split(
    ' ',
  ),
)
/** Currencies by name. Where several states use the name ("peso", "krona") nothing is said, for nothing is sure. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dollar: 'USD',
    dollars: 'USD',
    euro: 'EUR',
    euros: 'EUR',
    rupee: 'INR',
    rupees: 'INR',
    yen: 'JPY',
    yuan: 'CNY',
    renminbi: 'CNY',
    ruble: 'RUB',
    rubles: 'RUB',
    rouble: 'RUB',
    roubles: 'RUB',
    tenge: 'KZT',
    somoni: 'TJS',
    hryvnia: 'UAH',
    lira: 'TRY',
    rand: 'ZAR',
    naira: 'NGN',
    shekels: 'ILS',
    baht: 'THB',
    zloty: 'PLN',
  }),
)
const NATIONAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'australian dollars': 'AUD',
    'canadian dollars': 'CAD',
    'hong kong dollars': 'HKD',
    'singapore dollars': 'SGD',
    'us dollars': 'USD',
    'u.s. dollars': 'USD',
    'american dollars': 'USD',
    'pakistani rupees': 'PKR',
    'indian rupees': 'INR',
    'russian rubles': 'RUB',
    'swiss francs': 'CHF',
    'pounds sterling': 'GBP',
    'british pounds': 'GBP',
    'turkish lira': 'TRY',
    'uzbek soum': 'UZS',
    'kyrgyz som': 'KGS',
  }),
)

/** A currency sign before word `index`: "$", "US $", "Rs.", "EUR". */
export function currencyBefore(words: SentenceWords, index: number): { from: number; unit: string } | null {
  const raw = words.raw(index - 1)
  if (raw === '.' && words.raw(index - 2) === 'Rs') return { from: index - 2, unit: 'INR' }
  const sign = SIGNS.get(raw)
  if (sign !== undefined) {
    const country = words.raw(index - 2)
    if (raw === '$' && (country === 'US' || country === 'U.S.')) return { from: index - 2, unit: 'USD' }
    return { from: index - 1, unit: sign }
  }
  return CODES.has(raw) ? { from: index - 1, unit: raw === 'RMB' ? 'CNY' : raw } : null
}

/**
 * The currency of a number by the words behind it: "70 million dollars", "500 US dollars", "20 million pounds", and
 * the euro sign that continental texts put last. Left alone: "200 pounds", which are a weight as often.
 */
export function currencyAfter(words: SentenceWords, numeral: Numeral): { to: number; unit: string } | null {
  const at = words.lower(numeral.to) === '-' ? numeral.to + 1 : numeral.to
  const two = NATIONAL.get(`${words.lower(at)} ${words.lower(at + 1)}`)
  if (two !== undefined) return { to: at + 2, unit: two }
  const name = NAMES.get(words.lower(at))
  if (name !== undefined) return { to: at + 1, unit: name }
  if (CODES.has(words.raw(at))) return { to: at + 1, unit: words.raw(at) === 'RMB' ? 'CNY' : words.raw(at) }
  if (words.raw(at) === '€' || words.raw(at) === '£') return { to: at + 1, unit: SIGNS.get(words.raw(at))! }
  if (words.lower(at) === 'pounds' && numeral.scale >= 1e6) return { to: at + 1, unit: 'GBP' }
  return null
}
