import type { Argument } from '../model/claim.ts'
import type { Mention } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Span } from '../model/span.ts'
import { type Context, mentionsIn, quantitiesIn } from './context.ts'
import type { Phrase } from './phrase.ts'
import { lemmaAt, type Tree, wordAt } from './tree.ts'

/** The words of a slot as text: the source's own characters where they are contiguous, else joined by blanks. */
export interface Written {
  readonly start: number | null
  readonly end: number | null
  readonly text: string
}

export function written(context: Context, tree: Tree, words: readonly number[]): Written {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return { start: null, end: null, text: '' }
  const start = wordAt(tree, first).start
  const end = wordAt(tree, last).end
  if (isRun(words)) return { start, end, text: context.doc.text.slice(start, end) }
  return { start: null, end: null, text: runs(context, tree, words).join(' ') }
}

function isRun(words: readonly number[]): boolean {
  return words.every((word, at) => at === 0 || word === words[at - 1]! + 1)
}

/** The contiguous stretches of a phrase that has gaps. */
function runs(context: Context, tree: Tree, words: readonly number[]): string[] {
  const found: string[] = []
  let from = 0
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && words[at] === words[at - 1]! + 1) continue
    found.push(context.doc.text.slice(wordAt(tree, words[from]!).start, wordAt(tree, words[at - 1]!).end))
    from = at
  }
  return found
}

const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB', 'X', 'SYM'])

export function contentLemmas(tree: Tree, words: readonly number[]): string[] {
  return words.filter((index) => CONTENT.has(wordAt(tree, index).pos)).map((index) => lemmaAt(tree, index))
}

/** A phrase as an argument: its words, what they resolve to, and a name that is readable alone. */
export function argumentOf(context: Context, tree: Tree, phrase: Phrase): Argument {
  const text = written(context, tree, phrase.words)
  const extent = extentOf(tree, phrase.words)
  const mentions = mentionsIn(context, extent)
  const whole = wholeMention(tree, phrase, mentions)
  const entities = new Set<EntityId>()
  for (const mention of mentions) for (const id of referents(mention)) entities.add(id)
  return {
    start: text.start,
    end: text.end,
    text: text.text,
    name: readableName(context, tree, phrase.words, mentions),
    head: lemmaAt(tree, phrase.head),
    lemmas: contentLemmas(tree, phrase.words),
    entity: whole?.entity ?? null,
    candidates: whole && whole.entity === null ? whole.candidates : [],
    entities: [...entities].sort(),
    quantity: leadingQuantity(tree, phrase, quantitiesIn(context, extent)),
  }
}

function referents(mention: Mention): readonly EntityId[] {
  if (mention.entity !== null) return [mention.entity]
  return mention.plural ? mention.candidates : []
}

export function extentOf(tree: Tree, words: readonly number[]): Span {
  return { start: wordAt(tree, words[0]!).start, end: wordAt(tree, words.at(-1)!).end }
}

/**
 * The mention that the phrase as a whole is: it holds the head word, and nothing of weight stands outside it. In
 * "India's first base" the mention "India" is a part; in "the Ayni Air Base" the mention is the whole.
 */
function wholeMention(tree: Tree, phrase: Phrase, mentions: readonly Mention[]): Mention | null {
  const head = wordAt(tree, phrase.head)
  let best: Mention | null = null
  for (const mention of mentions) {
    if (mention.start > head.start || mention.end < head.end) continue
    if (best === null || mention.end - mention.start > best.end - best.start) best = mention
  }
  if (best === null) return null
  const { start, end } = best
  const outside = phrase.words.filter((index) => {
    const word = wordAt(tree, index)
    return (
      (word.end <= start || word.start >= end) &&
      CONTENT.has(word.pos) &&
      !isPremodifierOfName(tree, index, start)
    )
  })
  return outside.length === 0 ? best : null
}

/** Titles and descriptions before a name leave it the whole: "Indian Prime Minister [Narendra Modi]". */
function isPremodifierOfName(tree: Tree, index: number, nameStart: number): boolean {
  const word = wordAt(tree, index)
  return word.end <= nameStart && !word.deprel.startsWith('nmod:poss') && word.deprel !== 'nummod'
}

/** A quantity that measures the phrase: it counts the head noun, or is the head itself. */
function leadingQuantity(tree: Tree, phrase: Phrase, quantities: readonly Quantity[]): Quantity | null {
  const head = wordAt(tree, phrase.head)
  for (const quantity of quantities) {
    if (quantity.kind === 'ordinal') continue
    if (quantity.start <= head.start && quantity.end >= head.end) return quantity
    const counts = phrase.words.some((index) => {
      const word = wordAt(tree, index)
      return word.head === phrase.head && word.start >= quantity.start && word.end <= quantity.end
    })
    if (counts && quantity.end <= head.end) return quantity
  }
  return null
}

/** The words with names in place of pronouns and resolved descriptions: "its troops" -> "India's troops". */
export function readableName(
  context: Context,
  tree: Tree,
  words: readonly number[],
  mentions: readonly Mention[],
): string {
  const { text } = context.doc
  const parts: string[] = []
  let at = wordAt(tree, words[0]!).start
  const end = wordAt(tree, words.at(-1)!).end
  if (!isRun(words)) return plain(runs(context, tree, words).join(' '))
  for (const mention of mentions) {
    if (mention.form === 'name' || mention.start < at) continue
    const name = replacement(context, tree, words, mention)
    if (name === null) continue
    parts.push(text.slice(at, mention.start), name)
    at = mention.end
  }
  parts.push(text.slice(at, end))
  return plain(parts.join(''))
}

function replacement(
  context: Context,
  tree: Tree,
  words: readonly number[],
  mention: Mention,
): string | null {
  const ids = referents(mention)
  if (ids.length === 0 || ids.length > 5) return null
  const names = ids.map((id) => context.entities.get(id)?.name).filter((name) => name !== undefined)
  if (names.length !== ids.length) return null
  const joined = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  const word = words.map((index) => wordAt(tree, index)).find(({ start }) => start === mention.start)
  if (word?.tag !== 'PRP$') return joined
  return joined.endsWith('s') ? `${joined}’` : `${joined}’s`
}

/** One line, single blanks. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
