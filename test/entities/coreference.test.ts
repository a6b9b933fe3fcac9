import { describe, expect, test } from 'vitest'
import { mentionsIn, remarked } from './sample.ts'

const LINKED = [
  '{person:Ada Roe=person:ada-roe} left the house. {She=person:ada-roe} was tired.',
  '{place:Norway=norway} signed the pact to protect {its=norway} waters.',
  '{place:Peru=peru} and {place:Chile=chile} signed a pact. {Both countries=peru+chile} praised it.',
  '{facility:Kesh Air Base=facility:kesh-air-base} was rebuilt. {The base=facility:kesh-air-base} is unused.',
  'Captain {person:Erik Voss=person:erik-voss} was rescued. {The captain=person:erik-voss} is in hospital.',
  '{organization:Norrane Coast Guard=organization:norrane-coast-guard} sent a boat. {The coast guard=organization:norrane-coast-guard} found no one.',
]

describe('references', () => {
  test.each(LINKED)('%s', (sample) => {
    expect(remarked(sample).replace(/\{(it)=\?[^}]*\}/g, '$1')).toBe(sample)
  })

  test('two who fit leave it open', () => {
    const { mentions } = mentionsIn('Ada Roe and Eve Poe met in May. She smiled.')
    expect(mentions.at(-1)).toMatchObject({ form: 'pronoun', entity: null })
    expect([...mentions.at(-1)!.candidates].sort()).toEqual(['person:ada-roe', 'person:eve-poe'])
  })

  test('he is not she', () => {
    const { mentions } = mentionsIn('Ada Roe met Peter Poe. He smiled.')
    expect(mentions.at(-1)).toMatchObject({ form: 'pronoun', entity: 'person:peter-poe' })
  })

  test('it that stands for nothing is no mention', () => {
    const { mentions } = mentionsIn('Peru is calm. It is clear that the vote was free. It rained all day.')
    expect(mentions.filter(({ form }) => form === 'pronoun')).toEqual([])
  })

  test('the base of a mountain is no air base', () => {
    const { mentions } = mentionsIn('Kesh Air Base was rebuilt. They slept at the base of the mountain.')
    expect(mentions.filter(({ form }) => form === 'nominal')).toEqual([])
  })

  test("under a country's heading, both nations are that one and the text's own", () => {
    const text = [
      "# Norway's ties in the south",
      'Norway looks south. Norway has sent envoys. Norway pays for schools.',
      '## Peru',
      'Envoys came in May. Both nations want more trade.',
      '## Chile',
      'Little is known. Both nations want more trade.',
    ].join('\n\n')
    const pairs = mentionsIn(text).mentions.filter(({ plural }) => plural)
    expect(pairs.map(({ candidates }) => candidates)).toEqual([
      ['norway', 'peru'],
      ['norway', 'chile'],
    ])
  })
})
