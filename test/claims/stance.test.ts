import { describe, expect, it } from 'vitest'
import { claimsOf, predicatesOf } from './sample.ts'

/** The claim whose relation has this lemma. */
function claim(text: string, lemma: string) {
  const found = claimsOf(text).find((one) => one.relation.lemma === lemma)
  if (!found)
    throw new Error(
      `no claim with "${lemma}" in: ${text}\n${claimsOf(text)
        .map((one) => one.text)
        .join('\n')}`,
    )
  return found
}

describe('factuality and polarity', () => {
  it.each([
    ['The navy opened a base in Malta.', 'open', 'asserted', 'affirmed'],
    ['The navy did not open a base in Malta.', 'open', 'asserted', 'negated'],
    ['The navy not only opened a base but also built a school.', 'open', 'asserted', 'affirmed'],
    ['The navy no longer keeps a base in Malta.', 'keep', 'asserted', 'negated'],
    ['No aircraft were stationed in Malta.', 'station', 'asserted', 'negated'],
    ['The navy may open a base in Malta.', 'open', 'hypothetical', 'affirmed'],
    ['The navy will open a base in Malta in 2030.', 'open', 'hypothetical', 'affirmed'],
    ['The navy should open a base in Malta.', 'open', 'normative', 'affirmed'],
    ['If the navy opened a base in Malta, prices would rise.', 'open', 'hypothetical', 'affirmed'],
    ['Did the navy open a base in Malta?', 'open', 'hypothetical', 'affirmed'],
    ['Officials said that the navy had opened a base in Malta.', 'open', 'reported', 'affirmed'],
    ['The navy opened a base in Malta, officials said.', 'open', 'reported', 'affirmed'],
    ['According to the ministry, the navy opened a base in Malta.', 'open', 'reported', 'affirmed'],
    ['The navy reportedly opened a base in Malta.', 'open', 'reported', 'affirmed'],
    ['The navy allegedly opened a base in Malta.', 'open', 'rumoured', 'affirmed'],
    ['Rumours circulated that the navy kept a base in Malta.', 'keep', 'rumoured', 'affirmed'],
    ['The ministry denied that the navy kept a base in Malta.', 'keep', 'denied', 'affirmed'],
    ['The ministry rejected the reports that the navy kept a base in Malta.', 'keep', 'denied', 'affirmed'],
    ['Claims that the navy kept a base in Malta are false.', 'keep', 'denied', 'affirmed'],
    ['Claims that the navy had kept a base in Malta were false, Roe said.', 'keep', 'denied', 'affirmed'],
    ['Nobody has confirmed that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['The firm declined to say that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['The ministry did not say that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['The ministry may say that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['There is no evidence that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['There is no sign that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['Inspectors found no proof that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['Inspectors did not find evidence that the navy kept a base.', 'keep', 'hypothetical', 'affirmed'],
    ['There is little evidence that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['No evidence has emerged that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
    ['There is evidence that the navy kept a base in Malta.', 'keep', 'asserted', 'affirmed'],
    ['There is no doubt that the navy kept a base in Malta.', 'keep', 'asserted', 'affirmed'],
    ['The ministry asked why the navy kept a base in Malta.', 'keep', 'asserted', 'affirmed'],
    ['Although the navy kept a base in Malta, the port was quiet.', 'keep', 'asserted', 'affirmed'],
    ['The navy may sell the base, which it opened in Malta in 1990.', 'open', 'asserted', 'affirmed'],
    ['If the dam breaks, the river floods the valley.', 'flood', 'hypothetical', 'affirmed'],
    ['The navy opened a base in Malta, but why did it pay so much?', 'open', 'asserted', 'affirmed'],
    ['The ferry can carry 60 passengers.', 'carry', 'asserted', 'affirmed'],
    ['The ferry can carry the passengers.', 'carry', 'hypothetical', 'affirmed'],
    [
      'Officials said this evening that the navy had closed the base in Malta.',
      'close',
      'reported',
      'affirmed',
    ],
  ] as const)('%s', (text, lemma, factuality, polarity) => {
    const { factuality: found, polarity: side } = claim(text, lemma)
    expect([found, side]).toEqual([factuality, polarity])
  })
})

describe('the evidence holds the words of its stance', () => {
  it('of doubt', () => {
    const text =
      'It was closed in 2009, but rumours persisted, albeit without evidence, that Oman kept a garrison in Zeila.'
    const kept = claim(text, 'keep')
    expect(kept.factuality).toBe('rumoured')
    expect(kept.text).toBe('Rumoured, without evidence: Oman kept a garrison in Zeila.')
    expect(kept.stanceCues.map((cue) => cue.text)).toEqual(
      expect.arrayContaining(['rumours', 'without', 'evidence']),
    )
    expect(quoteIn(text, kept)).toBe(
      'rumours persisted, albeit without evidence, that Oman kept a garrison in Zeila',
    )
  })

  it('of denial and attribution', () => {
    const text = 'On Monday the company denied that the ferry was overloaded.'
    const loaded = claimsOf(text).find((one) => one.factuality === 'denied')!
    expect(loaded.attribution?.speaker?.text).toBe('the company')
    expect(loaded.attribution?.cue.text).toBe('denied')
    expect(quoteIn(text, loaded)).toBe('the company denied that the ferry was overloaded')
  })

  it('of a citation behind it', () => {
    const text = 'Peru joined the pact in 1969 (Roe and Doe 2013, 6).'
    const { attribution } = claim(text, 'join')
    expect([attribution?.speaker?.text, attribution?.cue.text]).toEqual([
      'Roe and Doe',
      '(Roe and Doe 2013, 6)',
    ])
  })
})

describe('chains: a claim states what leads to its innermost verb', () => {
  it.each([
    ['The navy agreed to open a base.', 'agree to open', 'asserted', 'affirmed'],
    ['The navy managed to open a base.', 'manage to open', 'asserted', 'affirmed'],
    ['The navy failed to open a base.', 'fail to open', 'asserted', 'negated'],
    ['They hoped to open a base in Malta.', 'hope to open', 'hypothetical', 'affirmed'],
    ['The navy had to open a base.', 'have to open', 'asserted', 'affirmed'],
    ['The navy has to open a base.', 'have to open', 'normative', 'affirmed'],
    ['The navy was able to open a base.', 'be able to open', 'asserted', 'affirmed'],
    ['The navy expects visitors.', 'expect', 'hypothetical', 'affirmed'],
  ] as const)('%s', (text, lemma, factuality, polarity) => {
    const { factuality: found, polarity: side } = claim(text, lemma)
    expect([found, side]).toEqual([factuality, polarity])
  })
})

describe('every predicate has its factuality', () => {
  it.each([
    ['She wants to sell the port.', 'want: asserted, sell: hypothetical'],
    ['She did not forget to sell the port.', 'forget: asserted negated, sell: asserted'],
    ['Close the port.', 'close: normative'],
    ['Closing the port would save money.', 'close: hypothetical, save: hypothetical'],
    ['Officials said that rebels had fired, killing four.', 'say: asserted, fire: reported, kill: reported'],
    ['Troops may fire, killing four.', 'fire: hypothetical, kill: hypothetical'],
    ['The quake forced them to close the port.', 'force: asserted, close: asserted'],
    ['The ministry urged them to close the port.', 'urge: asserted, close: normative'],
    ['The port will close when they leave.', 'close: hypothetical, leave: hypothetical'],
    ['The port closed when they left.', 'close: asserted, leave: asserted'],
    ['They left instead of paying.', 'leave: asserted, pay: asserted negated'],
    ['Did you know that the port had closed?', 'know: hypothetical, close: asserted'],
  ] as const)('%s', (text, expected) => {
    const found = predicatesOf(text).map(({ lemma, factuality, polarity }) =>
      [`${lemma}:`, factuality, ...(polarity === 'negated' ? [polarity] : [])].join(' '),
    )
    expect(found.join(', ')).toBe(expected)
  })
})

describe('who says so', () => {
  it.each([
    ['Officials said that the port had closed.', 'Officials/said'],
    ['The storm has killed 350 people, Mr Roe said.', 'Mr Roe/said'],
    ['"The port has been closed for a week now," said Ada Roe.', 'Ada Roe/said'],
    ['As Ada Roe argues, the port is empty.', 'Ada Roe/argues'],
    ['According to the coast guard, the port was closed.', 'the coast guard/According to'],
    [
      'According to the Metal Workers’ Union, 420 people have lost jobs.',
      'the Metal Workers’ Union/According to',
    ],
    ['The ship was inspected in May, according to the firm.', 'the firm/according to'],
    ['The port was closed by the army according to Ada Roe.', 'Ada Roe/according to'],
    ['The men were paid by the army according to results.', 'nobody'],
    ['The firm said in a statement that the port had been closed.', 'The firm/said'],
    ['Roe said that the ministry had denied that the port was closed.', 'the ministry/denied'],
    ['It is said that the port was closed.', '-/said'],
    ['The firm announced that it would open a port, and that it had hired 60 people.', 'The firm/announced'],
    ['The exercise confirmed that the port has been closed.', 'nobody'],
    ['On Monday both sides reaffirmed their ties, which the port had strained.', 'nobody'],
    ['The visit in May showed that the port was closed.', 'nobody'],
    ['The port that Ada Roe closed stands empty.', 'nobody'],
    ['The port was closed on Monday, and a fair is held there.', 'nobody'],
  ] as const)('%s', (text, expected) => {
    const voices = claimsOf(text).map(({ attribution }) =>
      attribution ? `${attribution.speaker?.text ?? '-'}/${attribution.cue.text}` : 'nobody',
    )
    expect(voices).toContain(expected)
    if (expected === 'nobody') expect(new Set(voices)).toEqual(new Set(['nobody']))
  })
})

it('who says so is said once in the plain sentence', () => {
  const texts = claimsOf('According to the coast guard, the port was closed by the army.').map(
    ({ text }) => text,
  )
  expect(texts).toEqual(['According to the coast guard: the port was closed by the army.'])
  const [existing] = claimsOf('No evidence exists that the cables were corroded.')
  expect(existing?.text).toBe('No evidence exists.')
})

describe('what is denied as a noun', () => {
  it('is somebody’s denial, and the evidence says so', () => {
    const text = 'The firm denied any talks with Barrow.'
    const had = claim(text, 'have')
    expect([had.factuality, had.attribution?.speaker?.text, had.text]).toEqual([
      'denied',
      'The firm',
      'Denied by the firm: the firm had talks with Barrow.',
    ])
    expect(quoteIn(text, had)).toBe('The firm denied any talks with Barrow')
  })
  it.each(['The firm denied the report.', 'The firm denied any passenger a seat.'])('none: %s', (text) => {
    expect(claimsOf(text).filter(({ rule }) => rule === 'denied')).toEqual([])
  })
})

describe('kinds', () => {
  it.each([
    ['Peru joined the pact in 1969.', 'join', 'fact'],
    ['The treaty was a milestone for Peru.', 'be', 'characterisation'],
    ['Peru should join the pact.', 'join', 'recommendation'],
    ['Peru will join the pact in 2031.', 'join', 'prediction'],
  ] as const)('%s', (text, lemma, kind) => {
    expect(claim(text, lemma).kind).toBe(kind)
  })
})

/** The sample's file has front matter before the text; the quote is looked up where the claim says it stands. */
function quoteIn(text: string, { start, end }: { start: number; end: number }): string {
  const offset = '---\npublished: 2021-03-04\n---\n\n'.length
  return text.slice(start - offset, end - offset)
}
