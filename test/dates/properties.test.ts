import { isValid } from '@edtf-ts/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayNumber, dayOf, weekdayOf } from '../../pipeline/dates/calendar.ts'
import { findTimes } from '../../pipeline/dates/index.ts'
import { documentOf } from './check.ts'

const PIECES =
  'about circa in on by the of early late mid - last next this that following previous year month week day days two 3 March May April Tuesday 4 19 31 1939 2019 2,000 1990 s 480 BC spring century quarter first ago later after before until since then to and between ( ) , . 19:40 p.m. every Q3 \u{1F600} العام \u0000'.split(
    ' ',
  )
const text = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .chain((words) => fc.constantFrom(' ', '', '\r\n').map((glue) => words.join(glue)))

test('on any text spans lie inside, in order, and values are whole', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })), (sample) => {
      const doc = documentOf(sample, '2021-06-08')
      let behind = 0
      for (const time of findTimes(doc)) {
        expect(time.start).toBeGreaterThanOrEqual(behind)
        expect(time.end).toBeGreaterThan(time.start)
        expect(time.end).toBeLessThanOrEqual(sample.length)
        behind = time.end
        if (time.earliest !== null && time.latest !== null) expect(time.earliest <= time.latest).toBe(true)
        if (time.edtf !== null) expect([time.edtf, isValid(time.edtf)]).toEqual([time.edtf, true])
        if (time.period) {
          expect([time.period.edtf, isValid(time.period.edtf)]).toEqual([time.period.edtf, true])
          expect(time.period.start).toBeLessThanOrEqual(time.start)
          expect(time.period.end).toBeGreaterThanOrEqual(time.end)
        }
      }
    }),
    { seed: 4, numRuns: 500 },
  )
})

test('days count without a Date', () => {
  expect(weekdayOf({ year: 2022, month: 12, day: 20 })).toBe(1)
  expect(addDays({ year: 2000, month: 2, day: 28 }, 2)).toEqual({ year: 2000, month: 3, day: 1 })
  expect(addMonths({ year: 2019, month: 1, day: 31 }, 1)).toEqual({ year: 2019, month: 2, day: 28 })
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 2_900_000 }), (n) => {
      expect(dayNumber(dayOf(n))).toBe(n)
    }),
    { seed: 4 },
  )
})
