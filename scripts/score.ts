import { join } from 'node:path'
import { loadKnowledge, shippedAnnotations } from '../pipeline/knowledge/index.ts'
import { packageRoot } from '../pipeline/model/package-root.ts'
import { scoreArticles } from './score/articles.ts'
import { scoreCoreference } from './score/coreference.ts'
import { scoreDisputes } from './score/disputes.ts'
import { loadGold, loadGoldSubjects } from './score/gold.ts'
import { findKit, scoreKit } from './score/kit.ts'
import { scorePages } from './score/pages.ts'
import { annotateGold } from './score/pairing.ts'
import { findSeeds, scoreSeeds } from './score/seeds.ts'
import { scoreSentences } from './score/sentences.ts'
import { type Figure, table } from './score/table.ts'

/*
 * `npm run score`: quality on our own gold annotations, and on the public data of the evaluation kit where it is
 * present. `-- --gold` leaves the kit out, `-- --misses` lists what was missed and what was found too much,
 * `-- --json` gives the figures as data.
 */

const flags = new Set(process.argv.slice(2))
const root = packageRoot()
const gold = join(root, 'annotations', 'gold')

const knowledge = loadKnowledge([shippedAnnotations()])
const pairings = annotateGold(loadGold(gold), root, knowledge)
const articles = scoreArticles(pairings)
const coreference = scoreCoreference(pairings, knowledge)
const disputes = await scoreDisputes(loadGoldSubjects(gold), root)
const pages = scorePages(join(gold, 'pages'))
// Their misses are not listed: who reads them would write rules for them.
const unseenPages = scorePages(join(gold, 'pages', 'held-out'), 'unseen pages')
const sentences = scoreSentences(join(gold, 'sentences'))
const seeds = findSeeds(root)
const seedFigures = seeds ? scoreSeeds(join(gold, 'seeds', 'names.yaml'), seeds, knowledge) : []
const kit = flags.has('--gold') ? null : findKit(root)
const kitFigures = kit ? scoreKit(kit, join(root, 'dist', 'scripts', 'gainsay.js')) : []

const figures: Figure[] = [
  ...articles.figures,
  ...coreference.figures,
  ...seedFigures,
  ...disputes.figures,
  ...pages.figures,
  ...unseenPages.figures,
  ...sentences.figures,
  ...kitFigures,
]
console.log(flags.has('--json') ? JSON.stringify(figures) : table(figures))
if (flags.has('--misses'))
  for (const miss of [
    ...articles.misses,
    ...coreference.misses,
    ...disputes.misses,
    ...pages.misses,
    ...sentences.misses,
  ])
    console.log(miss)
