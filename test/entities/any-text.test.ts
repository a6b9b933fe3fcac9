import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionsIn } from './sample.ts'

const word = fc.constantFrom(
  'Ada',
  'Roe',
  'the',
  'of',
  'and',
  'India',
  '-',
  '–',
  '(',
  ')',
  'NFA',
  'III',
  'she',
  'its',
  '🚢',
  '\r\n',
  'العربية',
  "'s",
  ',',
  '.',
  'Base',
  'both',
  'nations',
  '\0',
  'de',
)

test('on any text: spans lie in order and apart, links are known, twice the same', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ')
      const found = mentionsIn(text)
      const { mentions, entities } = found
      const ids = new Set(entities.map(({ id }) => id))
      let end = 0
      for (const mention of mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(end)
        expect(mention.end).toBeGreaterThan(mention.start)
        end = mention.end
        for (const id of [mention.entity, ...mention.candidates]) if (id !== null) expect(ids).toContain(id)
      }
      expect(end).toBeLessThanOrEqual(text.length)
      expect(mentionsIn(text)).toEqual(found)
    }),
    { numRuns: 60 },
  )
})

test('what is too long for a name is none, and no part of one', () => {
  const noise = `A${'qx'.repeat(150)}`
  const many = Array.from({ length: 20 }, (_, at) => `Bramble${'vo'.repeat(at + 5)}`).join(' ')
  const { mentions } = mentionsIn(`Mr ${noise} met Ada Roe. ${many} met Ada Roe in London.`)
  const lengths = mentions.map(({ start, end }) => end - start)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(200)
  expect(mentions.some(({ entity }) => entity?.startsWith('person:ada-roe'))).toBe(true)
})
