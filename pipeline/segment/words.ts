import type { Sentence, WithBlocks, Word } from '../model/document.ts'
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
  const sentences: Sentence[] = []
  const words: Word[] = []
  doc.blocks.forEach((block, index) => {
    if (block.kind === 'code' || block.language) return
    for (const { start, end } of splitSentences(text, block)) {
      const firstWord = words.length
      addWords(text, start, end, model, words)
      if (words.length > firstWord)
        sentences.push({ start, end, block: index, firstWord, endWord: words.length })
    }
  })
  return { sentences, words }
}

/** Appends the words of one sentence. */
function addWords(text: string, start: number, end: number, model: LanguageModel, words: Word[]): void {
  const spans: number[] = []
  tokenize(text, start, end, spans)
  const n = spans.length / 2
  const written: string[] = new Array(n)
  for (let i = 0; i < n; i += 1) written[i] = text.slice(spans[2 * i]!, spans[2 * i + 1]!)

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
  const firstWord = words.length
  for (let i = 0; i < n; i += 1) {
    const head = draft.head[i]!
    words.push({
      start: spans[2 * i]!,
      end: spans[2 * i + 1]!,
      lemma: model.lemmatize(written[i]!, draft.pos[i]!, draft.tag[i]!),
      pos: draft.pos[i]!,
      tag: draft.tag[i]!,
      head: head === -1 ? null : firstWord + head,
      deprel: head === -1 ? 'root' : draft.deprel[i]!,
    })
  }
}
