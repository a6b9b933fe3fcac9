import { describe, expect, it } from 'vitest'
import { lineNumbers } from '../../pipeline/store/line-numbers.ts'
import { publicationDays } from '../../pipeline/store/publication-days.ts'

describe('the days of a publication date', () => {
  it.each([
    ['2022-06-08', '2022-06-08', '2022-06-08'],
    ['2022-06-08?', '2022-06-08', '2022-06-08'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2021-11-XX', '2021-11-01', '2021-11-30'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['2021/2022-03', '2021-01-01', '2022-03-31'],
    ['2021/..', '2021-01-01', null],
  ])('%s: %s to %s', (edtf, earliest, latest) => {
    expect(publicationDays(edtf)).toEqual({ earliest, latest })
  })

  it.each(['XXXX-06-08', '2022-13', '2022-02-30', 'June', '', null])('none for %s', (edtf) => {
    expect(publicationDays(edtf)).toEqual({ earliest: null, latest: null })
  })
})

it('lines end at LF, CRLF and a lone CR', () => {
  const text = 'one\ntwo\r\nthree\rfour'
  const lineOf = lineNumbers(text)
  expect(['one', 'two', 'three', 'four'].map((word) => lineOf(text.indexOf(word)))).toEqual([1, 2, 3, 4])
  expect(lineOf(text.indexOf('\r\n') + 1)).toBe(2)
  expect(lineNumbers('')(0)).toBe(1)
})
