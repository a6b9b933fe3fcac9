import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { relationNames, tagTable } from '../../pipeline/segment/language-model.ts'
import { readLinearModel } from '../../pipeline/segment/linear-model.ts'
import { evaluate } from './evaluate.ts'
import { lemmaTable } from './lemma-table.ts'
import { parserClasses, taggedSentence, trainParser } from './parser.ts'
import { crossTag, tagClasses, tagWith, trainTagger } from './tagger.ts'
import { readTreebank } from './treebank.ts'

/*
 * Makes the files of pipeline/segment/model/ from UD English EWT:
 *
 *   node dist/scripts/train/train.js en_ewt-ud-train.conllu.gz pipeline/segment/model
 *   node dist/scripts/train/train.js en_ewt-ud-train.conllu.gz /tmp/model --held-out
 *
 * With --held-out every twelfth document is kept from training and the parser's accuracy on them is printed. Takes
 * about six minutes on one core; the same treebank gives the same files, byte for byte.
 */
const [treebankPath, folder, heldOutFlag] = process.argv.slice(2)
if (treebankPath === undefined || folder === undefined) {
  console.error('usage: train.js TREEBANK.conllu[.gz] FOLDER [--held-out]')
  process.exit(2)
}
const TAGGER_EPOCHS = 8
const PARSER_EPOCHS = 7

const treebank = readTreebank(treebankPath)
const documents = [...new Set(treebank.map((s) => s.document))]
const heldOut = new Set(heldOutFlag === '--held-out' ? documents.filter((_, i) => i % 12 === 5) : [])
const seen = treebank.filter((s) => !heldOut.has(s.document))
const unseen = treebank.filter((s) => heldOut.has(s.document))
mkdirSync(folder, { recursive: true })

writeFileSync(join(folder, 'lemmas.tsv'), lemmaTable(seen))

const tags = tagClasses(seen)
const table = tagTable(tags)
const taggerFile = trainTagger(seen, tags, TAGGER_EPOCHS, 2)
writeFileSync(join(folder, 'tagger.bin'), taggerFile)

const classes = parserClasses(treebank)
const relations = relationNames(classes)
const crossTags = crossTag(seen, tags, 6, TAGGER_EPOCHS - 2)
const parserFile = trainParser(
  seen.map((s, i) => taggedSentence(s, crossTags[i]!, table, relations)),
  classes,
  PARSER_EPOCHS,
  5,
  0.3,
)
writeFileSync(join(folder, 'parser.bin'), parserFile)

if (unseen.length > 0) {
  const tagger = readLinearModel(taggerFile)
  const parser = readLinearModel(parserFile)
  const tagged = unseen.map((s) => taggedSentence(s, tagWith(tagger, s.forms), table, relations))
  console.log(evaluate(unseen, tagged, parser))
}
