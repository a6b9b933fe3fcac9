import type { Bounded, ComparisonTables } from '../../model/comparison.ts'

/** In words: the blocks that were too large to be compared in full, and how they were bounded. */
export function boundedIn({ bounded }: ComparisonTables): readonly string[] {
  return bounded
    .find({})
    .filter(({ name }) => name !== '')
    .map(boundedText)
    .sort()
}

function boundedText({ name, members }: Bounded): string {
  const shared = name.split('|').filter((part) => part !== '')
  return (
    `${members} claims share ${shared.join(', ')}: only those published in the same year, month or day are compared, ` +
    'as far as they are few enough there.'
  )
}
