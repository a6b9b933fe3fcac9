import { expect, it } from 'vitest'
import { relationNames, tagTable } from '../../pipeline/segment/language-model.ts'
import { readLinearModel } from '../../pipeline/segment/linear-model.ts'
import { parseOnce } from '../../pipeline/segment/parse.ts'
import { createState } from '../../pipeline/segment/transitions.ts'
import { parserClasses, reversedSentence, taggedSentence, trainParser } from '../../scripts/train/parser.ts'
import { projectivise } from '../../scripts/train/projective.ts'
import { tagClasses, tagWith, trainTagger } from '../../scripts/train/tagger.ts'
import type { TreebankSentence } from '../../scripts/train/treebank.ts'

/** A sentence from "form/UPOS/XPOS/head/relation" words. */
function sentence(words: string): TreebankSentence {
  const rows = words.split(' ').map((word) => word.split('/'))
  const column = (k: number) => rows.map((row) => row[k]!)
  return {
    document: 'own',
    forms: column(0),
    lemmas: column(0),
    upos: column(1),
    xpos: column(2),
    heads: column(3).map(Number),
    deprels: column(4),
  }
}

const treebank = ['ferry', 'tanker', 'barge', 'yacht'].flatMap((ship) =>
  ['Oslo', 'Riga', 'Lima'].flatMap((port) => [
    sentence(
      `The/DET/DT/2/det ${ship}/NOUN/NN/3/nsubj sank/VERB/VBD/0/root near/ADP/IN/5/case ${port}/PROPN/NNP/3/obl`,
    ),
    sentence(
      `Divers/NOUN/NNS/2/nsubj found/VERB/VBD/0/root the/DET/DT/5/det old/ADJ/JJ/5/amod ${ship}/NOUN/NN/2/obj`,
    ),
    sentence(
      `${port}/PROPN/NNP/3/nsubj:pass was/AUX/VBD/3/aux:pass told/VERB/VBN/0/root at/ADP/IN/5/case noon/NOUN/NN/3/obl`,
    ),
  ]),
)
const KEEP_ALL = { minUpdates: 0, minWeight: 0 }

it('learns a small treebank by heart, and the same way twice', () => {
  const tags = tagClasses(treebank)
  const tagger = trainTagger(treebank, tags, 3, 0)
  expect(trainTagger(treebank, tags, 3, 0)).toEqual(tagger)

  const classes = parserClasses(treebank)
  const relations = relationNames(classes)
  const tagged = treebank.map((s) =>
    taggedSentence(s, tagWith(readLinearModel(tagger), s.forms), tagTable(tags), relations),
  )
  for (const set of [tagged, tagged.map(reversedSentence)]) {
    const model = readLinearModel(trainParser(set, classes, 10, KEEP_ALL))
    for (const { input, heads, labels } of set) {
      const state = createState(input.n)
      parseOnce(model, input, relations.indexOf('root'), state)
      expect([...state.head.slice(0, input.n + 1)]).toEqual([...heads])
      expect([...state.label.slice(1, input.n + 1)]).toEqual([...labels.slice(1)])
    }
  }
})

it('lifts a crossing arc to the head of its head, and leaves projective trees alone', () => {
  // 1 <- 3, 2 <- 4 would cross: word 1 hangs on 3, whose head is 2, the root.
  expect([...projectivise(Int32Array.from([0, 3, 0, 2, 2]))]).toEqual([0, 2, 0, 2, 2])
  expect([...projectivise(Int32Array.from([0, 2, 0, 2, 3]))]).toEqual([0, 2, 0, 2, 3])
})
