import type { ComparedClaim, ComparedDocument } from '../../model/comparison.ts'
import type { CorpusText } from '../../model/corpus.ts'
import { contentId, type DocumentId, type EntityId, sha256, type TopicId } from '../../model/ids.ts'
import { checkEntries } from '../disputes/source-checks.ts'
import { topicKey } from '../disputes/topic-key.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { ownersBySentence } from '../propositions/propositions.ts'
import type { World } from '../propositions/world.ts'
import { isTelling } from '../sources/corroboration.ts'
import { readBlocks, writeBlocks } from './block-list.ts'
import { blockNumber, keysOf, sideOf } from './blocks.ts'
import type { BlockChange, Comparison, Standing } from './comparison.ts'
import { writeSetting } from './comparison.ts'
import { placeOf } from './place.ts'

/** Texts that are read at one go. */
export const READ = 50

/**
 * Takes out what is remembered of texts that are not what they were, as far as their propositions depend on it; gives
 * those that are to be put in. Everything old goes before anything new comes: nothing is held against what is gone.
 */
export function takeOutChanged(ids: readonly DocumentId[], comparison: Comparison): readonly DocumentId[] {
  const { tables, library, world } = comparison
  tables.documents.ahead('document', ids)
  const unknown = ids.filter((id) => tables.documents.count({ document: id }) === 0)
  const changed: DocumentId[] = []
  const rows = ids.flatMap((id) => tables.documents.find({ document: id }))
  for (let from = 0; from < rows.length; from += READ) {
    const some = rows.slice(from, from + READ)
    library.aheadTexts(some.map(({ document }) => document))
    for (const before of some) {
      const text = library.text(before.document)
      if (text && before.digest === digestOf(text, world)) continue
      takeOut(before, comparison)
      if (text) changed.push(before.document)
    }
  }
  return [...unknown, ...changed]
}

/** Puts in what texts say now, as far as they are current. */
export function putIn(ids: readonly DocumentId[], comparison: Comparison): void {
  const { library } = comparison
  library.aheadTexts(ids)
  for (const id of ids) {
    const text = library.text(id)
    if (text) file(text, comparison)
  }
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

function takeOut(before: ComparedDocument, { tables, changes }: Comparison): void {
  const { document } = before
  const claims = JSON.parse(before.claims) as number[]
  tables.claims.ahead('claim', claims)
  tables.topicEvidence.ahead('claim', claims)
  for (const side of ['a', 'b'] as const) tables.pairs.ahead(side, claims)
  for (const claim of claims) {
    const [{ topic, place, blocks }] = tables.claims.find({ claim }) as [ComparedClaim]
    topicChange(topic, changes)
    const standing = { claim, place, blocks: readBlocks(blocks) }
    for (const block of standing.blocks) blockChange(block, changes).lost.push(standing)
    for (const side of ['a', 'b'] as const) {
      for (const { dispute } of tables.pairs.find({ [side]: claim })) changes.origins.add(dispute)
      tables.pairs.remove({ [side]: claim })
    }
    tables.topicEvidence.remove({ claim })
    tables.claims.remove({ claim })
  }
  for (const { subject } of tables.checks.find({ document })) changes.checks.add(subject)
  tables.checks.remove({ document })
  tables.documents.remove({ document })
}

function file(text: CorpusText, comparison: Comparison): void {
  const { tables, reader, changes, world } = comparison
  const setting = reader.settingOf(text)
  const owners = ownersBySentence(text.claims)
  const document = text.document.id
  const claims = JSON.stringify(text.claims.map(({ key }) => key))
  const digest = digestOf(text, world)
  tables.documents.put({ document, digest, setting: writeSetting(setting), claims })
  const propositions: Proposition[] = []
  for (const source of text.claims) {
    const owner: EntityId | null = owners.get(source.claim.sentence) ?? null
    const proposition = reader.propositionOf(source, text.document, setting, owner)
    propositions.push(proposition)
    const standing = stand(proposition, comparison)
    const row = claimRow(proposition, standing, owner, world)
    tables.claims.put(row)
    const fresh = topicChange(row.topic, changes)
    if (row.listed === 1) fresh.push(row.claim)
  }
  for (const entry of checkEntries(text, world)) {
    tables.checks.put(entry)
    changes.checks.add(entry.subject)
  }
  comparison.hold(propositions)
}

/** Notes what a proposition is to be filed under. */
function stand(proposition: Proposition, { changes, world }: Comparison): Standing {
  const claim = proposition.source.key
  const blocks: number[] = []
  const standing = { claim, place: placeOf(proposition), side: sideOf(proposition), blocks }
  for (const key of keysOf(proposition, world)) {
    const block = blockNumber(key)
    const change = blockChange(block, changes)
    change.gained.push(standing)
    change.name = key
    blocks.push(block)
  }
  changes.fresh.push(claim)
  return standing
}

function claimRow(
  proposition: Proposition,
  { claim, place, side, blocks }: Standing,
  owner: EntityId | null,
  world: World,
): ComparedClaim {
  const { agent, patient } = proposition
  return {
    claim,
    topic: contentId('t', topicKey(proposition, world)),
    place,
    side,
    owner,
    listed: agent === null && patient === null ? 0 : 1,
    telling: isTelling(proposition) ? 1 : 0,
    blocks: writeBlocks(blocks),
  }
}

function topicChange(topic: TopicId, { topics }: Comparison['changes']): number[] {
  const known = topics.get(topic)
  if (known) return known
  const claims: number[] = []
  topics.set(topic, claims)
  return claims
}

function blockChange(block: number, { blocks }: Comparison['changes']): BlockChange {
  const known = blocks.get(block)
  if (known) return known
  const change: BlockChange = { gained: [], lost: [], name: null }
  blocks.set(block, change)
  return change
}
