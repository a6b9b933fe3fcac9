import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { annotationLine, toAnnotation } from '../../pipeline/export/index.ts'
import type { Predicate } from '../../pipeline/model/claim.ts'
import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import { sample } from '../store/sample.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../pipeline/export/annotation.schema.json', import.meta.url), 'utf8'),
)
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

const BASE = sample({
  path: 'ferry.txt',
  text: 'The mayor said 🚢 Alma sank in 2031.',
  metadata: { publisher: 'Harbour Post', published: '2031' },
  claims: [
    {
      quote: 'The mayor said 🚢 Alma sank in 2031',
      subject: 'Alma',
      relation: 'sank',
      time: '2031',
      speaker: 'The mayor',
      entity: 'facility:alma',
    },
  ],
})
const DOCUMENT: AnnotatedDocument = {
  ...BASE,
  words: [{ start: 0, end: 3, lemma: 'the', pos: 'DET', tag: 'DT', head: 1, deprel: 'det' }],
}

const PREDICATES: readonly Predicate[] = [
  { start: 23, end: 27, lemma: 'sink', polarity: 'affirmed', factuality: 'reported', attribution: null },
]

it('is what the schema says, in one line', () => {
  const line = annotationLine(DOCUMENT, PREDICATES)
  expect(line).not.toMatch(/[\r\n]/)
  validate(JSON.parse(line))
  expect(validate.errors).toBeNull()
})

it('counts in UTF-16, keeps the words of the source, and names what they resolve to', () => {
  const annotation = toAnnotation(DOCUMENT, PREDICATES)
  expect(annotation.source).toMatchObject({
    path: 'ferry.txt',
    title: null,
    publisher: 'Harbour Post',
    published: '2031',
  })
  expect(annotation.words).toEqual([{ start: 0, end: 3, lemma: 'the', pos: 'DET' }])
  expect(annotation.mentions).toEqual([
    { start: 18, end: 22, type: 'facility', entity: 'facility:alma', name: 'alma' },
  ])
  const [claim] = annotation.claims
  expect(claim).toMatchObject({
    subject: { start: 18, end: 22, text: 'Alma', entity: 'facility:alma' },
    object: null,
    qualifiers: [{ role: 'time', text: '2031', edtf: '2031' }],
    attribution: { speaker: { start: 0, end: 9, text: 'The mayor' }, cue: { text: 'sank' } },
  })
  expect(annotation.text.slice(claim!.start, claim!.end)).toBe('The mayor said 🚢 Alma sank in 2031')
})

it('the schema refuses what the face does not promise', () => {
  const good = JSON.parse(annotationLine(DOCUMENT, PREDICATES))
  for (const bad of [
    { ...good, extra: 1 },
    { ...good, text: undefined },
    { ...good, sentences: [{ start: -1, end: 3 }] },
    { ...good, mentions: [{ ...good.mentions[0], type: 'ship' }] },
    { ...good, claims: [{ ...good.claims[0], polarity: 'unknown' }] },
    { ...good, predicates: [{ ...good.predicates[0], factuality: 'certain' }] },
    { ...good, times: [{ ...good.times[0], latest: '+275760-09-13' }] },
  ]) {
    expect(validate(JSON.parse(JSON.stringify(bad)))).toBe(false)
  }
})
