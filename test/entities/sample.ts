import { findMentions } from '../../pipeline/entities/index.ts'
import type { Mention } from '../../pipeline/model/entity.ts'
import { sha256 } from '../../pipeline/model/ids.ts'
import type { CatalogueEntity, CueWords, Knowledge } from '../../pipeline/model/knowledge.ts'
import { segmentBlocks } from '../../pipeline/segment/blocks.ts'
import { segmentWords } from '../../pipeline/segment/words.ts'

const NO_CUES: CueWords = { verbs: [], nouns: [], adjectives: [], adverbs: [], phrases: [] }

/** Knowledge with nothing but a catalogue. */
export function knowing(...entities: CatalogueEntity[]): Knowledge {
  const cues = {
    attribution: NO_CUES,
    doubt: NO_CUES,
    denial: NO_CUES,
    negation: NO_CUES,
    hedging: NO_CUES,
    recommendation: NO_CUES,
    prediction: NO_CUES,
    characterisation: NO_CUES,
  }
  return { entities, relations: [], cues, sha256: '' }
}

/** What the stage finds in a Markdown text without times or quantities. */
export function mentionsIn(text: string, knowledge: Knowledge = knowing()) {
  const source = {
    path: 'sample.md',
    sha256: sha256(text),
    format: 'markdown' as const,
    id: 'd_sample',
    text,
    textSha256: sha256(text),
    metadata: { title: null, publisher: null, author: null, published: null, url: null, summaryOf: null },
    body: { start: 0, end: text.length },
    notes: [],
  }
  const blocked = { ...source, blocks: segmentBlocks(source) }
  return findMentions({ ...blocked, ...segmentWords(blocked), times: [], quantities: [] }, knowledge)
}

/**
 * The text with every mention in braces: a name as `{person:Ada Roe=person:ada-roe}`, a pronoun or a description as
 * `{she=person:ada-roe}`, several together as `{both=a+b}`, an open one as `{she=?a|b}`.
 */
export function marked(text: string, mentions: readonly Mention[]): string {
  let out = ''
  let at = 0
  for (const mention of mentions) {
    const { start, end, form, type, entity, candidates, plural } = mention
    const means = entity ?? (plural ? candidates.join('+') : `?${candidates.join('|')}`)
    out += `${text.slice(at, start)}{${form === 'name' ? `${type}:` : ''}${text.slice(start, end)}=${means}}`
    at = end
  }
  return out + text.slice(at)
}

/** Takes the braces out again: a sample is its own text. */
export function plain(sample: string): string {
  return sample.replace(
    /\{(?:(?:person|organization|place|facility|event|agreement|product|group|other):)?([^=}]*)=[^}]*\}/g,
    '$1',
  )
}

/** The sample as the stage marks it: equal to the sample where all expectations hold, and nothing else is found. */
export function remarked(sample: string, knowledge?: Knowledge): string {
  const text = plain(sample)
  return marked(text, mentionsIn(text, knowledge).mentions)
}
