import type { TopicId } from '../../model/ids.ts'
import type { World } from '../propositions/world.ts'
import { LARGEST_BLOCK } from '../update/blocks.ts'
import type { Comparison } from '../update/comparison.ts'
import { topicKey } from './topic-key.ts'

/**
 * Lists the questions that two claims or more speak of, and those that something was found in, with what is evidence of
 * it there: as far as either changed.
 */
export function listTopics(comparison: Comparison): void {
  const { tables, changes } = comparison
  const { answered } = changes
  const changed = [...new Set([...changes.topics.keys(), ...answered.keys()])]
  tables.topics.ahead('topic', changed)
  tables.origins.ahead('topic', changed)
  tables.claims.ahead('topic', changed, LARGEST_BLOCK)
  tables.topicEvidence.ahead('topic', changed)
  for (const topic of changed) {
    const own = tables.claims.find({ topic, listed: 1 }, { limit: 2 })
    const [listed] = tables.topics.find({ topic })
    if (own.length < 2 && tables.origins.count({ topic }, { limit: 1 }) === 0) {
      tables.topicEvidence.remove({ topic })
      tables.topics.remove({ topic })
      continue
    }
    const key = own[0]
      ? topicKey(comparison.proposition(own[0].claim), comparison.world)
      : (answered.get(topic) ?? listed!.key)
    tables.topics.put({ topic, key, label: labelOf(key, comparison.world) })
    if (!answered.has(topic)) continue
    tables.topicEvidence.remove({ topic })
    const evidence = evidenceOf(topic, comparison)
    tables.claims.ahead('claim', evidence)
    for (const claim of evidence)
      if (tables.claims.count({ claim, topic, listed: 1 }) === 0) tables.topicEvidence.put({ claim, topic })
  }
}

/** The claims that the disputes and developments of a topic rest on. */
function evidenceOf(topic: TopicId, { tables, shelf, library }: Comparison): readonly number[] {
  return library.keys(new Set(tables.origins.find({ topic }).flatMap(({ id }) => shelf.claimsOf(id))))
}

function labelOf(key: string, world: World): string {
  const [relation = '', ...parts] = key.split('|')
  const names = parts
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('+')
        .map((id) => (world.entity(id) ? world.name(id) : id))
        .join(', '),
    )
  return [relation.replace(/^verb:/, '').replaceAll('_', ' '), ...names].join(': ')
}
