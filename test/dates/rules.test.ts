import { describe, expect, test } from 'vitest'
import { check, only } from './check.ts'

describe('stated in full', () => {
  test.each([
    'The ferry sank on {2019-03-04|4 March 2019}.',
    'The ferry sank on {2019-03-04|March 4, 2019}, and the owner fled.',
    'It reopened on the {2019-03-04|4th of March 2019}.',
    'The vote of {2019-03-04|Monday, March 4, 2019}, was void.',
    'The log says {2019-03-04|2019-03-04}, the ticket {2019-03-04|04.03.2019}.',
    'Work began in {1998-10|October 1998} and in {1940-02|February of 1940}.',
    'The mine closed in {1987|1987} and the mill by {1990|1990}.',
    'The {2003|2003} flood took the bridge.',
    'The temple burned in {-0479|480 BC} and again in {0079|AD 79}.',
    'The trade grew in {199X|the 1990s}, and in {198X|the late 1980s} it had shrunk.',
    'It was a port of {19XX|the 20th century}.',
    'Sales rose in {2009-33|the first quarter of 2009} and {2010-35|Q3 2010}.',
    'The dam held until {1944-21|the spring of 1944}.',
    'They met at {2013-12-25|Christmas 2013}.',
  ])('%s', (sample) => check(sample))
})

describe('lists and ranges are dates of their own', () => {
  test.each([
    'He visited in {2015|2015} and {2019|2019}.',
    'Between {2002|2002} and {2010|2010} it stood empty.',
    'The siege ({1926|1926}-{1928|28}) was long.',
    'It ran from {2003-03-19|March 19} to {2003-04-30|April 30, 2003}.',
    'The fair of {2000-05-04|4}-{2000-05-09|9 May 2000} was the last.',
    'Rain fell in {1941-05|May} and {1941-06|June 1941}.',
    'From {2003-12-28|December 28} to {2004-01-03|January 3, 2004} no boat left.',
  ])('%s', (sample) => check(sample))

  test('and both ends know the period', () => {
    expect(only('Since 2014 the mill has been idle.').period).toEqual({
      start: 0,
      end: 10,
      edtf: '2014/..',
      earliest: '2014-01-01',
      latest: null,
    })
    expect(only('It stood until 2014.').period).toMatchObject({ edtf: '../2014', earliest: null })
    expect(only('It fell in 2014.').period).toBeUndefined()
  })
})

describe('reckoned from the date of the text', () => {
  test.each([
    'The minister resigned {2022-12-20|today}, {duration|a day} after the vote of {2022-12-19|yesterday}.',
    'Prices rose {2022-11|last month} and will rise {2023|next year}.',
    'The court sat on {2022-12-16|Friday}; it will sit again on {2022-12-23|Friday}.',
    'The strike began in {2022-04|April}.',
    'On {2022-12-06|December 6} the delegates arrived.',
    'The road will open on {2023-02-01|February 1}.',
    'He left {2019|three years ago} and {2022-12-06|two weeks ago}.',
    'The road opens on {2022-12-22|22 December}; the bridge is to open on {2022-12-23|Friday}.',
    'Results are due on {2023-01-04|4 January}; due to the storm they fled on {2022-12-18|18 December}.',
    'They set up a camp on {2022-12-16|Friday}; the mine is shut until {2022-12-23|Friday}.',
    'They plan to return in {2023-05|May}.',
    'The mayor spoke on {2022-12-19|Monday evening}.',
    'He was elected in {2018-05|May 2018}. The polls close on {2023-05-14|Sunday, 14 May}.',
    'He knew it in {2022-11|November} and said so {2022-12-20|this morning}.',
    'Sales rose during {2022-12-17/2022-12-18|the weekend}.',
    'The output of {2022-33|the first quarter of this year} fell.',
  ])('%s', (sample) => check(sample, '2022-12-20'))

  test('names the anchor', () => {
    expect(only('Prices rose last month.', '2022-12-20')).toMatchObject({
      certainty: 'implied',
      anchor: 'published 2022-12-20',
      earliest: '2022-11-01',
      latest: '2022-11-30',
    })
  })

  test('without any date nothing is guessed', () => {
    check('The strike began in {XXXX-04|April} and ended {-|last month}.')
    check('The court sat on {-|Friday}.')
  })

  test('a date of publication without its year takes the year of the newest date in the text', () => {
    check('In {2025-06|June 2025} they met. The talks go on {2025-05|last month}.', 'XXXX-06-08')
  })
})

describe('times of day', () => {
  test.each([
    'It left at {2022-12-20T04:40:00|4.40 am} and sank at {2022-12-20T05:52:00|5:52 a.m.}',
    'On {2022-03-09|9 March 2022} it called at {2022-03-09T16:08:00Z|16:08 UTC}.',
    'At {2022-12-20T06:00:00|six o’clock} the lights went out, by {2022-12-20T12:00:00|noon} all was quiet.',
    'The door shut at {2022-12-20T18:00:00|6 p.m.}',
  ])('%s', (sample) => check(sample, '2022-12-20'))
})

describe('reckoned from the story', () => {
  test.each([
    'On {1975-03-11|11 March 1975} the front broke. {1975-03-13|Two days later} the town fell. By {1975-04-01|1 April} all was over.',
    'The treaty of {1961|1961} held. {1962|The following year} it broke.',
    'In {1941-12|December 1941} the port burned. In {1942-01|January} it was rebuilt.',
    'The base opened in {2003-06|June 2003}. It had been planned {2002|the previous year}.',
    'He was tried in {1950-08|August 1950} and shot in {1950-12|December of that year}.',
    'The pact of {1997|1997} failed; until {1997|then} trade had grown.',
    'On {1939-09-01|1 September 1939} the war began. {1939-09-01|That evening} the lights went out.',
    'It was told {2019-03-02|two days before March 4, 2019}.',
    'On {2010-03-01|1 March 2010} it was 11. It was 17 on the {2010-03-02|Tuesday} and 23 on the {2010-03-04|Thursday}.',
    'In {1964-08|August 1964} a ship was hit, says a report declassified in {2005|2005}. On {1964-08-04|4 August} nothing was.',
  ])('%s', (sample) => check(sample, '2010-12-19'))
})

describe('parts and blurs', () => {
  test('the unit is the value, the days are fewer', () => {
    expect(only('It was done by early May 2010.')).toMatchObject({
      edtf: '2010-05',
      earliest: '2010-05-01',
      latest: '2010-05-16',
    })
    expect(only('It was done in the late 1990s.')).toMatchObject({ edtf: '199X', earliest: '1995-01-01' })
    expect(only('It was done at the end of 1944.')).toMatchObject({ edtf: '1944', latest: '1944-12-31' })
  })

  test('"about" opens both sides', () => {
    expect(only('He was born about 1910.')).toMatchObject({
      edtf: '1910~',
      earliest: '1909-01-01',
      latest: '1911-12-31',
    })
  })

  test('weeks are intervals', () => {
    check('It rained {2022-12-12/2022-12-18|last week}.', '2022-12-20')
  })
})

describe('no calendar value', () => {
  test.each([
    'The siege lasted {duration|two and a half years}.',
    'A {duration|24-year} rule ended within {duration|days}.',
    'The {set|annual} fair is held {set|every two years}.',
    'She is {duration|51 years old}; the {duration|three-year-old} pact is dead.',
    'It {-|currently} serves {duration|over nine months} of the contract.',
    'The talks came {duration|ten months} after the summit.',
    'It grew in {duration|the past decade} and {duration|recent years}.',
  ])('%s', (sample) => check(sample, '2022-12-20'))
})
