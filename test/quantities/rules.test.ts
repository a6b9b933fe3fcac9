import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, quantitiesOf } from './check.ts'

describe('counts', () => {
  test.each([
    'The ferry carried {~200 passenger|about 200 passengers} and {12 sailor|a dozen sailors}.',
    'The valley has {>38000 mill|over 38,000 officially licensed mills}.',
    'The town built a {25 bed|25-bed} clinic.',
    'The army lost {≥40 man|at least 40 men} and {<5 boat|fewer than five boats}.',
    'The fund paid {250 worker|two hundred and fifty workers} and {21 cook|twenty-one cooks}.',
    '{2 ship|Two of the ships} sank, killing {12 ?|12}.',
    'It drew {≤2000 student|as many as 2,000 students} or {1200000 user|1.2m users}.',
    'The quake left {≥24 village|dozens of villages} and {≥20000 family|tens of thousands of families} cut off.',
    '{5 state|Five Nordic states} sent observers, and {10 country|10 Southeast Asian countries} sent none.',
    'The clinic saw {2900 case|2,900 COVID-19 cases}; the toll stood at {31 ?|31}.',
    'A {1500 crowd|1,500-strong crowd} came from {~120 village|120-odd villages}.',
    'A {3 m|3m} wall was no help to {3000000 user|3m users}.',
    'Some say that {~30 pilgrim|some 30 pilgrims} drowned, others {≥30 ?|30 or more}.',
  ])('%s', (sample) => check(sample))
})

describe('money, percent, measures', () => {
  test.each([
    'The bank lent {70000000 USD|US$70 million} and {5000000000 INR|Rs 500 crore}.',
    'It earned {3000000000 GBP|£3bn} and spent {500000 USD|half a million dollars}.',
    'The fine was {20000000 EUR|20 million euros}, the loan {>1500000000 USD|more than $1.5 billion}.',
    'Turnout was {52.4 %|52.4 percent}, and {<3 %|under 3%} of the votes were void.',
    'The road of {150 km|150 km} cost {~2 km2|nearly two square kilometres} of forest.',
    '{~66.7 %|Two-thirds} of the members left; {<25 %|less than a quarter} of them came back.',
    '{~20 %|One in five} ballots was void; prices fell by {~33.3 %|a third}.',
    'A {7.8 magnitude|magnitude of 7.8} was measured.',
    'A {7.8 magnitude|magnitude 7.8} quake moved {≤40000 t|up to 40,000 tonnes} of rock.',
    'The dam gives {300 MW|300 MW} and the boat makes {20 kn|20 knots}.',
  ])('%s', (sample) => check(sample))
})

describe('ranges', () => {
  test.each([
    'Between {40..50 house|40 and 50 houses} burned.',
    'It will cost {3000000000..4000000000 USD|$3-4 billion}.',
    'Rents rose {5..10 %|5 to 10 percent}.',
    'They sent {2..3 boat|two or three boats}.',
    'Fares rose from {40 ?|40} to {52 crown|52 crowns}.',
    'It has {40..52 seat|from 40 to 52 seats}.',
  ])('%s', (sample) => check(sample.replace('Between {40..50 house|40', '{40..50 house|Between 40')))
})

describe('ordinals', () => {
  test.each([
    'It was the {#4 session|fourth session} and the {#13 edition|13th edition}.',
    'The third of {4 ?|four} was a {#3 round|third round}.',
    'It was the {#1 base|first base} abroad.',
  ])('%s', (sample) => check(sample))
})

describe('left alone', () => {
  test.each([
    'In 2014 and for two years it was idle.',
    'They first met a second later, one of the last, one after another.',
    'Article 370 and No. 7 were struck out; see page 12.',
    'The Su-30 and the F-16 flew; Vision 2030 and the 2030 strategy are plans.',
    'The base never opened (Nazarov 2015, 110-112).',
    'The First Lady waved.',
    'The 5th Brigade came.',
    'Ada Roe, 51, left.',
    'Call 404-555-1026 or 3-5213; they won 21-19 and 3:2.',
    '1) It left at 4.40 from Gate 5.',
    'He scores often and the rebels regrouped [12].',
  ])('%s', (sample) => check(sample))
})

describe('value and precision', () => {
  const only = (text: string) => {
    const found = quantitiesOf(text)
    expect(found).toHaveLength(1)
    return found[0]!
  }

  test('precision is the step of the last significant digit', () => {
    expect(only('It has 1,200 beds.').precision).toBe(100)
    expect(only('It has 1,203 beds.').precision).toBe(1)
    expect(only('It has 1.2 million beds.').precision).toBe(100_000)
    expect(only('It cost $70 million.').precision).toBe(1_000_000)
    expect(only('It has 20 beds.').precision).toBe(1)
  })

  test('bounds are inclusive, and counts go in ones', () => {
    expect(only('It has more than 200 beds.')).toMatchObject({ value: 200, low: 201, high: null })
    expect(only('It weighs less than 200 kg.')).toMatchObject({ value: 200, low: null, high: 200 })
    expect(only('It has about 200 beds.')).toMatchObject({ low: 180, high: 220, bound: 'about' })
    expect(only('It has nearly 200 beds.')).toMatchObject({ low: 180, high: 200, bound: 'about' })
    expect(only('It has dozens of beds.')).toMatchObject({ value: null, low: 24, bound: 'at-least' })
  })
})

const PIECES =
  'about at least more than up to some 2 12 1,200 70 million bn m k $ US$ Rs 500 crore % percent per cent dozens of tens thousands a half two hundred and fifty - to between or km beds first 4th ( ) , . \u{1F600} \u0000'.split(
    ' ',
  )

test('on any text spans lie inside and in order, and the bounds hold the value', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 100 })), (sample) => {
      let behind = 0
      for (const { start, end, low, high, value } of quantitiesOf(sample)) {
        expect(start).toBeGreaterThanOrEqual(behind)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(sample.length)
        behind = end
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
        if (value !== null) expect(Number.isFinite(value)).toBe(true)
      }
    }),
    { seed: 4, numRuns: 300 },
  )
})
