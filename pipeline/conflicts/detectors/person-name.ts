import type { Claim } from '../../model/claim.ts'
import type { QuotedSpan } from '../../model/conflict.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { DocumentId, EntityId } from '../../model/ids.ts'
import { type About, centralEntities, NOTHING, shareSubject } from '../about.ts'
import type { SourceCheck } from '../source-checks.ts'
import { sourceNames } from '../sources.ts'

interface Person {
  readonly id: EntityId
  readonly first: string
  readonly surname: string
  readonly quotes: readonly QuotedSpan[]
  readonly documents: ReadonlySet<DocumentId>
  /** What texts call the person: "governor", "captain". */
  readonly offices: ReadonlySet<string>
}

/**
 * One person with two first names: the same surname, first names that are nearly spelt alike, one office or texts
 * about the same, and no text that names both.
 *
 * Finds: "Ada Rell, the mayor" / "Adah Rell, the mayor".
 * Leaves: "Paul Rell" / "Ada Rell"; "Ada Rell" and "Adah Rell" in one text, which tells two sisters apart; "Ada Rell,
 * the mayor" / "Adah Rell, a nurse" in texts about different matters.
 */
export function detectPersonNames(corpus: Corpus): readonly SourceCheck[] {
  const people = peopleOf(corpus)
  const about = centralEntities(corpus)
  const checks: SourceCheck[] = []
  for (const [at, a] of people.entries())
    for (const b of people.slice(at + 1))
      if (isVariant(a, b) && !meet(a, b) && (shareOffice(a, b) || haveOneSubject(a, b, about, corpus)))
        checks.push(checkOf(a, b, corpus))
  return checks
}

function checkOf(a: Person, b: Person, corpus: Corpus): SourceCheck {
  const answers = [a, b].map(({ first, surname, quotes, documents }) => ({
    answer: `${first} ${surname}`,
    quotes,
    documents: corpus.documents.filter(({ id }) => documents.has(id)),
  }))
  const said = answers.map(
    ({ answer, documents }) => `${sourceNames(documents).slice(0, 2).join(' and ')}: “${answer}”`,
  )
  return {
    type: 'name',
    key: `person|${[a.id, b.id].sort().join('|')}`,
    slot: 'name',
    question:
      `What is the first name of ${[...a.offices].find((office) => b.offices.has(office)) ?? ''} ${a.surname}?`.replace(
        /\s+/g,
        ' ',
      ),
    explanation: `What seems to be one person has two first names: ${said.join('; ')}.`,
    answers,
  }
}

function peopleOf({ claims, entities }: Corpus): readonly Person[] {
  const quotes = new Map<EntityId, QuotedSpan[]>()
  const offices = new Map<EntityId, Set<string>>()
  for (const { claim, document } of claims) {
    for (const part of [claim.subject, claim.object, claim.attribution?.speaker]) {
      const name = part?.entity ? entities.get(part.entity)?.name : undefined
      if (!part?.entity || !name || part.start === null || !part.text.includes(name)) continue
      const start = part.start + part.text.indexOf(name)
      const known = quotes.get(part.entity) ?? []
      if (!known.some((quote) => quote.document === document))
        quotes.set(part.entity, [...known, { document, start, end: start + name.length }])
    }
    const office = officeOf(claim)
    if (claim.subject.entity && office)
      offices.set(claim.subject.entity, (offices.get(claim.subject.entity) ?? new Set()).add(office))
  }
  return [...quotes].sort().flatMap(([id, found]) => {
    const entity = entities.get(id)
    const names = entity?.type === 'person' ? entity.name.split(/\s+/) : []
    if (names.length !== 2) return []
    const [first = '', surname = ''] = names
    const documents = new Set(found.map(({ document }) => document))
    return [{ id, first, surname, quotes: found, documents, offices: offices.get(id) ?? new Set<string>() }]
  })
}

function officeOf({ relation, object }: Claim): string | null {
  return relation.lemma === 'be' && object && /^\p{L}+$/u.test(object.head) ? object.head.toLowerCase() : null
}

/** "Stefan" and "Stephan", "Erland" and "Erlend"; not "Jon" and "Jan", which are too short to tell. */
function isVariant(a: Person, b: Person): boolean {
  if (a.surname !== b.surname || a.first === b.first) return false
  if (a.first[0] !== b.first[0] || Math.min(a.first.length, b.first.length) < 4) return false
  return editDistance(a.first.toLowerCase(), b.first.toLowerCase()) <= 2
}

function meet(a: Person, b: Person): boolean {
  return [...a.documents].some((id) => b.documents.has(id))
}

function shareOffice(a: Person, b: Person): boolean {
  return [...a.offices].some((office) => b.offices.has(office))
}

function haveOneSubject(
  a: Person,
  b: Person,
  about: ReadonlyMap<DocumentId, About>,
  corpus: Corpus,
): boolean {
  const of = (id: DocumentId) => about.get(id) ?? NOTHING
  return [...a.documents].some((one) =>
    [...b.documents].some((other) => shareSubject(of(one), of(other), corpus)),
  )
}

/** Levenshtein's: the fewest letters to insert, drop or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
