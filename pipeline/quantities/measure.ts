import type { SentenceWords } from './sentence-words.ts'

/** Names and symbols of units to one symbol each, near to UCUM; the longer names first where they share a head. */
const NAMES: Readonly<Record<string, string>> = {
  km: 'km kms kilometre kilometres kilometer kilometers',
  m: 'm metre metres meter meters',
  cm: 'cm centimetre centimetres centimeter centimeters',
  mm: 'mm millimetre millimetres millimeter millimeters',
  mi: 'mile miles',
  ft: 'ft foot feet',
  yd: 'yard yards',
  nmi: 'nmi nm',
  kg: 'kg kilogram kilograms kilogramme kilogrammes kilo kilos',
  g: 'g gram grams',
  t: 't tonne tonnes ton tons',
  lb: 'lb lbs pound pounds',
  oz: 'oz ounce ounces',
  l: 'litre litres liter liters',
  gal: 'gallon gallons',
  bbl: 'bbl barrel barrels',
  ha: 'ha hectare hectares',
  acre: 'acre acres',
  W: 'watt watts',
  kW: 'kw kilowatt kilowatts',
  MW: 'mw megawatt megawatts',
  GW: 'gw gigawatt gigawatts',
  kWh: 'kwh',
  MWh: 'mwh',
  GWh: 'gwh',
  TWh: 'twh',
  V: 'volt volts',
  kV: 'kv kilovolt kilovolts',
  Hz: 'hz hertz',
  MHz: 'mhz',
  GHz: 'ghz',
  kn: 'knot knots',
  'km/h': 'kph kmh',
  mph: 'mph',
  GB: 'gb gigabyte gigabytes',
  MB: 'mb megabyte megabytes',
  TB: 'tb terabyte terabytes',
  deg: '° degree degrees',
  magnitude: 'magnitude',
}
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([symbol, names]) => names.split(' ').map((name) => [name, symbol] as const)),
)

/** Units of several words. */
const PHRASES: readonly (readonly [words: readonly string[], symbol: string])[] = (
  [
    ['percentage points', 'percentage point'],
    ['percentage point', 'percentage point'],
    ['square kilometres', 'km2'],
    ['square kilometers', 'km2'],
    ['sq km', 'km2'],
    ['sq. km', 'km2'],
    ['square metres', 'm2'],
    ['square meters', 'm2'],
    ['square miles', 'mi2'],
    ['square feet', 'ft2'],
    ['cubic metres', 'm3'],
    ['cubic meters', 'm3'],
    ['nautical miles', 'nmi'],
    ['nautical mile', 'nmi'],
    ['metric tons', 't'],
    ['metric tonnes', 't'],
    ['kilometres per hour', 'km/h'],
    ['kilometers per hour', 'km/h'],
    ['km per hour', 'km/h'],
    ['km / h', 'km/h'],
    ['miles per hour', 'mph'],
    ['miles an hour', 'mph'],
    ['degrees celsius', 'Cel'],
    ['° c', 'Cel'],
    ['°c', 'Cel'],
    ['degrees fahrenheit', '[degF]'],
    ['° f', '[degF]'],
    ['km²', 'km2'],
    ['m²', 'm2'],
    ['m³', 'm3'],
  ] as const
).map(([words, symbol]) => [words.split(' '), symbol] as const)

/**
 * A unit of measure from word `index` on: "km", "-kilometre", "MW", "square kilometres". Left alone: "5 m" after
 * digits is metres, but "$5 m" is money (and read before), "two feet" is a length all the same.
 */
export function measureAt(words: SentenceWords, index: number): { to: number; unit: string } | null {
  const at = words.lower(index) === '-' ? index + 1 : index
  for (const [phrase, unit] of PHRASES) {
    if (phrase.every((word, k) => words.lower(at + k) === word)) return { to: at + phrase.length, unit }
  }
  const unit = UNITS.get(words.lower(at))
  if (unit === undefined) return null
  // A single letter is a unit only where it touches its number or stands in the case of the symbol.
  if (words.raw(at).length === 1 && unit !== 'deg' && words.raw(at) !== words.lower(at)) return null
  return { to: at + 1, unit }
}
