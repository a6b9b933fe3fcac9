import { describe, test } from 'vitest'
import { check } from './check.ts'

/** Every sample here holds something that looks like a time and is none; what is one is in braces. */
describe('left alone', () => {
  test.each([
    // numbers that are no years
    'Some 2,000 students and 1500 soldiers marched 1983 km.',
    'The plant cost $1950 and 2010 euros a piece.',
    'Resolution 1483 was read on page 1990 of the record.',
    'About 2000 people drowned.',
    // years in names
    'The Rabta-2019 drill and Vision 2030 were praised.',
    'Under the 2030 strategy the port will grow.',
    // publication years
    'The base never opened (Nazarov 2015, 110).',
    'It was denied (see Meyer and Lund, 2009; Ito et al. 2011).',
    'Nazarov (2015) argues that it was a rumour.',
    // names that are also months, days and seasons
    'April Smith may march on.',
    'The Long March and Bloody Sunday are remembered.',
    'The fall of the city and a spring of water.',
    // ratios, scores, versions
    'They won 3:2 and lost 21-19.',
    'In their 20s they flew F-16s.',
    'Call (404) 555-1026 or 404-555-1026.',
    'It grew at 4.35 and shrank at 1.10 percent.',
    '21st Century Steel and the Christmas Island mine closed.',
    // words
    'The second man saw the night watch and then left.',
    'The Daily Mail and USA Today reported it.',
    'This time the vote failed, for the time has come.',
  ])('%s', (sample) => check(sample, '2022-12-20'))

  test('invalid days', () => check('On {2019-02|February} 31 nothing happens in {2019|2019}.', '2019-05-05'))
})
