import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCorpus } from './corpus/make.ts'

/*
 * `node dist/scripts/make-corpus.js FOLDER COUNT [SEED]`: writes COUNT articles with planted conflicts and look-alikes
 * to FOLDER/articles, and what is true of them to FOLDER/truth.jsonl.
 */

const [folder, count, seed = '1'] = process.argv.slice(2)
if (!folder || !(Number(count) > 0) || !Number.isInteger(Number(seed))) {
  process.stderr.write('Usage: make-corpus FOLDER COUNT [SEED]\n')
  process.exit(2)
}
const { articles, truth } = makeCorpus(Number(count), Number(seed))
mkdirSync(join(folder, 'articles'), { recursive: true })
for (const { name, text } of articles) writeFileSync(join(folder, 'articles', name), text)
writeFileSync(join(folder, 'truth.jsonl'), `${truth.map((known) => JSON.stringify(known)).join('\n')}\n`)
process.stderr.write(`${articles.length} articles on ${truth.length} subjects in ${folder}\n`)
