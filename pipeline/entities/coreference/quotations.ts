import type { WithWords } from '../../model/document.ts'
import type { Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import { covering } from './covering.ts'

/** Words between quotation marks, and the one named person or body whose words they are; null where that is open. */
export interface Quotation extends Span {
  readonly speaker: EntityId | null
}

const SAYING =
  /^(say|tell|add|ask|reply|answer|insist|warn|write|explain|argue|announce|recall|shout|joke|claim|complain|promise|state|declare|note|continue|respond)$/

/** The longest quotation, in characters: a mark that nothing closes must not make a page one. */
const LONGEST = 1500

/**
 * Whose words stand between quotation marks: the subject of the verb of saying beside them. Quotations of a paragraph
 * in which only one speaks are all his.
 *
 * "'We lost,' {said Ada Roe}. 'It hurt.'" Leaves "the so-called 'reform' was, Ada Roe said, dead" without a quotation of
 * its own words to her: a single word is nobody's speech.
 */
export function findQuotations(doc: WithWords, mentions: readonly Mention[]): Quotation[] {
  const found: Quotation[] = []
  let sentence = 0
  for (const [index, block] of doc.blocks.entries()) {
    while (sentence < doc.sentences.length && doc.sentences[sentence]!.block < index) sentence++
    const first = sentence
    while (sentence < doc.sentences.length && doc.sentences[sentence]!.block === index) sentence++
    const spans = quotedSpans(doc.text, block)
    if (spans.length === 0) continue
    const speakers = new Map<number, (EntityId | null)[]>()
    let next = 0
    for (let at = first; at < sentence; at++) {
      const { start, end } = doc.sentences[at]!
      while (next < spans.length && spans[next]!.end <= start) next++
      if (next === spans.length || spans[next]!.start >= end) continue
      speakers.set(at, speakersIn(doc, at, spans, mentions))
    }
    const distinct = new Set([...speakers.values()].flat())
    const only = distinct.size === 1 ? [...distinct][0]! : null
    let last = first
    for (const span of spans) {
      while (last < sentence && doc.sentences[last]!.end <= span.start) last++
      found.push({ ...span, speaker: only ?? ownSpeaker(doc, span, last, sentence, speakers) })
    }
  }
  return found
}

/** What stands between “ and ”, or between one " and the next, of more than one word. */
function quotedSpans(text: string, block: Span): Span[] {
  const spans: Span[] = []
  let open: { at: number; mark: string } | null = null
  for (let at = block.start; at < block.end; at++) {
    const mark = text[at]!
    if (mark !== '“' && mark !== '”' && mark !== '"') continue
    if (open === null || at - open.at > LONGEST) open = mark === '”' ? null : { at, mark }
    else if (mark === '“') open = { at, mark }
    else {
      if (text.slice(open.at + 1, at).includes(' ')) spans.push({ start: open.at + 1, end: at })
      open = null
    }
  }
  return spans
}

/** The subjects of a sentence's verbs of saying outside the quotations; null for an unnamed one. */
function speakersIn(
  doc: WithWords,
  sentence: number,
  quoted: readonly Span[],
  mentions: readonly Mention[],
): (EntityId | null)[] {
  const { words } = doc
  const { firstWord, endWord } = doc.sentences[sentence]!
  const isQuoted = (index: number) => covering(quoted, words[index]!) !== null
  const speakers: (EntityId | null)[] = []
  for (let index = firstWord; index < endWord; index++) {
    const word = words[index]!
    if (!word.deprel.startsWith('nsubj') || word.head === null || isQuoted(index) || isQuoted(word.head))
      continue
    if (!SAYING.test(words[word.head]!.lemma)) continue
    speakers.push(covering(mentions, word)?.entity ?? null)
  }
  return speakers
}

/** Of several speakers of a paragraph: the one of the quotation's own sentence. */
function ownSpeaker(
  doc: WithWords,
  span: Span,
  first: number,
  end: number,
  speakers: ReadonlyMap<number, readonly (EntityId | null)[]>,
): EntityId | null {
  for (let at = first; at < end && doc.sentences[at]!.start < span.end; at++) {
    const own = speakers.get(at)
    if (own?.length === 1) return own[0]!
  }
  return null
}
