import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { relationNames, tagTable } from '../../pipeline/segment/language-model.ts'
import { readLinearModel } from '../../pipeline/segment/linear-model.ts'
import { evaluate } from './evaluate.ts'
import { lemmaTable } from './lemma-table.ts'
import { guided, parserClasses, reversedSentence, taggedSentence, trainParser } from './parser.ts'
import { crossTag, tagClasses, tagWith, trainTagger } from './tagger.ts'
import { readTreebank } from './treebank.ts'

/*
 * Makes the files of pipeline/segment/model/ from the training split of UD English EWT:
 *
 *   npm run build && node dist/scripts/train/train.js en_ewt-ud-train.conllu pipeline/segment/model
 *
 * Every twelfth document is kept from training; the accuracy on those is printed at the end. Takes a quarter of an
 * hour on one core; the same treebank gives the same files, byte for byte.
 */
const [treebankPath, folder] = process.argv.slice(2)
if (treebankPath === undefined || folder === undefined) {
  console.error('usage: train.js TREEBANK.conllu[.gz] FOLDER')
  process.exit(2)
}
const TAGGER_EPOCHS = 8
const FOLDS = { tagger: 5, taggerEpochs: 6, parser: 3, parserEpochs: 4 }
const EPOCHS = { backward: 5, forward: 6 }
/** Rare features and small weights hardly matter, and would make the files three times as large. */
const SMALL = { minUpdates: 5, minWeight: 0.3 }

const treebank = readTreebank(treebankPath)
const documents = [...new Set(treebank.map((s) => s.document))]
const heldOut = new Set(documents.filter((_, i) => i % 12 === 5))
const seen = treebank.filter((s) => !heldOut.has(s.document))
const unseen = treebank.filter((s) => heldOut.has(s.document))
mkdirSync(folder, { recursive: true })

writeFileSync(join(folder, 'lemmas.tsv'), lemmaTable(seen))

const tags = tagClasses(treebank)
const table = tagTable(tags)
const taggerFile = trainTagger(seen, tags, TAGGER_EPOCHS, 2)
writeFileSync(join(folder, 'tagger.bin'), taggerFile)
const tagger = readLinearModel(taggerFile)

// The parsers learn from tags as wrong as those that they will meet: each by a tagger that had not seen the sentence.
const classes = parserClasses(treebank)
const relations = relationNames(classes)
const crossTags = crossTag(seen, tags, FOLDS.tagger, FOLDS.taggerEpochs)
const tagged = seen.map((s, i) => taggedSentence(s, crossTags[i]!, table, relations))
const test = unseen.map((s) => taggedSentence(s, tagWith(tagger, s.forms), table, relations))

const backwardFile = trainParser(tagged.map(reversedSentence), classes, EPOCHS.backward, SMALL)
writeFileSync(join(folder, 'backward-parser.bin'), backwardFile)
const backward = readLinearModel(backwardFile)

// The forward parser learns, likewise, from guides as wrong as those that it will meet.
const guides = Array.from({ length: FOLDS.parser }, (_, fold) => {
  const others = tagged.filter((_, i) => i % FOLDS.parser !== fold).map(reversedSentence)
  return readLinearModel(trainParser(others, classes, FOLDS.parserEpochs, SMALL))
})
const forwardFile = trainParser(
  tagged.map((s, i) => guided(s, guides[i % FOLDS.parser]!)),
  classes,
  EPOCHS.forward,
  SMALL,
)
writeFileSync(join(folder, 'forward-parser.bin'), forwardFile)
const forward = readLinearModel(forwardFile)

console.log(
  evaluate(
    unseen,
    test.map((s) => guided(s, backward)),
    forward,
  ),
)
