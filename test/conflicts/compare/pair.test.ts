import { expect, test } from 'vitest'
import { annotate } from '../../../pipeline/annotate.ts'
import { comparePair } from '../../../pipeline/conflicts/index.ts'
import { readSource } from '../../../pipeline/read/index.ts'
import { KNOWLEDGE } from '../builder.ts'

function answer(claim: string, evidence: string): string {
  const [one, other] = [claim, evidence].map((text, index) =>
    annotate(readSource(`${index}.txt`, Buffer.from(text)), KNOWLEDGE),
  )
  const { label, type } = comparePair(one!, other!, KNOWLEDGE)
  return type === null ? label : `${label} ${type}`
}

test.each([
  // the figure among the same words, and no other
  [
    'More than 20 houses collapsed and more than 9 people died.',
    'In the valley 24 houses collapsed, 11 people died and 40 were injured.',
    'SUPPORTS',
  ],
  [
    'More than 20 houses collapsed and more than 12 people died.',
    'In the valley 24 houses collapsed, 11 people died and 40 were injured.',
    'REFUTES quantity',
  ],
  [
    'The ferry line earned more than 6 million euros worldwide.',
    'The ferry line earned 4 million euros in Velia and 3 million euros elsewhere, for a worldwide total of 7 million euros.',
    'SUPPORTS',
  ],
  [
    'The ferry line earned more than 8 million euros worldwide.',
    'The ferry line earned 4 million euros in Velia and 3 million euros elsewhere, for a worldwide total of 7 million euros.',
    'REFUTES quantity',
  ],
  // verb and noun of one measure
  ['More than 15 patients recovered in Linden.', 'Linden counted 12 recoveries.', 'REFUTES quantity'],
  // what the evidence's bound speaks of
  ['The mill employs more than 900 people.', 'The mill employs over 400 people.', 'REFUTES quantity'],
  ['The mill employs more than 300 people.', 'The mill employs over 400 people.', 'SUPPORTS'],
  ['The mill employs fewer than 400 people.', 'The mill employs at least 300 people.', 'SUPPORTS'],
  // ratings and ranks
  [
    'The hotel has a rating above 8.4/10.',
    'Guests gave the hotel a rating of 8.1 out of 10 in 310 answers.',
    'REFUTES quantity',
  ],
  ['The club is ranked above 5th.', 'The club is ranked 7th in the league.', 'REFUTES quantity'],
  ['The club is ranked above 5th.', 'The club is ranked 3rd in the league.', 'SUPPORTS'],
  // another figure of another day may be an update
  [
    'By 4 May 2031 the flood had killed more than 30 people.',
    'As of 2 May 2031 the flood had killed 26 people.',
    'NOT ENOUGH INFO',
  ],
  [
    'By 4 May 2031 the flood had killed more than 30 people.',
    'As of 4 May 2031 the flood had killed 26 people.',
    'REFUTES quantity',
  ],
  // dates of the same event
  ['Ada Rell was born before 3 May.', 'Ada Rell was born on 7 May 1931 in Linden.', 'REFUTES time'],
  ['Ada Rell was born after 1935.', 'Ada Rell (born 7 May 1931) is a painter.', 'REFUTES time'],
  ['Ada Rell was born before 9 May.', 'Ada Rell was born on 7 May 1931 in Linden.', 'SUPPORTS'],
  // opposites of one thing
  ['The opera met with positive reviews.', 'The opera received mixed reviews.', 'REFUTES opposition'],
])('%s / %s: %s', (claim, evidence, expected) => {
  expect(answer(claim, evidence)).toBe(expected)
})

test.each([
  ['other things', 'The opera met with positive reviews.', 'The opera met with negative weather.'],
  [
    'both are said',
    'The opera met with positive reviews.',
    'Negative reviews of the opera were few, positive reviews many.',
  ],
  ['a year in a name', 'The 2018 Velia Cup was a success.', 'The cup began on 3 May 2019.'],
  ['two events of one life', 'Ada Rell died in 1990.', 'Ada Rell was born in 1931.'],
  ['what counts other things', 'The castle has 30 rooms.', 'The castle has 4 towers.'],
])('%s: not refuted by %s', (_, claim, evidence) => {
  expect(answer(claim, evidence)).not.toContain('REFUTES')
})

test.each([
  ['one sign', '.'],
  ['figures upon figures', '12 mills, 7/10, on 3 May 2031, 14 % and 3 million euros, '.repeat(3_000)],
  ['no words', '\ud83c\udf0a\u202e / 5 / # / '],
])('texts of %s are answered', (_, text) => {
  expect(answer(text, text)).toMatch(/^(?:SUPPORTS|NOT ENOUGH INFO)$/)
  expect(answer('The mill has 9 windows.', text)).toBeTypeOf('string')
})
