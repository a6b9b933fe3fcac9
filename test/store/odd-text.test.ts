import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openStore } from '../../pipeline/store/index.ts'
import { EVIDENCE, FINGERPRINT, sample } from './sample.ts'

const ODD = [
  'ferry',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '🚢',
  'e\u0301',
  '\u202bعبارة\u202c',
  '“',
  '"',
  '\u00a0',
  "'; drop table claims",
]

it('text and quotes come back as they are, whatever the text', async () => {
  const store = await openStore(':memory:')
  const run = await store.startRun(FINGERPRINT)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...ODD)),
      fc.array(fc.constantFrom(...ODD), { minLength: 1 }),
      fc.array(fc.constantFrom(...ODD)),
      async (before, inside, after) => {
        const quote = inside.join('')
        const text = [...before, quote, ...after].join('')
        const document = sample({
          path: 'odd.txt',
          text,
          claims: [{ quote, subject: quote, relation: inside[0]! }],
        })
        await store.commitDocument(document, EVIDENCE, FINGERPRINT, run)
        const [record] = await store.claims()
        expect(record!.document.text).toBe(text)
        expect(record!.claim).toEqual(document.claims[0])
        expect(record!.quote).toBe(text.slice(record!.start, record!.end))
      },
    ),
  )
  await store.close()
})
