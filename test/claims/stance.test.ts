import { describe, expect, it } from 'vitest'
import { claimsOf } from './sample.ts'

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
    ['The ministry did not say that the navy kept a base in Malta.', 'keep', 'hypothetical', 'affirmed'],
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
