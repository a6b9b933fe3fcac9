import type { ComparisonTables } from '../../model/comparison.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Comparison } from './comparison.ts'
import { judgeClaims } from './judge.ts'
import { fileTexts, foldFindings } from './update.ts'

/*
 * The three acts of an update as units of their own, for a database that several processes work on. Between them, what
 * the next one needs stands in tables: whoever comes behind a process that died goes on from there. One process at a
 * time files and folds, and nothing is filed while anything is judged; judging any number may help with.
 *
 * Cells change in the first act only, so that those who judge read what nobody writes; of two new claims one is held
 * against the other, whoever takes which portion: no pair is judged twice, and a row of findings has one writer.
 */

/** New claims that are judged in one unit. */
const PORTION = 500

/** Files texts, and leaves their claims to be judged and what changed to be folded: beside what was left before. */
export function fileForJudging(
  changed: Iterable<DocumentId>,
  comparison: Comparison,
  portion = PORTION,
): void {
  const { tables, changes } = comparison
  fileTexts(changed, comparison)
  const { fresh, topics, origins, checks } = changes
  const last = tables.waiting.find({}).at(-1)?.number ?? 0
  for (let from = 0; from < fresh.length; from += portion)
    tables.waiting.put({
      number: last + 1 + from / portion,
      claims: JSON.stringify(fresh.slice(from, from + portion)),
      judged: 0,
    })
  for (const [id, claims] of topics) {
    const [left] = tables.unfolded.find({ kind: 'topic', id })
    const before = left ? (JSON.parse(left.claims) as number[]) : []
    tables.unfolded.put({ kind: 'topic', id, claims: JSON.stringify([...new Set([...before, ...claims])]) })
  }
  for (const id of origins) tables.unfolded.put({ kind: 'origin', id, claims: '' })
  for (const id of checks) tables.unfolded.put({ kind: 'check', id, claims: '' })
  tables.settle()
}

/** Tells which claims are new, as long as nothing is filed. */
export function newClaims({ waiting }: ComparisonTables): (claim: number) => boolean {
  const fresh = new Set(waiting.find({}).flatMap(({ claims }) => JSON.parse(claims) as number[]))
  return (claim) => fresh.has(claim)
}

/** Judges a portion, which whoever calls has taken for itself. */
export function judgePortion(
  number: number,
  isNew: (claim: number) => boolean,
  comparison: Comparison,
): void {
  const { tables } = comparison
  const [portion] = tables.waiting.find({ number })
  if (!portion || portion.judged === 1) return
  judgeClaims(JSON.parse(portion.claims) as number[], isNew, comparison)
  tables.waiting.put({ ...portion, judged: 1 })
  tables.settle()
}

/** Folds what was left to be folded, once everything is judged. */
export function foldLeft(comparison: Comparison): void {
  const { tables, changes } = comparison
  for (const { kind, id, claims } of tables.unfolded.find({})) {
    if (kind === 'origin') changes.origins.add(id)
    else if (kind === 'check') changes.checks.add(id)
    else {
      // What was put in before a process died may be gone since.
      const known = JSON.parse(claims) as number[]
      tables.claims.ahead('claim', known)
      changes.topics.set(
        id,
        known.filter((claim) => tables.claims.count({ claim, topic: id, listed: 1 }) > 0),
      )
    }
    tables.unfolded.remove({ kind, id })
  }
  const portions = tables.waiting.find({})
  for (const [at, { number }] of portions.entries())
    if (at < portions.length - 1) tables.waiting.remove({ number })
    // The last one stays, empty: no number is used twice, and who helps can tell one update's portions from the next's.
    else tables.waiting.put({ number, claims: '[]', judged: 1 })
  foldFindings(comparison)
  tables.settle()
}
