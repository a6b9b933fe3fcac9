import { describe, expect, test } from 'vitest'
import { mentionsIn, remarked } from './sample.ts'

const LINKED = [
  '{person:Ada Roe=person:ada-roe} left the house. {She=person:ada-roe} was tired.',
  '{place:Norway=norway} signed the pact to protect {its=norway} waters.',
  '{place:Peru=peru} and {place:Chile=chile} signed a pact. {Both countries=peru+chile} praised it.',
  '{facility:Kesh Air Base=facility:kesh-air-base} was rebuilt. {The base=facility:kesh-air-base} is unused.',
  'Captain {person:Erik Voss=person:erik-voss} was rescued. {The captain=person:erik-voss} is in hospital.',
  '{person:Ada Roe=person:ada-roe}, {the captain=person:ada-roe}, was rescued. {The captain=person:ada-roe} is in hospital.',
  '"{I=person:ada-roe} saw the fire," said {person:Ada Roe=person:ada-roe}, a farmer.',
  '"{We=organization:kesh-lines} regret it," {organization:Kesh Lines=organization:kesh-lines} said.',
  '{organization:Kesh Lines=organization:kesh-lines} said that {it=organization:kesh-lines} would pay.',
  '{place:Peru=peru} and {place:Chile=chile} met. {The former=peru} paid, {the latter=chile} did not.',
  'Talks began in {the two capitals=peru+chile}, {place:Peru=peru} and {place:Chile=chile}.',
  '{organization:Kesh Lines=organization:kesh-lines} and {organization:Dorr Holdings=organization:dorr-holdings} met. {Both sides=organization:kesh-lines+organization:dorr-holdings} agreed.',
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

  test('a quotation does not speak of its speaker as he', () => {
    const { mentions } = mentionsIn('Peter Poe was late. "He never came," said Ivan Roe.')
    expect(mentions.find(({ form }) => form === 'pronoun')).toMatchObject({ entity: 'person:peter-poe' })
  })

  test('we in the mouth of a person is left alone, and so is the author', () => {
    const { mentions } = mentionsIn('"We lost it," said Ada Roe. We were there, and I saw it.')
    expect(mentions.filter(({ entity, form }) => form === 'pronoun' && entity !== null)).toEqual([])
  })

  test('both sides are the two who can act that the paragraph has named', () => {
    const { mentions } = mentionsIn('The Green League sued. Kesh Lines denies it. Both sides meet in court.')
    expect(mentions.at(-1)).toMatchObject({
      plural: true,
      candidates: ['organization:green-league', 'organization:kesh-lines'],
    })
  })

  test('both sides stay open, with candidates, where three were named', () => {
    const { mentions } = mentionsIn('Peru, Chile and Norway met. Both sides agreed.')
    expect(mentions.at(-1)).toMatchObject({ form: 'nominal', plural: false, entity: null })
    expect([...mentions.at(-1)!.candidates].sort()).toEqual(['chile', 'norway', 'peru'])
  })

  test('a ship is she, and claims nothing', () => {
    const { mentions } = mentionsIn('The ferry Aurora left. Eve Poe met her. She said that she sank.')
    expect(mentions.filter(({ form }) => form === 'pronoun').map(({ entity }) => entity)).toContain(
      'person:eve-poe',
    )
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
