import type { ConflictRecord } from '../../pipeline/model/record.ts'
import type { Truth } from './make.ts'

/** How the disputes that were found compare with those that were planted. */
export interface Judgement {
  readonly planted: number
  /** Planted disputes that one of the right type was found for. */
  readonly found: number
  /** Disputes above mere detail that nobody planted. */
  readonly falseAlarms: number
  /** Of these, by the scenario that they arose from; `several` where they join articles of different subjects. */
  readonly falseBy: ReadonlyMap<string, number>
  /** Planted disputes that nothing was found for, by scenario. */
  readonly missedBy: ReadonlyMap<string, number>
}

/** A dispute is right where a planted one of its type has evidence of both sides among its own. */
export function judge(truth: readonly Truth[], conflicts: readonly ConflictRecord[]): Judgement {
  const byArticle = new Map(
    truth.flatMap((known) => known.sides.flat().map((name) => [name, known] as const)),
  )
  const found = new Set<Truth>()
  const falseBy = new Map<string, number>()
  let falseAlarms = 0
  for (const { positions, types, strength } of conflicts) {
    const documents = positions.flatMap(({ evidence }) => evidence.map(({ document }) => document))
    const names = documents.flatMap(({ path, alsoAt }) => [path, ...alsoAt].map(baseName))
    const subjects = new Set(names.map((name) => byArticle.get(name)))
    const [known] = subjects
    const right =
      known !== undefined &&
      subjects.size === 1 &&
      types.some((type) => known.types.includes(type)) &&
      known.sides.every((side) => side.some((name) => names.includes(name)))
    if (right) found.add(known)
    else if (strength !== 'detail') {
      falseAlarms++
      count(falseBy, subjects.size === 1 && known ? known.scenario : 'several')
    }
  }
  const planted = truth.filter(({ types }) => types.length > 0)
  const missedBy = new Map<string, number>()
  for (const known of planted) if (!found.has(known)) count(missedBy, known.scenario)
  return { planted: planted.length, found: found.size, falseAlarms, falseBy, missedBy }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
