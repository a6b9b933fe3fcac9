import { describe, expect, it } from 'vitest'
import type { WithBlocks } from '../../pipeline/model/document.ts'
import { segmentWords } from '../../pipeline/segment/words.ts'

/** "dependent -relation-> head" for one word of a sentence. */
function link(text: string, word: string): string {
  const body = { start: 0, end: text.length }
  const doc = {
    text,
    format: 'text',
    body,
    blocks: [{ ...body, kind: 'paragraph', section: [] }],
  } as unknown as WithBlocks
  const { words } = segmentWords(doc)
  const form = (index: number) => text.slice(words[index]!.start, words[index]!.end)
  const at = words.findIndex((_, index) => form(index) === word)
  const { head, deprel } = words[at]!
  return head === null ? 'root' : `${deprel} of ${form(head)}`
}

describe('repairs of trees', () => {
  it.each([
    [
      'a relative clause between commas',
      'The bridge, which the army built in 1962, collapsed in May.',
      'built',
      'acl:relcl of bridge',
    ],
    [
      'the verb behind it',
      'The bridge, which the army built in 1962, collapsed in May.',
      'bridge',
      'nsubj of collapsed',
    ],
    ['what is set against a noun', 'The county owns the road, not the council.', 'council', 'appos of road'],
    ['not, before a clause', 'It shut the road, not knowing the cause.', 'cause', 'obj of knowing'],
    ['an office before a name', 'Engineer Ann Lee said the road was old.', 'said', 'root'],
    ['a wish for somebody stays', 'Help Ann Lee win the seat.', 'Help', 'root'],
    ['an opening participle', 'Founded in 1996 by Ann Lee, the firm employs 300 people.', 'employs', 'root'],
    ['a phrasal passive', 'The plant was shut down after the flood.', 'plant', 'nsubj:pass of shut'],
    ['a subject of "that"', 'It repeated that 214 people had been aboard.', 'people', 'nsubj of aboard'],
    ['a sentence without a verb', 'The Velland Coast Guard counts 214.', 'Guard', 'nsubj of counts'],
    ['a time that opens', 'In 1717 Mary Lee observed the practice.', '1717', 'obl of observed'],
    ['a day that opens', 'On May 6, officials from Chad and Niger came.', 'officials', 'nsubj of came'],
    ['a night that was cold stays', 'That night was cold.', 'night', 'nsubj of cold'],
    ['two subjects joined', 'The council and the mayor closed the baths.', 'mayor', 'conj of council'],
    [
      'a torn list',
      'It offered a position, a stable government and a share.',
      'government',
      'conj of position',
    ],
    ['an aside of two nouns stays', 'Ada Roe, a lawyer and poet, won the seat.', 'lawyer', 'appos of Ada'],
    [
      'a name behind a description',
      'The mayor of Port Ash, Ada Roe, has ordered it.',
      'Roe',
      'appos of mayor',
    ],
    ['a place that opens stays', 'In the north of Chad, Ada Roe won.', 'Roe', 'nsubj of won'],
    ['a described name', 'The ferry Halden Rose sank in May.', 'sank', 'root'],
    ['since, an adverb', 'It has since passed three inspections.', 'inspections', 'obj of passed'],
    ['since, a preposition', 'It has stood there since May.', 'since', 'case of May'],
    ['a perfect behind said', 'They were said to have made bombs.', 'bombs', 'obj of made'],
    ['last, an adverb', 'The boiler was last inspected in October.', 'inspected', 'root'],
    ['chief, no verb', 'Ilse Marrow has been chief executive since 2021.', 'executive', 'root'],
    [
      'a copula behind its subject',
      'The first vessel to reach it was the Anna Lowe.',
      'vessel',
      'nsubj of Lowe',
    ],
    ['counted people', 'It had registered 164 dead by noon.', 'dead', 'obj of registered'],
    ['counted fish', 'It had registered 164 dead fish.', 'fish', 'obj of registered'],
    ['a form of address', 'Ms Brook said the door was open.', 'said', 'root'],
    [
      'a plural that is a verb',
      'The company exports to Chad and owns dairies.',
      'company',
      'nsubj of exports',
    ],
    ['a plain sentence stays', 'The firm employs 300 people, and it owns a mill.', 'employs', 'root'],
  ])('%s', (_what, text, word, expected) => {
    expect(link(text, word)).toBe(expected)
  })
})
