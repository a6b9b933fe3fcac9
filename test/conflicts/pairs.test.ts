import { describe, expect, test } from 'vitest'
import { findConflicts } from '../../pipeline/conflicts/index.ts'
import { corpus, KNOWLEDGE } from './builder.ts'

/** What two texts of one day that hold one claim each are found to dispute: "type strength", or "nothing". */
function dispute(
  a: string,
  b: string,
  days: readonly [string, string] = ['2026-03-01', '2026-03-01'],
): string {
  const { conflicts } = findConflicts(
    corpus({ Courier: { claims: a, published: days[0] }, Herald: { claims: b, published: days[1] } }),
    KNOWLEDGE,
  )
  return conflicts.map(({ types, strength }) => `${types.join('+')} ${strength}`).join(', ') || 'nothing'
}

describe('what clashes', () => {
  test.each([
    // presence, stated against rumoured
    [
      'Port Ash Naval Base | was | the first naval base of Narland outside its territory',
      'Narland | maintained | a naval presence | place: in Port Ash | rumoured',
      'factuality+uniqueness tension',
    ],
    [
      'Narland | operated | a military base | place: at Linden Air Base',
      'Narland | had | no relation | place: in Linden',
      'nothing',
    ],
    [
      'Narland | has | a naval base | place: in Port Ash',
      'Narland | does not have | a naval base | place: in Port Ash',
      'polarity contradiction',
    ],
    [
      'Narland | has | a naval base | place: in Port Ash',
      'Narland | has | a naval base | place: in Port Ash | denied | says: Otto Brand',
      'polarity contradiction',
    ],
    // membership
    [
      'Narland | joined | Ostian League | time: in 2004',
      'Narland | never joined | Ostian League',
      'polarity contradiction',
    ],
    [
      'Narland | joined | Ostian League | time: in 2004',
      'Narland | acceded to | Ostian League | time: in 2006',
      'time contradiction',
    ],
    // dates
    [
      'Nordwind | was founded | | time: in 1871',
      'Nordwind | was founded | | time: in 1873',
      'time contradiction',
    ],
    [
      'Sudbank | earned | a net profit of €68 million in 2025',
      'Sudbank | earned | €86 million on revenue of €1.24 billion | time: in 2025',
      'quantity contradiction',
    ],
    [
      'Harrow Bridge | is | open | other: to traffic',
      'Harrow Bridge | remains | closed to traffic',
      'opposition contradiction',
    ],
    [
      'Aurelia | had been overloaded | | says: Ada Rell',
      'Aurelia | was | overloaded | denied | says: Otto Brand',
      'polarity contradiction',
    ],
    [
      'Harrow Clinic | was closed |',
      'Harrow Clinic | was closed | | sentence: Otto Brand rejected reports that Harrow Clinic was closed.',
      'polarity contradiction',
    ],
    [
      'Harrow Clinic | was closed |',
      'Harrow Clinic | was closed | | sentence: Claims that Harrow Clinic was closed are false, said Otto Brand.',
      'polarity contradiction',
    ],
    [
      'Ministry of Trade | counted | 12 dead | other: in Linden earthquake',
      'Coast Guard | counted | 15 dead | other: in Linden earthquake',
      'quantity contradiction',
    ],
    [
      'Harrow Clinic | was opened | | time: in 1974',
      'Harrow Clinic | opened as | a school for nurses | time: in 1968',
      'time contradiction',
    ],
    [
      'Aurelia | was built at | the Linden yard | time: in 1994',
      'Aurelia | was built for | another company | time: in 1996',
      'time contradiction',
    ],
    [
      'Ada Rell | was born | | time: on 1931-05-03',
      'Ada Rell | was born | | time: on 1931-05-13',
      'time contradiction',
    ],
    // figures
    ['Aurelia | carried | 203 people', 'Aurelia | carried | 180 people', 'quantity contradiction'],
    [
      '12 people | died | | other: in Linden earthquake | time: on 2026-03-01',
      '25 people | died | | other: in Linden earthquake | time: on 2026-03-01',
      'quantity contradiction',
    ],
    ['Sudbank | employs | 4,120 people', 'Sudbank | employs | 9,800 people', 'quantity contradiction'],
    // one value
    ['Ada Rell | was born in | Port Ash', 'Ada Rell | was born in | Linden', 'value contradiction'],
    ['Narland | hosted | Port Ash summit', 'Velia | hosted | Port Ash summit', 'value contradiction'],
    // firsts
    [
      'Ada Rell | was | the first woman on Mount Ash',
      'Mina Sol | was | the first woman on Mount Ash',
      'uniqueness contradiction',
    ],
    // opposites
    ['Harrow Bridge | is | open', 'Harrow Bridge | remains | closed', 'opposition contradiction'],
    [
      'The Velian Senate | approved | Velia Accord | time: on 2026-02-03',
      'The Velian Senate | rejected | Velia Accord | time: on 2026-02-03',
      'opposition contradiction',
    ],
    // attendance
    [
      'Velia and Ostia | attended | Port Ash summit',
      'Velia | boycotted | Port Ash summit',
      'attendance tension',
    ],
    [
      'Velia | attended | Port Ash summit',
      'Velia | did not attend | Port Ash summit',
      'attendance contradiction',
    ],
    // scopes that differ
    [
      'Narland and Ostia | formed | a strategic alliance',
      'Narland | has not evolved as | alliance-building | other: in Midsea',
      'polarity tension',
    ],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(dispute(a, b)).toBe(expected)
    expect(dispute(b, a)).toBe(expected)
  })
})

describe('what only looks alike', () => {
  test.each([
    [
      'partnerships of different pairs',
      'Narland and Ostia | established | a strategic partnership | time: in 2009',
      'Narland and Velia | established | a strategic partnership | time: in 2011',
    ],
    [
      'one partnership and a list of them',
      'Narland and Ostia | established | a strategic partnership | time: in 2009',
      'Narland | established | strategic partnerships | accompaniment: with Ostia and Velia | time: in 2011',
    ],
    [
      'working groups on different matters',
      'Narland and Ostia | formed | a working group on defence | time: in 2002',
      'Narland and Ostia | formed | a working group on terrorism | time: in 2003',
    ],
    ['editions of one exercise', 'Narland | hosted | Sealight 2019', 'Velia | hosted | Sealight 2021'],
    ['numbered editions', 'Narland | hosted | the 12th session', 'Velia | hosted | the 13th session'],
    [
      'a first summit and a first meeting',
      'Port Ash summit | was | the first summit of Narland and Ostia',
      'Sealight 2019 | was | the first meeting of advisers of Narland and Ostia',
    ],
    [
      'among the first',
      'Narland | was | among the first states to recognise Velia',
      'Ostia | was | the first state to recognise Velia',
    ],
    [
      'first of different kinds',
      'Ada Rell | was | the first woman on Mount Ash',
      'Otto Brand | was | the first Velian on Mount Ash',
    ],
    [
      'an unused base and another base',
      'Narland | has | no military base | place: in Linden',
      'Narland | has | a military base | place: in Port Ash',
    ],
    [
      'a denial about a town, a base somewhere in the country',
      'Narland | has | a military base | place: in Ostia',
      'Narland | does not have | a military base | place: in Port Ash',
    ],
    [
      'words that only stand for others',
      'Narland | was | one among the nations to recognise Velia',
      'Narland | was not | one of the participants',
    ],
    [
      'a hospital is no base',
      'Narland | operated | a military hospital | place: in Port Ash',
      'Narland | maintained | a naval presence | place: in Port Ash | rumoured',
    ],
    [
      'advice against advice',
      'Narland | should join | Ostian League | normative | recommendation',
      'Narland | should not join | Ostian League | normative | recommendation',
    ],
    [
      'advice against a fact',
      'Narland | should not join | Ostian League | normative | recommendation',
      'Narland | joined | Ostian League | time: in 2004',
    ],
    [
      'a forecast against a fact',
      'Sudbank | will employ | 5,000 people | prediction',
      'Sudbank | employs | 4,120 people',
    ],
    [
      'a condition against a fact',
      'Narland | has not joined | Ostian League | hypothetical',
      'Narland | joined | Ostian League',
    ],
    [
      'two rumours',
      'Narland | has | a naval base | place: in Port Ash | rumoured',
      'Narland | does not have | a naval base | place: in Port Ash | rumoured',
    ],
    ['not yet', 'Narland | has not yet joined | Ostian League', 'Narland | joined | Ostian League'],
    ['no longer', 'Harrow Clinic | is no longer | a hospital', 'Harrow Clinic | is | a hospital'],
    [
      'a narrower denial',
      'Narland | did not join | Ostian League | time: in 1999',
      'Narland | joined | Ostian League',
    ],
    [
      'visits happen more than once',
      'Otto Brand | visited | Velia | time: in 2015',
      'Otto Brand | visited | Velia | time: in 2019',
    ],
    [
      'opened once, closed later',
      'Harrow Clinic | was opened | | time: in 1990',
      'Harrow Clinic | was shut | | time: in 2005',
    ],
    ['opened and closed without dates', 'Harrow Clinic | opened |', 'Harrow Clinic | was shut |'],
    [
      'a year and a month in it',
      'Nordwind | was founded | | time: in 1871',
      'Nordwind | was founded | | time: in 1871-06',
    ],
    [
      'a bound is no date',
      'Nordwind | was founded | | time: before 1900',
      'Nordwind | was founded | | time: in 1950',
    ],
    [
      'founded again',
      'Nordwind | was founded | | time: in 1871',
      'Nordwind | was refounded | | time: in 1950',
    ],
    [
      'founders of different things',
      'Ada Rell | founded | Nordwind | time: in 1871',
      'Ada Rell | founded | Sudbank | time: in 1873',
    ],
    ['a town and its country', 'Ada Rell | was born in | Port Ash', 'Ada Rell | was born in | Ostia'],
    ['two people', 'Ada Rell | was born in | Port Ash', 'Mina Sol | was born in | Linden'],
    ['about and exact', 'Aurelia | carried | about 200 people', 'Aurelia | carried | 203 people'],
    ['at least and more', 'Aurelia | carried | at least 180 people', 'Aurelia | carried | 203 people'],
    ['passengers and people', 'Aurelia | carried | 161 passengers', 'Aurelia | carried | 187 people'],
    ['two ships', 'Aurelia | carried | 203 people', 'Borealis | carried | 180 people'],
    [
      'dead and injured',
      '12 people | died | | other: in Linden earthquake',
      '30 people | were injured | | other: in Linden earthquake',
    ],
    [
      'two events',
      '12 people | died | | other: in Linden earthquake',
      '30 people | died | | other: on Borealis',
    ],
    [
      'a shared country is no event',
      '12 people | died | | place: in Ostia',
      '30 people | died | | place: in Ostia',
    ],
    [
      'two years of profit',
      'Sudbank | posted | a profit of €12 million | time: in 2023',
      'Sudbank | posted | a profit of €19 million | time: in 2024',
    ],
    [
      'two currencies',
      'Narland | spent | €12 million | other: on Harrow Bridge',
      'Narland | spent | $19 million | other: on Harrow Bridge',
    ],
    [
      'rounded',
      'Narland | spent | $70 million | other: on Harrow Bridge',
      'Narland | spent | $69.8 million | other: on Harrow Bridge',
    ],
    [
      'different hosts of different meetings',
      'Ministry of Trade | hosted | a conference',
      'Harrow University | hosted | a conference',
    ],
    [
      'characters differ',
      'Narland | is | a pivotal partner | characterisation',
      'Narland | is | a reluctant partner | characterisation',
    ],
    [
      'part of a list stayed away elsewhere',
      'Velia | did not attend | Sealight 2019',
      'Velia | attended | Sealight 2021',
    ],
    [
      'a specific pair is denied, others are allied',
      'Narland and Velia | did not form | a military alliance',
      'Narland and Ostia | formed | a military alliance',
    ],
    [
      'the ministry is not the country',
      'The trade ministry of Narland | did not sign | Velia Accord',
      'Narland | signed | Velia Accord',
    ],
    [
      'another purpose',
      'Narland | did not build | Harrow Bridge | purpose: for tanks',
      'Narland | built | Harrow Bridge',
    ],
    ['the same words for two doors', 'The bow door | was | open', 'The bow door | was not | open'],
    [
      'the same words for two hospitals',
      'The hospital | was shut | | time: in 2004',
      'The hospital | was shut | | time: in 2009',
    ],
    [
      'a shared adjective is no dispute',
      'Narland | is | a large country | characterisation',
      'Narland | is not | a small country | characterisation',
    ],
    ['two negations', 'Narland | never joined | Ostian League', 'Narland | did not join | Ostian League'],
    [
      'a rumour and a denial',
      'Narland | has | a naval base | place: in Port Ash | rumoured',
      'Narland | has | a naval base | place: in Port Ash | denied',
    ],
    [
      'a plan and a denial',
      'Narland | may build | Harrow Bridge | hypothetical',
      'Narland | did not build | Harrow Bridge',
    ],
    [
      'two countries',
      'Narland | joined | Ostian League | time: in 2004',
      'Velia | joined | Ostian League | time: in 2006',
    ],
    [
      'two organisations',
      'Narland | joined | Ostian League | time: in 2004',
      'Narland | joined | Nordwind | time: in 2006',
    ],
    ['born in two senses', 'Ada Rell | was born in | Port Ash', 'Ada Rell | lives in | Linden'],
    [
      'founder and buyer',
      'Ada Rell | founded | Nordwind | time: in 1871',
      'Otto Brand | bought | Nordwind | time: in 1902',
    ],
    [
      'a tenth and a share of it',
      'Sudbank | owns | 40 percent of Nordwind',
      'Sudbank | owns | 12 ships of Nordwind',
    ],
    [
      'figures of two dates',
      'Sudbank | employs | 4,120 people | time: in 2019',
      'Sudbank | employs | 9,800 people | time: in 2024',
    ],
    [
      'figures written years apart',
      'Sudbank | employs | 4,120 people | as-of: in 2019',
      'Sudbank | employs | 9,800 people | as-of: in 2024',
    ],
    [
      'an alternative is no figure',
      '12 or 13 people | died | | other: in Linden earthquake',
      '14 people | died | | other: in Linden earthquake',
    ],
    [
      'killed or injured together',
      '50 people | were killed or injured | | other: in Linden earthquake',
      '12 people | were killed | | other: in Linden earthquake',
    ],
    [
      'an agreement between others',
      'Narland and Ostia | signed | Velia Accord',
      'Narland and Velia | did not sign | Velia Accord',
    ],
    [
      'opened again',
      'Harrow Bridge | was opened | | time: in 1931',
      'Harrow Bridge | was reopened | | time: in 1988',
    ],
    [
      'a state that may have changed is asked of one moment',
      'Harrow Bridge | is | open | time: in 2019',
      'Harrow Bridge | is | closed | time: in 2021',
    ],
    [
      'convicted first, acquitted later',
      'Ada Rell | was convicted | | time: in 2010',
      'Ada Rell | was acquitted | | time: in 2014',
    ],
    [
      'no more than a quarter',
      'Narland | spent | at most €12 million | other: on Harrow Bridge',
      'Narland | spent | €11 million | other: on Harrow Bridge',
    ],
    [
      'an owner of other things',
      'Narland | has | embassies | place: in Linden',
      'Narland | has | a naval base | place: in Linden | rumoured',
    ],
    [
      'opened on another day than closed',
      'Harrow Clinic | opened | | time: in 1968',
      'Harrow Clinic | closed | ',
    ],
    [
      'profits of two years',
      'Sudbank | earned | a net profit of €68 million in 2024',
      'Sudbank | earned | €86 million on revenue of €1.24 billion | time: in 2025',
    ],
    [
      'net and operating profit',
      'Sudbank | earned | a net profit of €68 million',
      'Sudbank | earned | an operating profit of €86 million',
    ],
    [
      'reports that are welcome',
      'Harrow Clinic | was closed |',
      'Harrow Clinic | was closed | | sentence: Otto Brand welcomed reports that Harrow Clinic was closed.',
    ],
    [
      'an offer that is rejected beside what is said',
      'Harrow Clinic | was closed |',
      'Harrow Clinic | was closed | | sentence: He rejected the offer, and said that Harrow Clinic was closed.',
    ],
    ['other states', 'Aurelia | was | overloaded', 'Aurelia | was not | insured'],
    [
      'a town and all',
      '74 people | died in | Linden | other: in Linden earthquake',
      '112 people | died | | other: in Linden earthquake',
    ],
    [
      'a count that grew',
      'Coast Guard | counted | 12 dead | other: in Linden earthquake | as-of: on 2026-02-01',
      'Coast Guard | counted | 15 dead | other: in Linden earthquake | as-of: on 2026-02-02',
    ],
    [
      'counted dead and counted houses',
      'Coast Guard | counted | 12 dead | other: in Linden earthquake',
      'Ministry of Trade | counted | 203 houses | other: in Linden earthquake',
    ],
    [
      'firsts at two places',
      'Otto Brand | was | the first rescuer at Harrow Bridge',
      'Mina Sol | was | the first rescuer at Harrow Clinic',
    ],
    [
      'a new building of the same name',
      'Harrow Clinic | was built | | time: in 1968',
      'A new Harrow Clinic | was built | | time: in 1974',
    ],
    ['not all', 'Narland | has not fully joined | Ostian League', 'Narland | joined | Ostian League'],
  ])('%s', (_, a, b) => {
    expect(dispute(a, b)).toBe('nothing')
    expect(dispute(b, a)).toBe('nothing')
  })
})

test('a workforce hardly changes overnight; a toll does, and so does a workforce in a season', () => {
  const staff = ['Sudbank | employs | 4,120 people', 'Sudbank | employs | 4,900 people'] as const
  expect(dispute(...staff, ['2026-03-01', '2026-03-02'])).toBe('quantity tension')
  expect(dispute(...staff, ['2026-03-01', '2026-06-01'])).toBe('nothing')
  const toll = [
    '12 people | died | | other: in Linden earthquake',
    '15 people | died | | other: in Linden earthquake',
  ] as const
  expect(dispute(...toll, ['2026-03-01', '2026-03-02'])).toBe('nothing')
})
