import type { Sentence, WithBlocks, Word } from '../model/document.ts'
import { type CutSentence, crowdedAmong, flatTree } from './crowded.ts'
import { wordForms } from './features.ts'
import { type LanguageModel, languageModel } from './language-model.ts'
import { maskMarkup } from './markdown.ts'
import { parseGuided } from './parse.ts'
import { parserInput } from './parser-input.ts'
import { type Draft, repairTree } from './repair/index.ts'
import { splitSentences } from './sentences.ts'
import { tagWords } from './tag.ts'
import { tokenize } from './tokens.ts'
import { createState } from './transitions.ts'

/**
 * Cuts the blocks of a document into sentences and words, and gives every word its lemma, tags, and place in the
 * sentence's dependency tree (Universal Dependencies, as in the EWT treebank). Code blocks have no sentences, and
 * marks of emphasis, link targets and their like are no words.
 */
export function segmentWords(doc: WithBlocks): {
  readonly sentences: readonly Sentence[]
  readonly words: readonly Word[]
} {
  const model = languageModel()
  // Same length as the text, so that every span of it is one of the text.
  const text = maskMarkup(doc)
  const cut: CutSentence[] = []
  doc.blocks.forEach((block, index) => {
    if (block.kind === 'code' || block.language) return
    for (const { start, end } of splitSentences(text, block)) {
      const spans: number[] = []
      tokenize(text, start, end, spans)
      if (spans.length > 0) cut.push({ start, end, block: index, spans })
    }
  })
  const isCrowded = crowdedAmong(cut)
  const sentences: Sentence[] = []
  const words: Word[] = []
  for (const sentence of cut) {
    const { start, end, block, spans } = sentence
    const firstWord = words.length
    const written: string[] = new Array(spans.length / 2)
    for (let i = 0; i < written.length; i += 1) written[i] = text.slice(spans[2 * i]!, spans[2 * i + 1]!)
    const tree = isCrowded(sentence) ? flatTree(written) : treeOf(written, model)
    addWords(written, spans, tree, model, words)
    sentences.push({ start, end, block, firstWord, endWord: words.length })
  }
  return { sentences, words }
}

/** Tags and parses one sentence. */
function treeOf(written: readonly string[], model: LanguageModel): Draft {
  const n = written.length
  const forms = wordForms(written)
  const tags = new Uint8Array(n)
  tagWords(model.tagger, forms, 0, n, tags)
  const { pos, tag, posNumber, tagNumber } = model.tags
  const upos = new Uint8Array(n)
  const xpos = new Uint8Array(n)
  for (let i = 0; i < n; i += 1) {
    upos[i] = posNumber[tags[i]!]!
    xpos[i] = tagNumber[tags[i]!]!
  }
  const tree = createState(n)
  parseGuided(model.backward, model.forward, parserInput(forms, upos, xpos), model.root, tree)

  const draft: Draft = {
    forms: written.map((form) => form.toLowerCase()),
    pos: Array.from(tags, (cls) => pos[cls]!),
    tag: Array.from(tags, (cls) => tag[cls]!),
    head: Array.from({ length: n }, (_, i) => tree.head[i + 1]! - 1),
    deprel: Array.from({ length: n }, (_, i) =>
      tree.head[i + 1] === 0 ? 'root' : model.relations[tree.label[i + 1]!]!,
    ),
  }
  repairTree(draft)
  return draft
}

/** Appends the words of one sentence. */
function addWords(
  written: readonly string[],
  spans: readonly number[],
  { pos, tag, head, deprel }: Draft,
  { lemmatize }: LanguageModel,
  words: Word[],
): void {
  const firstWord = words.length
  for (let i = 0; i < written.length; i += 1) {
    words.push({
      start: spans[2 * i]!,
      end: spans[2 * i + 1]!,
      lemma: lemmatize(written[i]!, pos[i]!, tag[i]!),
      pos: pos[i]!,
      tag: tag[i]!,
      head: head[i]! === -1 ? null : firstWord + head[i]!,
      deprel: head[i]! === -1 ? 'root' : deprel[i]!,
    })
  }
}
