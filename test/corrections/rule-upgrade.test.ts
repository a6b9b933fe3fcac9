import { describe, expect, it } from 'vitest'
import { correctClaims } from '../../pipeline/corrections/correct-claims.ts'
import type { Argument, Claim } from '../../pipeline/model/claim.ts'
import type { ClaimCorrection, NotAClaim } from '../../pipeline/model/correction.ts'

/** "The mill" at 0, "closed" at 9, "the bridge" at 16 of one text. */
const TEXT = 'The mill closed the bridge in 1950.'

function argument(words: string): Argument {
  const start = TEXT.indexOf(words)
  const head = words.split(' ').at(-1)!
  return {
    start,
    end: start + words.length,
    text: words,
    name: words,
    head,
    lemmas: [head],
    entity: null,
    candidates: [],
    entities: [],
    quantity: null,
  }
}

function claim(id: string, end: number, changes: Partial<Claim> = {}): Claim {
  return {
    id,
    start: 0,
    end,
    sentence: 0,
    section: [],
    subject: argument('The mill'),
    relation: { start: 9, end: 15, text: 'closed', lemma: 'close', type: null },
    object: argument('the bridge'),
    qualifiers: [],
    polarity: 'affirmed',
    factuality: 'asserted',
    stanceCues: [],
    attribution: null,
    kind: 'fact',
    text: 'The mill closed the bridge.',
    confidence: 0.8,
    rule: 'active',
    ...changes,
  }
}

const FOUND = claim('c_1', 26)
const WHO = { reviewer: 'Ada Berg', at: '2026-01-31T12:00:00.000Z', note: '', textSha256: '0'.repeat(64) }
const DENIED: ClaimCorrection = {
  ...WHO,
  kind: 'claim',
  id: 'k_1',
  found: FOUND,
  changes: [{ field: 'factuality', before: 'asserted', after: 'denied' }],
  entities: [],
}
const REJECTED: NotAClaim = { ...WHO, kind: 'not-a-claim', id: 'k_2', found: FOUND }
const SENTENCES = [{ start: 0, end: TEXT.length }]

describe('a correction under better rules', () => {
  it('finds its claim by the same spans, whatever the rule is called', () => {
    const now = claim('c_1', 26, { rule: 'transitive', confidence: 0.9 })
    const { claims, states } = correctClaims([now], [DENIED], SENTENCES)
    expect(claims).toMatchObject([{ id: 'c_1', rule: 'transitive', factuality: 'denied' }])
    expect(states.get('k_1')).toBe('in force')
  })

  it('follows it where the evidence takes in more, and keeps what the rule then found', () => {
    const wider = claim('c_2', 34, { polarity: 'negated' })
    const { claims, touched, claimOf } = correctClaims([wider], [DENIED], SENTENCES)
    expect(claims).toMatchObject([{ id: 'c_2', end: 34, polarity: 'negated', factuality: 'denied' }])
    expect(touched).toEqual([wider])
    expect(claimOf.get('k_1')).toBe('c_2')
  })

  it('leaves a claim alone that has another verb, or shares no slot with it', () => {
    const other = claim('c_3', 26, {
      relation: { start: 27, end: 29, text: 'in', lemma: 'in', type: null },
    })
    const apart = claim('c_4', 26, { subject: argument('mill'), object: argument('bridge') })
    const { claims } = correctClaims([other, apart], [DENIED], SENTENCES)
    expect(claims).toContainEqual(other)
    expect(claims).toContainEqual(apart)
  })

  it('takes neither of two that it may mean', () => {
    const two = [claim('c_5', 30), claim('c_6', 34)]
    const { claims, states } = correctClaims(two, [DENIED], SENTENCES)
    for (const one of two) expect(claims).toContainEqual(one)
    expect(states.get('k_1')).toBe('kept')
  })

  it('stays as the person left it where no rule finds the claim any more', () => {
    const { claims, states } = correctClaims([], [DENIED], [{ start: 50, end: 60 }, ...SENTENCES])
    expect(claims).toMatchObject([{ id: 'c_1', rule: 'by hand', factuality: 'denied', sentence: 1 }])
    expect(states.get('k_1')).toBe('kept')
  })

  it('has nothing to do where what was taken out is not found any more', () => {
    const { claims, states } = correctClaims([], [REJECTED], SENTENCES)
    expect(claims).toEqual([])
    expect(states.get('k_2')).toBe('settled')
    expect(correctClaims([claim('c_2', 34)], [REJECTED], SENTENCES).claims).toEqual([])
  })
})
