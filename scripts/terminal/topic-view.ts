import type { CorroborationRecord, TopicSummary } from '../../pipeline/store/index.ts'
import { harmless } from './harmless.ts'
import { counted, wrap, wrapBehind } from './layout.ts'
import { nameSource, placeOf, quoted, shortId } from './phrases.ts'
import type { Terminal } from './terminal.ts'

/** A topic in a listing: id and question, then how many claims and sources it has and how it stands. */
export function printTopicLine(topic: TopicSummary, terminal: Terminal): void {
  const { colors, width, print } = terminal
  const label = `  ${shortId(topic.id)}  `
  for (const line of wrapBehind(label, colors.dim(label), harmless(topic.label), width)) print(line)
  const facts = [
    `${counted(topic.claims, 'claim')} in ${counted(topic.sources, 'text')}`,
    ...standingOf(topic),
  ]
  for (const line of wrap(facts.join(' · '), width, ' '.repeat(label.length))) print(colors.dim(line))
}

/** "disputed: contradiction x_1234abcd", "corroborated by 3 independent sources", "1 development". */
export function standingOf({ conflicts, independentSources, developments }: TopicSummary): string[] {
  return [
    ...(conflicts.length > 0
      ? [`disputed: ${conflicts.map(({ id, strength }) => `${strength} ${shortId(id)}`).join(', ')}`]
      : []),
    ...(independentSources !== null && independentSources > 1
      ? [`corroborated by ${counted(independentSources, 'independent source')}`]
      : []),
    ...(developments > 0 ? [counted(developments, 'development')] : []),
  ]
}

/** What several texts say alike: the count with its reason, then each claim's words. */
export function printCorroborations(
  corroborations: readonly CorroborationRecord[],
  terminal: Terminal,
): void {
  if (corroborations.length === 0) return
  const { colors, width, print } = terminal
  print(colors.bold('Said alike'))
  for (const { claims, independentSources, independence } of corroborations) {
    const [first] = claims
    if (!first) continue
    for (const line of wrap(harmless(first.claim.text), width, '  ', '    ')) print(line)
    for (const record of claims) {
      for (const line of wrap(quoted(record.quote), width, '    ', '     ')) print(line)
      const place = `${nameSource(record.document)} · ${placeOf(record)}`
      for (const line of wrap(place, width, '     ')) print(colors.dim(line))
    }
    const count = `${counted(independentSources, 'independent source')}: ${harmless(independence)}`
    for (const line of wrap(count, width, '    ')) print(colors.dim(line))
  }
  print()
}
