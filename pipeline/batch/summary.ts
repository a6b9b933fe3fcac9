import type { ConflictRecord } from '../model/record.ts'
import type { Summary } from '../store/index.ts'

/** Something that makes the findings weaker than they could be, and what to do about it. */
export interface Weakness {
  readonly what: string
  readonly remedy: string
}

/** What a run leaves to be mended, worst first. */
export function findWeaknesses(
  summary: Pick<Summary, 'documents' | 'withoutDate' | 'withoutPublisher'>,
  bounded: readonly string[],
): Weakness[] {
  const { documents, withoutDate, withoutPublisher } = summary
  const weaknesses: Weakness[] = []
  const share = (count: number) =>
    `${count} of ${documents} ${documents === 1 ? 'text' : 'texts'} ${count === 1 ? 'has' : 'have'}`
  if (withoutDate.length > 0) {
    weaknesses.push({
      what: `${share(withoutDate.length)} no date: an update cannot be told from a contradiction.`,
      remedy: `Add \`published:\` to the front matter of ${named(withoutDate)}.`,
    })
  }
  if (withoutPublisher.length > 0) {
    weaknesses.push({
      what: `${share(withoutPublisher.length)} no publisher: whether two texts are independent stays open.`,
      remedy: `Add \`publisher:\` to the front matter of ${named(withoutPublisher)}.`,
    })
  }
  return [...weaknesses, ...bounded.map((what) => ({ what, remedy: 'Run on fewer texts to see it whole.' }))]
}

/** The first three in full: more would be a list that nobody reads. */
function named(paths: readonly string[]): string {
  const shown = paths.slice(0, 3)
  const more = paths.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** The disputes to look at first: new ones, then decided ones with new evidence, then those with more support. */
export function topDisputes(summary: Summary, count: number): ConflictRecord[] {
  const { newConflicts, decidedWithNewEvidence, gained } = summary
  const ordered = [...newConflicts, ...decidedWithNewEvidence, ...gained.map(({ conflict }) => conflict)]
  const byId = new Map(ordered.map((conflict) => [conflict.id, conflict]))
  return [...byId.values()].slice(0, count)
}
