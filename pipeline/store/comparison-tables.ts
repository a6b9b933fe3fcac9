import type {
  Bounded,
  Cell,
  CheckEntry,
  ComparedClaim,
  ComparedDocument,
  ComparisonTables,
  FoundPair,
  ListedTopic,
  Origin,
  TopicEvidence,
  Unfolded,
  Waiting,
} from '../model/comparison.ts'
import type {
  KnownEntity,
  NamedEntity,
  NameKey,
  NameTally,
  NamingTables,
  PartOf,
  Redirect,
} from '../model/naming.ts'
import type { Database } from './sql.ts'
import { type StoredTable, sqlTable } from './table.ts'
import type { Packing } from './table-statements.ts'

/** Hexadecimal digits as bytes; an id's without its letter. There are as many rows as claims, and more. */
const BYTES: Packing = { write: (text) => `unhex(${text})`, read: (bytes) => `hex(${bytes})` }
const idOf = (letter: string): Packing => ({
  write: (text) => `unhex(substr(${text}, 3))`,
  read: (bytes) => `'${letter}_' || lower(hex(${bytes}))`,
})
const TOPIC = idOf('t')
const DOCUMENT = idOf('d')

/** What `resolve/` remembers. */
export function namingTables(db: Database): NamingTables {
  return settled({
    named: sqlTable<NamedEntity>(db, {
      name: 'named_entities',
      columns: { document: 'document', entity: 'entity_id', record: 'record' },
      packed: { document: DOCUMENT },
      key: ['document', 'entity'],
    }),
    tallies: sqlTable<NameTally>(db, {
      name: 'name_tallies',
      columns: { entity: 'entity_id', tally: 'tally' },
      key: ['entity'],
    }),
    keys: sqlTable<NameKey>(db, {
      name: 'name_keys',
      columns: { key: 'key', entity: 'entity_id' },
      key: ['key', 'entity'],
    }),
    redirects: sqlTable<Redirect>(db, {
      name: 'entity_redirects',
      columns: { entity: 'entity_id', canonical: 'canonical_id' },
      key: ['entity'],
    }),
    parts: sqlTable<PartOf>(db, {
      name: 'entity_parts',
      columns: { entity: 'entity_id', whole: 'whole_id' },
      key: ['entity', 'whole'],
    }),
    catalogue: sqlTable<KnownEntity>(db, {
      name: 'known_entities',
      columns: { entity: 'entity_id', record: 'record' },
      key: ['entity'],
    }),
  })
}

/** What `conflicts/` remembers, and the topics that it lists. */
export function comparisonTables(db: Database): ComparisonTables {
  return settled({
    documents: sqlTable<ComparedDocument>(db, {
      name: 'compared_documents',
      columns: { document: 'document_id', digest: 'digest', setting: 'setting', claims: 'claims' },
      key: ['document'],
    }),
    claims: sqlTable<ComparedClaim>(db, {
      name: 'compared_claims',
      columns: {
        claim: 'claim_key',
        topic: 'topic',
        place: 'place',
        side: 'side',
        owner: 'owner',
        listed: 'listed',
        telling: 'telling',
        blocks: 'blocks',
      },
      packed: { topic: TOPIC, blocks: BYTES },
      key: ['claim'],
    }),
    cells: sqlTable<Cell>(db, {
      name: 'cells',
      columns: { cell: 'cell', entries: 'entries' },
      packed: { entries: BYTES },
      key: ['cell'],
    }),
    pairs: sqlTable<FoundPair>(db, {
      name: 'found_pairs',
      columns: {
        a: 'claim_a',
        b: 'claim_b',
        detector: 'detector',
        slot: 'slot',
        topic: 'topic',
        topicOfA: 'topic_of_a',
        topicOfB: 'topic_of_b',
        dispute: 'dispute',
        record: 'record',
      },
      packed: { topic: TOPIC, topicOfA: TOPIC, topicOfB: TOPIC },
      key: ['a', 'b', 'detector'],
    }),
    checks: sqlTable<CheckEntry>(db, {
      name: 'source_checks',
      columns: { subject: 'subject', document: 'document', form: 'form' },
      packed: { document: DOCUMENT },
      key: ['subject', 'document', 'form'],
    }),
    origins: sqlTable<Origin>(db, {
      name: 'finding_origins',
      columns: { id: 'id', origin: 'origin', topic: 'topic_id' },
      key: ['id'],
    }),
    bounded: sqlTable<Bounded>(db, {
      name: 'bounded_cells',
      columns: { cell: 'cell', name: 'name', members: 'members', parts: 'parts' },
      key: ['cell'],
    }),
    topics: sqlTable<ListedTopic>(db, {
      name: 'topics',
      columns: { topic: 'id', key: 'key', label: 'label' },
      key: ['topic'],
    }),
    topicEvidence: sqlTable<TopicEvidence>(db, {
      name: 'topic_evidence',
      columns: { claim: 'claim_key', topic: 'topic_id' },
      key: ['claim', 'topic'],
    }),
    waiting: sqlTable<Waiting>(db, {
      name: 'waiting_claims',
      columns: { number: 'number', claims: 'claims', judged: 'judged' },
      key: ['number'],
    }),
    unfolded: sqlTable<Unfolded>(db, {
      name: 'unfolded_changes',
      columns: { kind: 'kind', id: 'id', claims: 'claims' },
      key: ['kind', 'id'],
    }),
  })
}

/** Tables whose changes are written together: what others refer to stands before them. */
function settled<Tables extends object>(tables: Tables): Tables & { settle(): void } {
  return {
    ...tables,
    settle() {
      for (const table of Object.values(tables) as StoredTable<object>[]) table.settle()
    },
  }
}
