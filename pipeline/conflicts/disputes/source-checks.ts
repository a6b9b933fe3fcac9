import type { CheckEntry } from '../../model/comparison.ts'
import type { Conflict, Position, QuotedSpan } from '../../model/conflict.ts'
import type { CorpusDocument, CorpusText } from '../../model/corpus.ts'
import { contentId, type DocumentId } from '../../model/ids.ts'
import { detectCitations } from '../detectors/citation.ts'
import { detectNames, expansionKey } from '../detectors/name.ts'
import { detectPersonNames, namesakesAmong, personsNamedIn } from '../detectors/person-name.ts'
import type { About } from '../propositions/about.ts'
import type { World } from '../propositions/world.ts'
import { countIndependent } from '../sources/independence.ts'
import { LARGEST_BLOCK } from '../update/blocks.ts'
import type { Comparison } from '../update/comparison.ts'
import { type Dispute, shelveDispute, shelveNothing } from './disputes.ts'

/** Slips to be checked against the sources: differing details that rest on quotes, and not on claims. */
export interface SourceCheck {
  readonly type: 'name' | 'citation'
  readonly key: string
  readonly slot: string
  readonly question: string
  readonly explanation: string
  readonly answers: readonly {
    readonly answer: string
    readonly quotes: readonly QuotedSpan[]
    readonly documents: readonly CorpusDocument[]
  }[]
}

/** A text as source checks see it. */
export interface CheckedText {
  readonly document: CorpusDocument
  readonly about: About
}

/** Differing details rank below every dispute over a claim. */
const DETAIL_SCORE = 0.1

const ACRONYM = 'acronym '
const PERSON = 'person '
const CITATIONS = 'citations '

/** What of a text may have to be checked against other texts, or against itself. */
export function checkEntries({ document, claims }: CorpusText, world: World): readonly CheckEntry[] {
  const { acronyms, citations } = document.evidence
  const entries = new Map<string, CheckEntry>()
  const add = (subject: string, form: string) =>
    entries.set(`${subject}\u0000${form}`, { subject, document: document.id, form })
  for (const { short, long } of acronyms) add(ACRONYM + short, expansionKey(long))
  for (const [id, name] of personsNamedIn(claims, world)) add(PERSON + name, id)
  if (citations.length > 0) add(CITATIONS + document.id, '')
  return [...entries.values()]
}

/** Checks again what a changed text is concerned with: its acronyms, its persons' surnames, its citations. */
export function checkSources(comparison: Comparison): void {
  const { tables, changes } = comparison
  tables.checks.ahead('subject', changes.checks, LARGEST_BLOCK)
  tables.origins.ahead('origin', changes.checks)
  for (const origin of [...changes.checks].sort()) {
    const checks = checksOf(origin, comparison).map(disputeOf)
    for (const { id } of tables.origins.find({ origin })) shelveNothing(id, comparison)
    for (const dispute of checks) shelveDispute(dispute, origin, comparison)
  }
}

/** One acronym, or one surname, is looked at in the first texts that have it, where they do not agree. */
function checksOf(subject: string, comparison: Comparison): readonly SourceCheck[] {
  const { tables, world, library, aboutOf } = comparison
  const entries = tables.checks.find({ subject }, { limit: LARGEST_BLOCK })
  if (subject.startsWith(CITATIONS))
    return entries.flatMap(({ document }) => detectCitations(library.document(document)))
  const forms = [...new Set(entries.map(({ form }) => form))].sort()
  if (forms.length < 2) return []
  if (subject.startsWith(ACRONYM)) {
    const texts = documentsIn(entries).map((id) => ({ document: library.document(id), about: aboutOf(id) }))
    return detectNames(subject.slice(ACRONYM.length), texts, world)
  }
  const alike = new Set(namesakesAmong(forms, world))
  const texts = documentsIn(entries.filter(({ form }) => alike.has(form))).map((id) => ({
    ...library.text(id)!,
    about: aboutOf(id),
  }))
  return detectPersonNames([...alike], texts, world)
}

function documentsIn(entries: readonly CheckEntry[]): readonly DocumentId[] {
  return [...new Set(entries.map(({ document }) => document))].sort()
}

function disputeOf({ type, key, slot, question, explanation, answers }: SourceCheck): Dispute {
  const id = contentId('x', key, slot)
  const positions = answers.map(({ answer, quotes, documents }, at): Position => {
    const { count, why } = countIndependent(documents)
    return {
      id: contentId('p', id, answer.toLowerCase()),
      number: at + 1,
      answer,
      claims: [],
      quotes,
      independentSources: count,
      independence: why,
    }
  })
  const conflict: Conflict = {
    id,
    topic: contentId('t', key),
    types: [type],
    question,
    positions,
    context: [],
    strength: 'detail',
    score: DETAIL_SCORE,
    explanation,
    gates: [{ name: 'body', outcome: 'passed', note: slot }],
  }
  return { key, conflict }
}
