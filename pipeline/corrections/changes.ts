import { resolveArgument } from '../batch/corpus.ts'
import type { Argument, Claim } from '../model/claim.ts'
import type { ClaimChange, ClaimValues } from '../model/correction.ts'
import type { Entity } from '../model/entity.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Store } from '../store/index.ts'
import { edtfOf } from './dates.ts'
import { entitiesIn, knownEntities, settleEntities } from './known-entities.ts'
import { readArgument, readRelation } from './read-words.ts'

/** Every value that is another one now, read as it will be compared; slots before the entities that they stand for. */
export async function changesOf(
  claim: Claim,
  set: ClaimValues,
  store: Store,
  knowledge: Knowledge,
): Promise<{ readonly changes: readonly ClaimChange[]; readonly entities: readonly Entity[] }> {
  const changes: ClaimChange[] = []
  const alone: Entity[] = []
  const argument = async (words: string) => {
    const read = await readArgument(plain(words), knowledge)
    alone.push(...read.entities)
    return settleArgument(resolveArgument(read.argument, await settleEntities(read.entities, store)), store)
  }
  for (const field of ['subject', 'object'] as const) {
    const words = set[field]
    const before = claim[field]?.text ?? null
    if (words === undefined || words === before) continue
    changes.push({ field, before, after: words === null ? null : await argument(words) })
  }
  if (set.relation !== undefined && set.relation !== claim.relation.text) {
    const after = await readRelation(claim, plain(set.relation), knowledge)
    changes.push({ field: 'relation', before: claim.relation.text, after })
  }
  if (set.place !== undefined) {
    const before = claim.qualifiers.find(({ role }) => role === 'place')?.name ?? null
    const after = set.place === null ? null : await place(plain(set.place), argument)
    if ((after?.text ?? null) !== before) changes.push({ field: 'place', before, after })
  }
  if (set.date !== undefined) {
    const times = claim.qualifiers.filter(({ role }) => role === 'time')
    const time = times.find(({ edtf }) => edtf !== null) ?? times[0]
    const before = time?.edtf ?? time?.text ?? null
    const after = set.date === null ? null : edtfOf(set.date, 'date')
    if (before !== after) changes.push({ field: 'date', before, after })
  }
  if (set.speaker !== undefined) {
    const before = claim.attribution?.speaker?.name ?? null
    if (set.speaker !== before) {
      const name = set.speaker && plain(set.speaker)
      const [entity, ...others] = name === null ? [] : await store.findEntities(name)
      const after = name === null ? null : { name, entity: entity && others.length === 0 ? entity.id : null }
      changes.push({ field: 'speaker', before, after })
    }
  }
  changes.push(...(await entityChanges(claim, set, store)))
  const { polarity, factuality, kind } = set
  if (polarity && polarity !== claim.polarity)
    changes.push({ field: 'polarity', before: claim.polarity, after: polarity })
  if (factuality && factuality !== claim.factuality)
    changes.push({ field: 'factuality', before: claim.factuality, after: factuality })
  if (kind && kind !== claim.kind) changes.push({ field: 'kind', before: claim.kind, after: kind })
  return { changes, entities: await knownEntities(entitiesIn(changes), alone, store) }
}

const PREPOSITION = /^(in|at|on|near|off|outside|inside|from|to|between)\s+(.+)$/i

/** "at Arle" is Arle, and stands behind its preposition in the claim's sentence; "Arle" alone is in Arle. */
async function place(words: string, argument: (words: string) => Promise<Argument>): Promise<Argument> {
  const [, preposition = 'in', name = words] = PREPOSITION.exec(words) ?? []
  const read = await argument(name)
  return { ...read, text: `${preposition} ${name}`, name: `${preposition} ${read.name}` }
}

async function entityChanges(claim: Claim, set: ClaimValues, store: Store): Promise<readonly ClaimChange[]> {
  const slots = [
    ['subject entity', set.subjectEntity, claim.subject, true],
    ['object entity', set.objectEntity, claim.object, claim.object !== null || Boolean(set.object)],
    [
      'speaker entity',
      set.speakerEntity,
      claim.attribution?.speaker ?? null,
      Boolean(claim.attribution?.speaker) || Boolean(set.speaker),
    ],
  ] as const
  const changes: ClaimChange[] = []
  for (const [field, asked, slot, there] of slots) {
    if (asked === undefined) continue
    if (!there) throw new UserError(`this claim has no ${field.split(' ')[0]}.`, { where: claim.id })
    const before = slot?.entity ? ((await store.findEntities(slot.entity))[0]?.id ?? slot.entity) : null
    const after = asked === null ? null : await oneEntity(store, asked)
    if (before !== (after?.id ?? null))
      changes.push({ field, before, after: after && { id: after.id, name: after.name } })
  }
  return changes
}

async function settleArgument(argument: Argument, store: Store): Promise<Argument> {
  if (argument.entity !== null && (await store.findEntities(argument.entity)).length > 0) return argument
  const [found, ...others] = await store.findEntities(argument.text.replace(/^the /i, ''))
  if (!found || others.length > 0) return argument
  const inside = argument.entities.filter((id) => id !== argument.entity)
  return {
    ...argument,
    entity: found.id,
    candidates: [],
    entities: [...new Set([...inside, found.id])].sort(),
  }
}

async function oneEntity(store: Store, asked: string): Promise<Entity> {
  const found = await store.findEntities(asked)
  const exact = found.find(({ id }) => id === asked) ?? (found.length === 1 ? found[0] : undefined)
  if (exact) return exact
  if (found.length > 1) {
    throw new UserError(`"${asked}" may be ${found.map(({ name, id }) => `${name} (${id})`).join(' or ')}.`, {
      remedy: 'Give the id of the one that you mean.',
    })
  }
  throw new UserError(`no text and no catalogue names "${asked}".`, {
    remedy: 'Type `gainsay entities` for the names and ids that there are.',
  })
}

function plain(words: string): string {
  return words.trim().replace(/\s+/g, ' ')
}
