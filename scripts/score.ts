import { join } from 'node:path'
import { loadKnowledge, shippedAnnotations } from '../pipeline/knowledge/index.ts'
import { packageRoot } from '../pipeline/model/package-root.ts'
import { scoreArticles } from './score/articles.ts'
import { scoreDisputes } from './score/disputes.ts'
import { loadGold, loadGoldConflicts } from './score/gold.ts'
import { findKit, scoreKit } from './score/kit.ts'
import { type Figure, table } from './score/table.ts'

/*
 * `npm run score [-- --json] [-- --gold]`: quality on our own gold annotations, and on the public data of the
 * evaluation kit where it is present; `--gold` leaves the kit out.
 */

const root = packageRoot()
const gold = join(root, 'annotations', 'gold')
const figures: Figure[] = [...scoreArticles(loadGold(gold), root, loadKnowledge([shippedAnnotations()]))]
const disputes = loadGoldConflicts(gold)
if (disputes) figures.push(...(await scoreDisputes(disputes, root)))
const kit = process.argv.includes('--gold') ? null : findKit(root)
if (kit) figures.push(...scoreKit(kit, join(root, 'dist', 'scripts', 'gainsay.js')))
console.log(process.argv.includes('--json') ? JSON.stringify(figures) : table(figures))
