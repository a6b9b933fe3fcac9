import type { WithWords } from '../../model/document.ts'
import type { Mention } from '../../model/entity.ts'
import { KIND_NOUNS } from '../cues.ts'

/** Between the determiner and its noun: "its [chief financial] officer". */
const LONGEST = 4

/**
 * What stands beside a name with an article and says what it is: "Ada Roe, {the captain}, left", "{the mayor} of Osk, Ada
 * Roe,". Leaves "Ada Roe, a captain" and "off the ferry, Ada Roe said" alone: the first is no reference, the second no
 * person. `names` are those of the sentence, in order.
 */
export function findAppositions(doc: WithWords, sentence: number, names: readonly Mention[]): Mention[] {
  const { words, text } = doc
  const { firstWord, endWord } = doc.sentences[sentence]!
  const found: Mention[] = []
  let at = firstWord
  for (const [number, name] of names.entries()) {
    if (name.entity === null) continue
    while (at < endWord && words[at]!.end <= name.start) at++
    let behind = at
    while (behind < endWord && words[behind]!.start < name.end) behind++
    const isComma = (index: number) =>
      index > firstWord &&
      index < endWord &&
      /^[,–—(]$/.test(text.slice(words[index]!.start, words[index]!.end))
    const add = (from: number, to: number) => {
      const { start } = words[from]!
      const { end } = words[to]!
      found.push({
        start,
        end,
        type: name.type,
        form: 'nominal',
        entity: name.entity,
        candidates: [],
        plural: false,
      })
    }
    if (isComma(behind) && isDeterminer(doc, behind + 1, endWord)) {
      const noun = nounBehind(doc, behind + 1, endWord, name)
      if (noun !== null) add(behind + 1, noun)
    }
    let first = at
    // "the captain, Commander Roe": a title is no part of the name.
    while (
      first > firstWord &&
      /^\p{Lu}/u.test(text.slice(words[first - 1]!.start, words[first - 1]!.end)) &&
      words[first - 1]!.pos !== 'DET'
    )
      first--
    if (!isComma(first - 1)) continue
    const noun = nounBefore(doc, first - 1, firstWord, names[number - 1])
    if (noun === null || !isKind(doc, noun, name)) continue
    let from = noun - 1
    while (from > firstWord && noun - from <= LONGEST && /^(ADJ|NOUN|PROPN)$/.test(words[from]!.pos)) from--
    if (from >= firstWord && isDeterminer(doc, from, endWord)) add(from, noun)
  }
  return found
}

function isDeterminer({ words, text }: WithWords, at: number, end: number): boolean {
  return at < end && /^the$/i.test(text.slice(words[at]!.start, words[at]!.end))
}

/** The head noun behind a determiner: the last of a run of nouns and adjectives, of the name's kind. */
function nounBehind(doc: WithWords, determiner: number, end: number, name: Mention): number | null {
  const { words } = doc
  let at = determiner + 1
  while (at < end && at - determiner <= LONGEST && /^(ADJ|NOUN|PROPN)$/.test(words[at]!.pos)) at++
  const noun = at - 1
  if (noun === determiner || !isKind(doc, noun, name)) return null
  const next = at < end ? words[at]! : undefined
  // "Roe, the captain's brother"
  return next !== undefined && next.tag === 'POS' ? null : noun
}

/** The word before a comma, or, in "the mayor of Osk,", before its "of". */
function nounBefore(
  { words }: WithWords,
  comma: number,
  first: number,
  previous: Mention | undefined,
): number | null {
  let at = comma - 1
  if (at >= first && previous !== undefined && words[at]!.end === previous.end) {
    while (at >= first && words[at]!.start >= previous.start) at--
    if (at < first || !/^(of|for)$/.test(words[at]!.lemma)) return null
    at--
  }
  return at > first ? at : null
}

function isKind({ words }: WithWords, at: number, { type }: Mention): boolean {
  const word = words[at]
  if (word === undefined || !/^(NOUN|PROPN)$/.test(word.pos) || word.tag === 'NNS') return false
  const kind = KIND_NOUNS.get(word.lemma.toLowerCase())
  return kind === type
}
