import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findConflicts } from '../../pipeline/conflicts/index.ts'
import type { Corpus } from '../../pipeline/model/corpus.ts'
import { corpus, KNOWLEDGE } from './builder.ts'

const find = (documents: Parameters<typeof corpus>[0]) => findConflicts(corpus(documents), KNOWLEDGE)

const BASE = {
  Courier: {
    claims: `Port Ash Naval Base | was | the first naval base of Narland outside its territory
      Narland | refurbished | Linden Air Base`,
  },
  Herald: {
    claims: `Narland | maintained | a naval presence | place: in Port Ash | rumoured
      Narland | operated | a military hospital | place: in Port Ash`,
  },
}

describe('a dispute', () => {
  test('asks in plain words, shows the positions with their stance, and keeps the rest as context', () => {
    const [dispute, ...others] = find(BASE).conflicts
    expect(others).toEqual([])
    expect(dispute?.question).toBe('Did Narland have a naval base or a naval presence at Port Ash, Ostia?')
    expect(dispute?.positions.map(({ answer }) => answer)).toEqual([
      'stated as fact: Port Ash Naval Base was the first naval base of Narland outside its territory',
      'called unproven (“rumours”): Narland maintained a naval presence in Port Ash',
    ])
    expect(dispute?.context).toHaveLength(2)
    expect(dispute?.explanation).toContain('The Courier states that')
    expect(dispute?.explanation).toContain('none of these texts says that it was not so')
    expect(dispute?.explanation).toContain('Port Ash taken for Port Ash Naval Base')
    expect(dispute?.gates).toContainEqual({
      name: 'place',
      outcome: 'assumed',
      note: 'Port Ash taken for Port Ash Naval Base',
    })
  })

  test('asks when a place opened, and not when it was that opened it', () => {
    const [dispute] = find({
      Courier: { claims: 'Harrow Bridge | opened | | time: in 1979' },
      Herald: { claims: 'Harrow Bridge | opened | | time: in 1982' },
    }).conflicts
    expect(dispute?.question).toBe('When did Harrow Bridge open?')
  })

  test('merges compatible answers and shows the more exact', () => {
    const [dispute] = find({
      Courier: { claims: 'Aurelia | carried | about 200 people' },
      Herald: { claims: 'Aurelia | carried | 203 people' },
      Ledger: { claims: 'Aurelia | carried | 160 people' },
    }).conflicts
    expect(dispute?.positions.map(({ answer, independentSources }) => [answer, independentSources])).toEqual([
      ['203 people', 2],
      ['160 people', 1],
    ])
  })

  test('keeps its id when evidence is added, though positions and strength change', () => {
    const two = {
      Courier: { claims: 'Narland | has | a naval base | place: in Port Ash' },
      Herald: { claims: 'Narland | has | a naval base | place: in Port Ash | rumoured' },
    }
    const three = {
      ...two,
      Ledger: { claims: 'Narland | does not have | a naval base | place: in Port Ash' },
    }
    const [before] = find(two).conflicts
    const [after] = find(three).conflicts
    expect(before?.strength).toBe('tension')
    expect(after?.strength).toBe('contradiction')
    expect(after?.positions).toHaveLength(3)
    expect(after?.id).toBe(before?.id)
    expect(after?.positions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(before!.positions.map(({ id }) => id)),
    )
  })

  test('inside one text is between its speakers', () => {
    const { conflicts } = find({
      Courier: {
        claims: `Aurelia | carried | 203 people | reported | says: Nordwind
          Aurelia | carried | 180 people | reported | says: Coast Guard`,
      },
    })
    expect(conflicts.map(({ strength }) => strength)).toEqual(['contradiction'])
  })
})

test('a rumour is none the less one where only its sentence says so', () => {
  const base = 'Port Ash Naval Base | was | the first naval base of Narland'
  const kept = 'Narland | kept | a naval base | place: in Port Ash | sentence: '
  const strengthOf = (sentence: string) =>
    find({ Courier: { claims: base }, Herald: { claims: kept + sentence } }).conflicts.map(
      ({ strength }) => strength,
    )
  const rumour = 'Rumours went round – nobody knows why – that Narland kept a naval base in Port Ash.'
  const statement = 'She dismissed all rumours, and said that Narland kept a naval base in Port Ash.'
  expect(strengthOf(rumour)).toEqual(['tension'])
  expect(strengthOf(statement)).toEqual([])
})

test('figures that rise from day to day are a development, and no conflict', () => {
  const toll = (count: number) => `${count} people | died | | other: in Linden earthquake`
  const { conflicts, developments } = find({
    Monday: { claims: toll(12), published: '2026-03-02' },
    Tuesday: { claims: toll(25), published: '2026-03-03' },
    Wednesday: { claims: toll(31), published: '2026-03-04' },
  })
  expect(conflicts).toEqual([])
  expect(developments.map(({ steps }) => steps.map(({ asOf, answer }) => `${asOf}: ${answer}`))).toEqual([
    ['2026-03-02: 12 people', '2026-03-03: 25 people', '2026-03-04: 31 people'],
  ])
})

test('two texts that say the same corroborate each other; a forecast does not', () => {
  const { corroborations } = find({
    Courier: { claims: 'Narland | joined | Ostian League | time: in 2004' },
    Herald: { claims: 'Narland | acceded to | Ostian League | time: in 2004' },
    Ledger: { claims: 'Narland | will join | Ostian League | prediction' },
  })
  expect(corroborations.map(({ claims, independentSources }) => [claims.length, independentSources])).toEqual(
    [[2, 2]],
  )
})

test('the order of arrival changes nothing', () => {
  const texts = corpus({
    ...BASE,
    Ledger: {
      claims: 'Narland | does not have | a naval base | place: in Port Ash\nAurelia | carried | 203 people',
    },
    Post: {
      claims: 'Aurelia | carried | about 200 people\nAurelia | carried | 160 people | says: Coast Guard',
    },
  })
  const expected = JSON.stringify(findConflicts(texts, KNOWLEDGE))
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...texts.documents], { minLength: texts.documents.length }),
      fc.shuffledSubarray([...texts.claims], { minLength: texts.claims.length }),
      (documents, claims) => {
        const shuffled: Corpus = { ...texts, documents, claims }
        expect(JSON.stringify(findConflicts(shuffled, KNOWLEDGE))).toBe(expected)
      },
    ),
    { numRuns: 50 },
  )
})

test('a large block is bounded, and says so', () => {
  const claims = Array.from({ length: 400 }, (_, at) => `Narland | visited | town ${at}x`).join('\n')
  const { bounded } = find({ Courier: { claims } })
  expect(bounded[0]).toMatch(/^400 claims share/)
})

test('nothing at all gives nothing', () => {
  expect(find({})).toEqual({ topics: [], conflicts: [], developments: [], corroborations: [], bounded: [] })
})
