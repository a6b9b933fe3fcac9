import { describe, expect, test } from 'vitest'
import { knowing, mentionsIn, remarked } from './sample.ts'

const NAMES = [
  '{person:Ada Lovelace=person:ada-lovelace} met {person:Charles Babbage=person:charles-babbage} in {place:London=london}.',
  '{group:Indian=india} Prime Minister {person:Arun Mehta=person:arun-mehta} flew to {place:Tashkent=tashkent}.',
  'The deal was signed by President {person:Maria Lopez=person:maria-lopez} of {place:Peru=peru}.',
  'He works for the {organization:Ministry of Fisheries=organization:ministry-of-fisheries}.',
  "The {organization:Teachers' Union=organization:teachers-union} called a strike.",
  'They signed the {agreement:Treaty of Osk=agreement:treaty-of-osk} last year.',
  'She joined {organization:Norrane Holdings, Inc.=organization:norrane-holdings-inc} in May.',
  'The ferry {product:Morning Star=product:morning-star} left {place:Dover=dover} at noon.',
  "We ate at {facility:Kenna's=facility:kennas}, near {person:Ada Kenna=person:ada-kenna}'s house.",
  'Water broke through the {facility:Kerrin dam=facility:kerrin-dam} at night.',
  'The {facility:Osk footbridge=facility:osk-footbridge} fell. {The bridge=facility:osk-footbridge} was old.',
  "{organization:Vesper=organization:vesper}'s shares fell, and {place:Osk=place:osk}'s coast was closed.",
  'The drill {event:Nord Shield II=event:nord-shield-2} began in May.',
  'In {person:Roe=person:ada-roe}’s view, {person:Ada Roe=person:ada-roe} said, it was late.',
  '{person:Ada Roe=person:ada-roe} spoke first. Ms {person:Roe=person:ada-roe} is to report.',
  'The {organization:Green League=organization:green-league} won. The {organization:League=organization:green-league} met the mayor of {place:Osk=place:osk}.',
  'Ships wait off {facility:Port Ada Hospital=facility:port-ada-hospital}.',
  '{group:Uzbek=uzbekistan} officers trained with {group:French=france} pilots.',
]

const NO_NAMES = [
  'Very impressed by the service on Monday.',
  'The ministry said in May that it was too early to say.',
  'In the north, the harbour was closed.',
  'I think we should go.',
]

describe('names', () => {
  test.each(NAMES)('%s', (sample) => {
    expect(remarked(sample).replace(/\{(He|She|They|he|it)=\?[^}]*\}/g, '$1')).toBe(sample)
  })

  test.each(NO_NAMES)('no name: %s', (text) => {
    expect(mentionsIn(text).mentions.filter(({ form }) => form === 'name')).toEqual([])
  })

  test('US is a country, us is a pronoun, US$ is money', () => {
    const { mentions } = mentionsIn('The US gave us US$70 million.')
    expect(mentions.map(({ start, entity }) => [start, entity])).toEqual([[4, 'united-states']])
  })

  test('a name in two writings is one entity', () => {
    const { entities } = mentionsIn('Work at Kesh Airbase went on. Nobody has seen Kesh Air Base since.')
    expect(entities.filter(({ type }) => type === 'facility')).toHaveLength(1)
  })

  test('a headline in capitals names nobody by chance', () => {
    expect(mentionsIn('# Fishing Quotas Cut For Third Year').mentions).toEqual([])
  })

  test('the catalogue is laid over the gazetteer', () => {
    const peru = {
      id: 'peru',
      type: 'place' as const,
      name: 'Peru',
      aliases: ['Land of the Incas'],
      partOf: [],
      wikidata: 'Q419',
    }
    const { entities } = mentionsIn('He saw the Land of the Incas.', knowing(peru))
    expect(entities).toMatchObject([{ id: 'peru', basis: 'catalogue', wikidata: 'Q419' }])
  })
})

describe('within one document', () => {
  test('a surname is the one who bears it', () => {
    const sample =
      '{person:Jane Roe=person:jane-roe} resigned on Monday. {person:Roe=person:jane-roe} had led the party since 2009.'
    expect(remarked(sample)).toBe(sample)
  })

  test('a surname that two bear stays open', () => {
    const { mentions } = mentionsIn('Jane Roe met Peter Roe. Later Roe resigned.')
    expect(mentions.at(-1)).toMatchObject({
      entity: null,
      candidates: ['person:jane-roe', 'person:peter-roe'],
    })
  })

  test('an acronym means what the text says that it means', () => {
    const text = 'The Northern Fishing Authority (NFA) met on Monday. The NFA has nine members.'
    const { acronyms, mentions } = mentionsIn(text)
    const id = 'organization:northern-fishing-authority'
    expect(acronyms).toMatchObject([{ short: 'NFA', long: 'Northern Fishing Authority', entity: id }])
    expect(mentions.filter(({ form }) => form === 'name').map(({ entity }) => entity)).toEqual([id, id, id])
  })

  test('a bracket that explains nothing is no acronym', () => {
    expect(mentionsIn('Delta Holdings (NYSE) fell. The exercises (Khanjar) went on.').acronyms).toEqual([])
  })

  test('editions are entities of their own, in one series', () => {
    const text =
      'The joint exercise Kesharan was held again. Kesharan-III took place in May, the 12th edition of Kesharan is planned.'
    const { entities, mentions } = mentionsIn(text)
    const events = mentions.filter(({ type }) => type === 'event').map(({ entity }) => entity)
    expect(events).toEqual(['event:kesharan', 'event:kesharan-3', 'event:kesharan-12'])
    expect(entities.find(({ id }) => id === 'event:kesharan-3')?.partOf).toEqual(['event:kesharan'])
  })

  test('what lies where', () => {
    const { entities } = mentionsIn("She moved to Osk, Peru. Later she saw Tajikistan's Kesh Air Base.")
    const wholes = Object.fromEntries(entities.map(({ id, partOf }) => [id, partOf]))
    expect(wholes['place:osk']).toEqual(['peru'])
    expect(wholes['facility:kesh-air-base']).toEqual(['tajikistan'])
  })
})
