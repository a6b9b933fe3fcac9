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
    ['an opening participle', 'Founded in 1996 by Ann Lee, the firm employs 300 people.', 'employs', 'root'],
    ['a phrasal passive', 'The plant was shut down after the flood.', 'plant', 'nsubj:pass of shut'],
    ['a subject of "that"', 'It repeated that 214 people had been aboard.', 'people', 'nsubj of aboard'],
    ['a sentence without a verb', 'The Velland Coast Guard counts 214.', 'Guard', 'nsubj of counts'],
    ['a plain sentence stays', 'The firm employs 300 people, and it owns a mill.', 'employs', 'root'],
  ])('%s', (_what, text, word, expected) => {
    expect(link(text, word)).toBe(expected)
  })
})
