import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../pipeline/run.ts'
import { BRIDGE, scratch, write } from './articles.ts'

const TEXTS = { ...BRIDGE, 'other.txt': 'The Kettle Works closed in 1999. The plant employed 300 people.\n' }

const KETTLE = '- { id: kettle, type: organization, name: Kettle Works }\n'
const OPEN = '- { id: open, label: open, verbs: [open], nouns: [opening] }\n'
const CUES = 'doubt: { verbs: [gossip] }\n'

interface Annotations {
  readonly entities?: string
  readonly relations?: string
  readonly cues?: string
}

/** Words that a second run reads again after the annotations have changed, and its exports. */
async function change(before: Annotations, after: Annotations) {
  const folder = scratch()
  write(join(folder, 'sources'), TEXTS)
  const runWith = (annotations: Annotations) => {
    rmSync(join(folder, 'annotations'), { recursive: true, force: true })
    const files = Object.entries(annotations).map(([name, text]) => [`annotations/${name}.yaml`, text])
    write(folder, Object.fromEntries(files))
    return run({
      paths: [join(folder, 'sources')],
      out: join(folder, 'out'),
      annotations: join(folder, 'annotations'),
      jobs: 1,
    })
  }
  const exports = () =>
    ['claims.csv', 'conflicts.csv'].map((name) => readFileSync(join(folder, 'out', name), 'utf8'))
  const first = await runWith(before)
  const second = await runWith(after)
  const incremental = exports()
  rmSync(join(folder, 'out'), { recursive: true })
  await runWith(after)
  return { all: first.words, words: second.words, incremental, whole: exports() }
}

/** Words of `other.txt`, the only text with a kettle in it. */
const OTHER = 13

describe('what is read again when annotations change', () => {
  it.each<[string, Annotations, Annotations, number]>([
    ['a new entry: texts that may name it', {}, { entities: KETTLE }, OTHER],
    ['an entry that is gone: the same', { entities: KETTLE }, {}, OTHER],
    [
      'another alias: texts that name it by any name',
      { entities: KETTLE },
      { entities: KETTLE.replace(' }', ', aliases: [Plant Nine] }') },
      OTHER,
    ],
    ['an entry that no text may name: nothing', {}, { entities: KETTLE.replace('Works', 'Teapots') }, 0],
    [
      'who is the same: nothing, for that is resolved',
      { entities: KETTLE },
      { entities: KETTLE.replace(' }', ', same_as: ["person:roe"] }') },
      0,
    ],
    [
      'how relations are compared: nothing',
      { relations: OPEN },
      { relations: OPEN.replace(' }', ', single: [time], symmetric: true }') },
      0,
    ],
  ])('%s', async (_, before, after, expected) => {
    const { words, incremental, whole } = await change(before, after)
    expect(words).toBe(expected)
    expect(incremental).toEqual(whole)
  })

  it.each<[string, Annotations, Annotations]>([
    ['words of relations', { relations: OPEN }, { relations: OPEN.replace('[open]', '[open, unveil]') }],
    ['cues', {}, { cues: CUES }],
  ])('%s: everything', async (_, before, after) => {
    const { all, words, incremental, whole } = await change(before, after)
    expect(words).toBe(all)
    expect(incremental).toEqual(whole)
  })
})
