import type { Development } from '../model/conflict.ts'
import { contentId } from '../model/ids.ts'
import { answerOf } from './answers.ts'
import { asOfOf } from './developments.ts'
import type { Proposition } from './proposition.ts'
import { questionOf } from './question.ts'
import { topicKey } from './topic-key.ts'
import type { World } from './world.ts'

/** Values that changed, as a timeline: one for each topic and unit, with a step for each date and figure. */
export function foldUpdates(
  updates: readonly (readonly [Proposition, Proposition])[],
  world: World,
): readonly { readonly key: string; readonly development: Development }[] {
  const groups = new Map<string, Map<string, Proposition>>()
  for (const pair of updates) {
    const slot = `quantity ${pair[0].measure!.unit || pair[1].measure!.unit}`
    const key = pair.map((side) => topicKey(side, world, slot)).sort()[0]!
    const group = groups.get(`${key}\u0000${slot}`) ?? new Map()
    for (const side of pair) group.set(side.claim.id, side)
    groups.set(`${key}\u0000${slot}`, group)
  }
  return [...groups].map(([id, members]) => {
    const [key = '', slot = ''] = id.split('\u0000')
    return { key, development: developmentOf(key, slot, [...members.values()], world) }
  })
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
