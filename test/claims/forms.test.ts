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
  [
    'relative clause without a pronoun',
    'The plans she drew in Oslo won a prize.',
    ['she | drew | The plans | place: in Oslo', 'The plans | won | a prize'],
  ],
  [
    'an adjective with what it is about',
    'The council was responsible for the harbour.',
    ['The council | was responsible for | the harbour'],
  ],
  [
    'an adjective that leads to a verb',
    'The ship is certified to carry 240 passengers and 60 cars.',
    ['The ship | is certified to carry | 240 passengers', 'The ship | is certified to carry | 60 cars'],
  ],
  [
    'what stands behind an object and is said of the act',
    'Norway made an offer on the wage.',
    ['Norway | made | an offer | other: on the wage'],
  ],
  [
    'what is said of one and only',
    'Halm was the first town on the coast.',
    ['Halm | was | the first town on the coast'],
  ],
  [
    'a verb that a time fills',
    'The girl spent three weeks in hospital.',
    ['The girl | spent | three weeks | other: in hospital'],
  ],
  [
    'a value, not what it is compared with',
    'Net profit at Solvane rose to €86 million in the first half of 2029, up from €71 million a year earlier.',
    ['Net profit at Solvane | rose to | €86 million | time: in the first half of 2029'],
  ],
  [
    'an act of two, together',
    'Latvia and Estonia widened their trade in 1997.',
    ['Latvia and Estonia | widened | their trade | time: in 1997'],
  ],
  [
    'a torn list of subjects',
    'Two tugs, a cutter and five trawlers joined the search.',
    [
      'Two tugs | joined | the search',
      'a cutter | joined | the search',
      'five trawlers | joined | the search',
    ],
  ],
  [
    'a list of verbs',
    'Somebody came aboard, had coffee and left.',
    ['Somebody | had | coffee', 'Somebody | left | -'],
  ],
  [
    'a shared auxiliary',
    'The mill was sold in 1994 and listed in 1997.',
    ['The mill | was sold | - | time: in 1994', 'The mill | listed | - | time: in 1997'],
  ],
  [
    'a participle behind a comma',
    'The storm hit the town, closing its port for a week.',
    ['The storm | closing | its port | time: for a week'],
  ],
  ['control by the object', 'The loan helps Chad to rebuild the school.', ['Chad | rebuild | the school']],
  [
    'apposition behind a description',
    'The new finance chief, Viktor Sand, is not his brother.',
    ['Viktor Sand | is | The new finance chief', 'The new finance chief | is not | his brother'],
  ],
  [
    'a noun of an act',
    "Norway's accession to the Lake Treaty in 2018 pleased Sweden.",
    ['Norway | acceded to | the Lake Treaty | time: in 2018'],
  ],
  [
    'a noun of an act, undergone',
    'The refurbishment of Halm Air Base in 2010 was praised.',
    ['Halm Air Base | was refurbished | - | time: in 2010'],
  ],
  [
    'a noun of becoming',
    'The transformation of the ties between Norway and Chad into an alliance took ten years.',
    ['the ties between Norway and Chad | was transformed into | an alliance'],
  ],
  ['affiliation', 'Ada Roe of the Civic Party won the seat.', ['Ada Roe | is of | the Civic Party']],
  ['authorship', 'A paper by Ann Lee from 2016 was lost.', ['A paper | is by | Ann Lee | time: from 2016']],
]

/** What the same words, or nearly the same, do not say. */
const NOT_FOUND: readonly (readonly [what: string, text: string, not: string])[] = [
  ['a gerund behind a preposition', 'The firm praised the commitment to combating crime.', '| combating |'],
  ['control by nobody', 'Trust plays a part in keeping peace.', '| keeping |'],
  ['an infinitive of purpose', 'The council discussed plans to expand the port.', '| expand |'],
  [
    'an object behind one comma',
    'The talks have demonstrated, security remains at the heart of relations.',
    '| security remains',
  ],
  ['a subject without its owner', 'This year’s series of storms has severely strained supplies.', 'strained'],
  ['a lost complement', 'The ship was located.', 'located'],
  ['a verb torn from its object', 'The operator has admitted, and the firm offers.', '| offers |'],
  ['what was told is lost', 'Two clerks told the Halm Post.', '| told |'],
  ['"whose" without its owner', 'Ada Roe, whose daughter fell ill, sued the firm.', 'daughter |'],
  ['an act that may come', 'The planned sale of Halm Mills in 2012 was praised.', '| was sold |'],
  ['an act under a modal', 'Sweden would welcome the sale of Halm Mills in 2012.', '| was sold |'],
  ['a source in brackets', 'Trade needs a shared framework (Roe 2015, 6).', '| is |'],
  ['no office', 'The inverse Fourier transform was used for it.', '| is |'],
  [
    'no agreement',
    'The patients of the clinic, and Ada Roe, has spoken in its favour.',
    'The patients of the clinic |',
  ],
]

describe('forms of claims', () => {
  it.each(FOUND)('%s', (_form, text, claims) => {
    const lines = linesOf(text)
    for (const claim of claims) expect(lines.map((line) => line.replace(/ [{<].*$/, ''))).toContain(claim)
  })
})

describe('what is left alone', () => {
  it.each(NOT_FOUND)('%s', (_what, text, not) => {
    expect(linesOf(text).filter((line) => line.includes(not))).toEqual([])
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
