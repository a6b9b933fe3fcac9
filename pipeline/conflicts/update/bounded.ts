import type { Bounded } from '../../model/comparison.ts'

/** What was too large to be compared in full, and how it was bounded. */
export function boundedText({ name, members }: Omit<Bounded, 'block'>): string {
  const shared = name.split('|').filter((part) => part !== '')
  return (
    `${members} claims share ${shared.join(', ')}: only those published in the same year, month or day are compared, ` +
    'as far as they are few enough there.'
  )
}
