import type { ComparedClaim, ComparisonTables, FindingsShelf } from '../../model/comparison.ts'
import type { CorpusClaim, CorpusDocument, CorpusText } from '../../model/corpus.ts'
import type { ClaimId, DocumentId, EntityId, TopicId } from '../../model/ids.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { About } from '../propositions/about.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { type PropositionReader, propositionReader, type Setting } from '../propositions/propositions.ts'
import { type Entities, makeWorld, type World } from '../propositions/world.ts'

/** The texts and entities that are compared, read when they are needed. */
export interface Library extends Entities {
  /** Null for a text that is no longer current. */
  text(document: DocumentId): CorpusText | null
  /** Reads whole texts at one go, for whoever asks for one of them next. */
  aheadTexts(documents: readonly DocumentId[]): void
  /** Of a current text. */
  document(id: DocumentId): CorpusDocument
  /** What a text calls some of the entities that it names. */
  called(document: DocumentId, entities: readonly EntityId[]): CorpusText['called']
  /** By its number. */
  claim(key: number): CorpusClaim
  /** Reads claims at one go, with what their documents say of themselves: who asks for one next need not wait. */
  ahead(keys: readonly number[]): void
  /** The numbers of claims. */
  keys(ids: Iterable<ClaimId>): readonly number[]
}

/** What changed since the last comparison, as far as an update knows it by now. */
export interface Changes {
  /** Claims that were put in, to be held against others. */
  readonly fresh: number[]
  /** Listed claims of each topic that are new in it, and topics that lost one. */
  readonly topics: Map<TopicId, number[]>
  /** Blocks that gained or lost a claim. */
  readonly blocks: Map<number, BlockChange>
  /** Cells that are small enough again, because they lost what had made them too large. */
  readonly merged: number[]
  /** Disputes and developments that lost a finding. */
  readonly origins: Set<string>
  /** Subjects of source checks. */
  readonly checks: Set<string>
  /** Topics in which something is found now, with their keys, or in which something was found: null. */
  readonly answered: Map<TopicId, string | null>
}

/** Where a claim stands. */
export interface Standing {
  readonly claim: number
  readonly place: number
  /** What it may dispute. */
  readonly side: number
  readonly blocks: readonly number[]
}

export interface BlockChange {
  readonly gained: Standing[]
  readonly lost: Omit<Standing, 'side'>[]
  /** The blocking key, where a proposition told it. */
  name: string | null
}

/** An update on its way: what is remembered, what is read, what changed. */
export interface Comparison {
  readonly tables: ComparisonTables
  readonly shelf: FindingsShelf
  readonly library: Library
  readonly world: World
  readonly reader: PropositionReader
  readonly changes: Changes
  /** What a text that is remembered is about. */
  aboutOf(document: DocumentId): About
  /** Reads claims at one go, for those who ask for them next. */
  ahead(claims: Iterable<number>): void
  /** A claim that is remembered, as a proposition. */
  proposition(claim: number): Proposition
  /** Keeps propositions that were just read for those who ask for them next. */
  hold(propositions: readonly Proposition[]): void
}

export function noChanges(): Changes {
  return {
    fresh: [],
    topics: new Map(),
    blocks: new Map(),
    merged: [],
    origins: new Set(),
    checks: new Set(),
    answered: new Map(),
  }
}

/** Propositions that are held, in two halves: some hundred megabytes would be too much, some ten are not. */
const HELD = 16_000
/** The same, of texts and what they are about. */
const HELD_SETTINGS = 10_000

export function startComparison(
  tables: ComparisonTables,
  shelf: FindingsShelf,
  library: Library,
  knowledge: Knowledge,
): Comparison {
  const world = makeWorld(library)
  const reader = propositionReader(knowledge, world)
  // What nobody asks for while half as many come is forgotten.
  let [recent, older] = [new Map<number, Proposition>(), new Map<number, Proposition>()]
  const settings = new Map<DocumentId, Setting>()
  const hold = (proposition: Proposition) => {
    if (recent.size >= HELD / 2) [recent, older] = [new Map(), recent]
    recent.set(proposition.source.key, proposition)
  }
  const settingOf = (document: DocumentId): Setting => {
    const known = settings.get(document)
    if (known) return known
    const [row] = tables.documents.find({ document })
    const { about, called } = readSetting(row!.setting)
    const setting = { about, called: library.called(document, called) }
    if (settings.size >= HELD_SETTINGS) settings.clear()
    settings.set(document, setting)
    return setting
  }
  const read = (claim: number): Proposition => {
    const [row] = tables.claims.find({ claim }) as [ComparedClaim]
    const source = library.claim(claim)
    const document = library.document(source.document)
    return reader.propositionOf(source, document, settingOf(source.document), row.owner)
  }
  return {
    tables,
    shelf,
    library,
    world,
    reader,
    changes: noChanges(),
    aboutOf: (document) => readSetting(tables.documents.find({ document })[0]!.setting).about,
    ahead(claims) {
      const missing = [...claims].filter((claim) => !recent.has(claim) && !older.has(claim))
      tables.claims.ahead('claim', missing)
      library.ahead(missing)
      tables.documents.ahead(
        'document',
        missing.map((claim) => library.claim(claim).document).filter((document) => !settings.has(document)),
      )
    },
    proposition(claim) {
      const known = recent.get(claim)
      if (known) return known
      const proposition = older.get(claim) ?? read(claim)
      hold(proposition)
      return proposition
    },
    hold: (propositions) => propositions.forEach(hold),
  }
}

/** A setting as it is remembered: whom the text names, but not how, which stands with the text. */
export function writeSetting({ about, called }: Setting): string {
  return JSON.stringify([about, [...called.keys()]])
}

function readSetting(json: string): {
  readonly about: Setting['about']
  readonly called: readonly EntityId[]
} {
  const [about, called] = JSON.parse(json) as [Setting['about'], EntityId[]]
  return { about, called }
}
