import { expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/knowledge/index.ts'
import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import type { Entity, Mention } from '../../pipeline/model/entity.ts'
import { scoreCoreference } from '../../scripts/score/coreference.ts'
import type { Pairing } from '../../scripts/score/pairing.ts'

/** A text in which each mention is written `[words=gold key=what was found]`; nothing after the last `=` is open. */
function pairing(id: string, form: Record<string, Mention['form']>, marked: string): Pairing {
  let text = ''
  const gold: Pairing['gold']['mentions'] = []
  const mentions: Mention[] = []
  for (const [, before, words, key, entity] of marked.matchAll(/([^[]*)(?:\[([^=]+)=([^=]*)=([^\]]*)\])?/g)) {
    text += before
    if (words === undefined) continue
    const start = text.length
    text += words
    const kind = form[words] ?? 'name'
    const occurrence = text.split(words).length - 1
    if (key) gold.push({ text: words, occurrence, type: 'person', form: kind, entity: key })
    if (entity !== '-')
      mentions.push({
        start,
        end: text.length,
        type: 'person',
        form: kind,
        entity: entity || null,
        candidates: [],
        plural: false,
      })
  }
  const ids = [...new Set(mentions.flatMap(({ entity }) => entity ?? []))].sort()
  const entities = ids.map((entity): Entity => {
    return { id: entity, type: 'other', name: entity, aliases: [], basis: 'text', partOf: [], wikidata: null }
  })
  return {
    gold: {
      text: id,
      pass: 1,
      held_out: false,
      complete: { claims: false, mentions: true, times: false },
      claims: [],
      mentions: gold,
      times: [],
    },
    document: { id, text, mentions, entities } as unknown as AnnotatedDocument,
  }
}

const FORMS = { She: 'pronoun', It: 'pronoun', He: 'pronoun', 'the mayor': 'nominal' } as const

it('counts who is who within and across texts, and what pronouns and descriptions refer to', () => {
  const { figures } = scoreCoreference(
    [
      pairing(
        'a',
        FORMS,
        '[Ada=ada=x] met [Bob=bob=y]. [She=ada=x] left. [He=bob=]. [It==x] rained. [Ada=ada=-].',
      ),
      pairing('b', FORMS, '[Ada=ada=z] left. [the mayor=ada=w] left.'),
    ],
    loadKnowledge([]),
  )
  const figure = (metric: string) => figures.find((one) => one.metric === metric)
  // Within a: Ada and She are found together, the second Ada is missed, He stands alone.
  expect(figure('coreference within a text (B³)')).toMatchObject({ p: 1, gold: 7, system: 6 })
  const within = (2 / 3 + 2 / 3 + 1 / 2 + 1 / 2 + 1 / 2 + 1 / 2) / 7
  expect(figure('coreference within a text (B³)')).toMatchObject({ r: expect.closeTo(within, 9) })
  const across = (2 / 5 + 2 / 5 + 1 / 2 + 1 / 2 + 1 / 5 + 1 / 5) / 7
  expect(figure('coreference across texts (B³)')).toMatchObject({ p: 1, r: expect.closeTo(across, 9) })
  // She is right; It refers to nothing in the gold; He stayed open; nothing in the text is called w.
  expect(figure('pronouns: resolved right')).toMatchObject({ value: 1 / 2, n: 2 })
  expect(figure('pronouns: answered')).toMatchObject({ value: 1 / 2, n: 2 })
  expect(figure('nominals: resolved right')).toMatchObject({ value: 0, n: 1 })
})
