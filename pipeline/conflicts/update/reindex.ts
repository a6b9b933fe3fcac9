import type { ComparedClaim } from '../../model/comparison.ts'
import type { CorpusText } from '../../model/corpus.ts'
import { contentId, type DocumentId, type EntityId, sha256, type TopicId } from '../../model/ids.ts'
import { checkEntries } from '../disputes/source-checks.ts'
import { topicKey } from '../disputes/topic-key.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { ownersBySentence } from '../propositions/propositions.ts'
import type { World } from '../propositions/world.ts'
import { isTelling } from '../sources/corroboration.ts'
import { blockNumber, keysOf, placeOf, sideOf } from './blocks.ts'
import type { BlockChange, Comparison } from './comparison.ts'
import { writeSetting } from './comparison.ts'

/**
 * Takes out what is remembered of a text and puts in what it says now; nothing where nothing that its propositions
 * depend on has changed.
 */
export function reindex(id: DocumentId, comparison: Comparison): void {
  const { tables, library, world } = comparison
  const text = library.text(id)
  const [before] = tables.documents.find({ document: id })
  const digest = text && digestOf(text, world)
  if (before && before.digest === digest) return
  if (before) takeOut(id, comparison)
  if (text) putIn(text, digest!, comparison)
}

/** Of all that a text's propositions, and the comparisons that they take part in, can depend on. */
function digestOf({ document, claims, called }: CorpusText, world: World): string {
  const named = new Set(
    claims.flatMap(({ claim: { subject, object, qualifiers, attribution } }) => [
      ...subject.candidates,
      ...[subject, ...(object ? [object] : []), ...qualifiers].flatMap((part) => part.entities),
      ...(object?.candidates ?? []),
      ...(attribution?.speaker?.entity ? [attribution.speaker.entity] : []),
    ]),
  )
  const reached = [...new Set([...named, ...[...named].flatMap((name) => world.wholes(name))])].sort()
  const views = reached.map((name) => {
    const { type, name: shown, basis, partOf } = world.entity(name) ?? {}
    return [name, type, shown, basis, partOf, world.bearsPlaceName(name)]
  })
  return sha256(JSON.stringify([document, claims, [...called], views]))
}

function takeOut(document: DocumentId, { tables, changes }: Comparison): void {
  for (const { claim, topic, at, blocks } of tables.claims.find({ document })) {
    topicChange(topic, changes)
    for (const block of JSON.parse(blocks) as number[]) {
      blockChange(block, changes).lost.push(at)
      tables.blocks.remove({ block, at })
    }
    for (const side of ['a', 'b'] as const) {
      for (const { dispute } of tables.pairs.find({ [side]: claim })) changes.origins.add(dispute)
      tables.pairs.remove({ [side]: claim })
    }
    tables.topicClaims.remove({ claim })
  }
  for (const { subject } of tables.checks.find({ document })) changes.checks.add(subject)
  tables.checks.remove({ document })
  tables.claims.remove({ document })
  tables.documents.remove({ document })
}

function putIn(text: CorpusText, digest: string, comparison: Comparison): void {
  const { tables, reader, changes, world } = comparison
  const setting = reader.settingOf(text)
  const owners = ownersBySentence(text.claims)
  const document = text.document.id
  tables.documents.put({ document, digest, setting: writeSetting(setting) })
  const propositions: Proposition[] = []
  for (const source of text.claims) {
    const owner: EntityId | null = owners.get(source.claim.sentence) ?? null
    const proposition = reader.propositionOf(source, text.document, setting, owner)
    propositions.push(proposition)
    const claim = claimRow(proposition, owner, world)
    tables.claims.put(claim)
    changes.claims.set(claim.claim, { at: claim.at, blocks: JSON.parse(claim.blocks) as number[] })
    topicChange(claim.topic, changes).push(claim.claim)
    const side = sideOf(proposition)
    for (const key of keysOf(proposition, world)) {
      const block = blockNumber(key)
      const change = blockChange(block, changes)
      change.gained.push(claim.at)
      change.name = key
      tables.blocks.put({ block, at: claim.at, side })
    }
  }
  for (const entry of checkEntries(text, world)) {
    tables.checks.put(entry)
    changes.checks.add(entry.subject)
  }
  comparison.hold(propositions)
}

function claimRow(proposition: Proposition, owner: EntityId | null, world: World): ComparedClaim {
  const { claim, document, agent, patient } = proposition
  return {
    claim: claim.id,
    document: document.id,
    topic: contentId('t', topicKey(proposition, world)),
    at: placeOf(proposition),
    owner,
    listed: agent === null && patient === null ? 0 : 1,
    telling: isTelling(proposition) ? 1 : 0,
    blocks: JSON.stringify([...keysOf(proposition, world)].map(blockNumber)),
  }
}

function topicChange(topic: TopicId, { topics }: Comparison['changes']): string[] {
  const known = topics.get(topic)
  if (known) return known
  const claims: string[] = []
  topics.set(topic, claims)
  return claims
}

function blockChange(block: number, { blocks }: Comparison['changes']): BlockChange {
  const known = blocks.get(block)
  if (known) return known
  const change: BlockChange = { gained: [], lost: [], name: null, members: 0 }
  blocks.set(block, change)
  return change
}
