import { describe, expect, it } from 'vitest'
import { linesOf } from './sample.ts'

/** Each form of claim, on sentences of subjects that nobody prepared. */
const FOUND: readonly (readonly [form: string, text: string, claims: readonly string[]])[] = [
  [
    'active',
    'Norway opened a research station at Barentsburg in 1998.',
    ['Norway | opened | a research station | place: at Barentsburg | time: in 1998'],
  ],
  [
    'passive with an agent',
    'The treaty was signed by Chile and Peru in 1929.',
    ['The treaty | was signed by | Chile and Peru | time: in 1929'],
  ],
  [
    'copula',
    'Ada Lovelace was the first programmer of Britain.',
    ['Ada Lovelace | was | the first programmer of Britain'],
  ],
  [
    'change of state',
    'The plant was shut down after the flood of 2011.',
    ['The plant | was shut down | - | time: after the flood of 2011'],
  ],
  [
    'two verbs, one subject',
    'Kenya joined the bloc in 2001 and left it in 2010.',
    ['Kenya | joined | the bloc | time: in 2001', 'Kenya | left | it | time: in 2010'],
  ],
  [
    'a list of subjects',
    'Latvia, Estonia and Lithuania voted against the plan.',
    [
      'Latvia | voted against | the plan',
      'Estonia | voted against | the plan',
      'Lithuania | voted against | the plan',
    ],
  ],
  [
    'an act together',
    'Latvia and Estonia signed a border treaty in 1997.',
    ['Latvia and Estonia | signed | a border treaty | time: in 1997'],
  ],
  [
    'a list of objects',
    'The bank closed branches in Oslo and fired 300 clerks.',
    ['The bank | fired | 300 clerks'],
  ],
  [
    'relative clause',
    'The bridge, which the army built in 1962, collapsed in May 2020.',
    ['The bridge | collapsed | - | time: in May 2020'],
  ],
  [
    'control',
    'Both firms agreed to expand the port of Tema.',
    ['Both firms | agreed to expand | the port of Tema'],
  ],
  [
    'apposition',
    'Farida Noor, the mayor of Tiel, opened the bridge.',
    ['Farida Noor | is | the mayor of Tiel', 'Farida Noor | opened | the bridge'],
  ],
  [
    'title',
    'Kenyan President William Ruto visited Geneva on Monday.',
    ['William Ruto | is | Kenyan President'],
  ],
]

describe('forms of claims', () => {
  it.each(FOUND)('%s', (_form, text, claims) => {
    const lines = linesOf(text)
    for (const claim of claims) expect(lines.map((line) => line.replace(/ [{<].*$/, ''))).toContain(claim)
  })
})

describe('what is no claim', () => {
  it.each([
    ['a heading', '# Norway opened a station'],
    ['a command', 'Click here to subscribe.'],
    ['a fragment', 'No comment.'],
    ['a reference', '## References\n\n1. Roe, Jane. 2015. "Ships Sink." *Journal of Ships* 3 (1): 1-20.'],
  ])('%s', (_what, text) => {
    expect(linesOf(text)).toEqual([])
  })
})
