import type { FoundPair } from '../../model/comparison.ts'
import type { Development } from '../../model/conflict.ts'
import { contentId } from '../../model/ids.ts'
import type { Proposition } from '../propositions/proposition.ts'
import type { World } from '../propositions/world.ts'
import type { Comparison } from '../update/comparison.ts'
import { UPDATE } from '../update/judge.ts'
import { answerOf } from './answers.ts'
import { asOfOf } from './developments.ts'
import { shelveNothing } from './disputes.ts'
import { distinct } from './positions.ts'
import { questionOf } from './question.ts'
import { topicKey } from './topic-key.ts'

/** Where an update of figures belongs: the slot, and the key of its development's topic. */
export function updateOf(
  a: Proposition,
  b: Proposition,
  world: World,
): { readonly slot: string; readonly key: string } {
  const slot = `quantity ${a.measure!.unit || b.measure!.unit}`
  const key = [a, b].map((side) => topicKey(side, world, slot)).sort()[0]!
  return { slot, key }
}

/** Values that changed, as timelines: one for each topic and unit, with a step for each date and figure. */
export function foldUpdates(comparison: Comparison): void {
  const { tables, changes, shelf, world } = comparison
  const former = new Set([...changes.origins].filter((id) => id.startsWith('v_')))
  const groups = new Set<string>()
  const touch = ({ detector, slot, topic, dispute }: FoundPair) => {
    if (detector !== UPDATE) return
    groups.add(`${topic} ${slot}`)
    if (dispute !== '') former.add(dispute)
  }
  tables.pairs.find({ dispute: '' }).forEach(touch)
  for (const dispute of former) tables.pairs.find({ dispute }).forEach(touch)
  const found: { readonly key: string; readonly development: Development }[] = []
  for (const name of groups) {
    const [topic, slot] = [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)]
    const pairs = tables.pairs.find({ topic, slot }).filter(({ detector }) => detector === UPDATE)
    const members = distinct(pairs.flatMap(({ a, b }) => [a, b].map(comparison.proposition)))
    const { key } = updateOf(comparison.proposition(pairs[0]!.a), comparison.proposition(pairs[0]!.b), world)
    const development = developmentOf(key, slot, members, world)
    found.push({ key, development })
    for (const pair of pairs)
      if (pair.dispute !== development.id) tables.pairs.put({ ...pair, dispute: development.id })
  }
  for (const id of former) shelveNothing(id, comparison)
  for (const { key, development } of found) {
    shelf.putDevelopment(development)
    tables.origins.put({ id: development.id, origin: UPDATE, topic: development.topic })
    changes.answered.set(development.topic, key)
  }
}

function developmentOf(
  key: string,
  slot: string,
  members: readonly Proposition[],
  world: World,
): Development {
  const steps = new Map<string, { asOf: string | null; answer: string; claims: string[] }>()
  const dated = members.map((member) => ({ member, asOf: asOfOf(member, true)?.latest ?? null }))
  dated.sort((a, b) => compare(a.asOf ?? '', b.asOf ?? '') || compare(a.member.claim.id, b.member.claim.id))
  for (const { member, asOf } of dated) {
    const answer = answerOf(member, slot, world)!
    const at = `${asOf} ${answer.key}`
    const step = steps.get(at)
    if (step) step.claims.push(member.claim.id)
    else steps.set(at, { asOf, answer: answer.shown, claims: [member.claim.id] })
  }
  return {
    id: contentId('v', key, slot),
    topic: contentId('t', key),
    question: questionOf([members], slot, world),
    steps: [...steps.values()],
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
