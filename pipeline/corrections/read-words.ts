import { annotate } from '../annotate.ts'
import { argumentOf } from '../claims/argument.ts'
import { contextOf } from '../claims/context.ts'
import { treeOf } from '../claims/tree.ts'
import type { Argument, Claim } from '../model/claim.ts'
import type { AnnotatedDocument, Metadata } from '../model/document.ts'
import type { Entity } from '../model/entity.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { readSource } from '../read/index.ts'

/*
 * What a person types, read by the rules that read articles: so it is compared like any other claim.
 */

/** The claim that words make by themselves, the widest where they make several; spans are offsets into the words. */
export async function readClaim(
  words: string,
  published: Metadata['published'],
  knowledge: Knowledge,
): Promise<{ readonly claim: Claim; readonly entities: readonly Entity[] } | null> {
  const { claims, entities } = await read(closed(words), knowledge, published)
  const width = ({ start, end }: Claim) => end - start
  const [widest] = [...claims].sort((a, b) => width(b) - width(a) || a.start - b.start)
  return widest && widest.end <= words.length ? { claim: widest, entities } : null
}

/** Words as a participant: "14 people" is a count, "the Norwick Bridge" an entity. They stand nowhere in the text. */
export async function readArgument(
  words: string,
  knowledge: Knowledge,
): Promise<{ readonly argument: Argument; readonly entities: readonly Entity[] }> {
  const document = await read(`${words} was named.`, knowledge)
  const sentence = document.sentences.find(({ start, end }) => start < words.length && end > words.length)
  const inside = sentence ? wordsWithin(document, sentence.firstWord, sentence.endWord, words.length) : []
  if (!sentence || inside.length === 0) return { argument: unread(words), entities: [] }
  const head = inside.find((index) => !inside.includes(document.words[index]!.head ?? -1)) ?? inside.at(-1)!
  const context = contextOf(document, knowledge)
  const argument = argumentOf(context, treeOf(document.words, sentence), { head, words: inside })
  const { entities } = document
  return { argument: { ...argument, start: null, end: null, text: words }, entities }
}

/** Words as the verb of a claim, with what they mean in the vocabulary. Throws a `UserError` where they are none. */
export async function readRelation(
  { subject, object }: Claim,
  words: string,
  knowledge: Knowledge,
): Promise<{ readonly text: string; readonly lemma: string; readonly type: string | null }> {
  const from = subject.name.length
  const behind = object ? ` ${object.name}` : ''
  const { claims } = await read(closed(`${subject.name} ${words}${behind}`), knowledge)
  const found = claims.find(
    ({ relation: { start, end } }) =>
      start !== null && start >= from && end !== null && end <= from + 1 + words.length,
  )
  if (!found) {
    throw new UserError(`"${words}" cannot be read as a verb.`, {
      remedy: 'Give it as the sentence would have it, like "was shut down".',
    })
  }
  const { lemma, type } = found.relation
  return { text: words, lemma, type }
}

function wordsWithin(
  { words }: AnnotatedDocument,
  first: number,
  end: number,
  length: number,
): readonly number[] {
  const indexes: number[] = []
  for (let index = first; index < end; index++) if (words[index]!.end <= length) indexes.push(index)
  return indexes
}

/** For words in which no sentence was found. */
function unread(words: string): Argument {
  const lemmas = words.toLowerCase().split(/\s+/)
  return {
    start: null,
    end: null,
    text: words,
    name: words,
    head: lemmas.at(-1)!,
    lemmas,
    entity: null,
    candidates: [],
    entities: [],
    quantity: null,
  }
}

async function read(
  text: string,
  knowledge: Knowledge,
  published: Metadata['published'] = null,
): Promise<AnnotatedDocument> {
  const source = await readSource('words.txt', Buffer.from(text), 'the words')
  return annotate({ ...source, metadata: { ...source.metadata, published } }, knowledge)
}

/** A sentence has its full stop. */
function closed(words: string): string {
  return /[.!?]["”’']?$/.test(words) ? words : `${words}.`
}
