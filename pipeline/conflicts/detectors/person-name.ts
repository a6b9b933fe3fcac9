import type { Claim } from '../../model/claim.ts'
import type { QuotedSpan } from '../../model/conflict.ts'
import type { CorpusClaim } from '../../model/corpus.ts'
import type { EntityId } from '../../model/ids.ts'
import type { CheckedText, SourceCheck } from '../disputes/source-checks.ts'
import { shareSubject } from '../propositions/about.ts'
import type { World } from '../propositions/world.ts'
import { sourceNames } from '../sources/sources.ts'

/** A text whose claims tell how it names people. */
interface NamingText extends CheckedText {
  readonly claims: readonly CorpusClaim[]
}

interface PersonName {
  readonly id: EntityId
  readonly first: string
  readonly surname: string
}

interface Person extends PersonName {
  readonly quotes: readonly QuotedSpan[]
  /** That name the person in full. */
  readonly texts: readonly CheckedText[]
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
export function detectPersonNames(
  ids: readonly EntityId[],
  texts: readonly NamingText[],
  world: World,
): readonly SourceCheck[] {
  const people = ids.map((id) => personOf(id, texts, world))
  const checks: SourceCheck[] = []
  for (const [at, a] of people.entries())
    for (const b of people.slice(at + 1))
      if (isVariant(a, b) && !meet(a, b) && (shareOffice(a, b) || haveOneSubject(a, b, world)))
        checks.push(checkOf(a, b))
  return checks
}

function checkOf(a: Person, b: Person): SourceCheck {
  const answers = [a, b].map(({ first, surname, quotes, texts }) => ({
    answer: `${first} ${surname}`,
    quotes,
    documents: texts.map(({ document }) => document),
  }))
  const said = answers.map(
    ({ answer, documents }) => `${sourceNames(documents).slice(0, 2).join(' and ')}: “${answer}”`,
  )
  const office = [...a.offices].find((next) => b.offices.has(next)) ?? ''
  return {
    type: 'name',
    key: `person|${[a.id, b.id].sort().join('|')}`,
    slot: 'name',
    question: `What is the first name of ${office} ${a.surname}?`.replace(/\s+/g, ' '),
    explanation: `What seems to be one person has two first names: ${said.join('; ')}.`,
    answers,
  }
}

/** Persons whom a text names by a first name and a surname, each with what variants of the name have in common. */
export function personsNamedIn(claims: readonly CorpusClaim[], world: World): ReadonlyMap<EntityId, string> {
  const found = new Map<EntityId, string>()
  for (const { claim } of claims)
    for (const id of [claim.subject.entity, claim.object?.entity, claim.attribution?.speaker?.entity]) {
      const known = id ? world.entity(id) : undefined
      const names = known?.type === 'person' ? known.name.split(/\s+/) : []
      if (id && names.length === 2) found.set(id, `${names[0]![0]} ${names[1]}`)
    }
  return found
}

/** Those whose names are nearly another's: the names tell it, so that most need no text to be read. */
export function namesakesAmong(ids: readonly EntityId[], world: World): readonly EntityId[] {
  const names = ids.map((id) => nameOf(id, world))
  return names.filter((one) => names.some((other) => isVariant(one, other))).map(({ id }) => id)
}

function nameOf(id: EntityId, world: World): PersonName {
  const [first = '', surname = ''] = world.name(id).split(/\s+/)
  return { id, first, surname }
}

function personOf(id: EntityId, texts: readonly NamingText[], world: World): Person {
  const name = world.name(id)
  const quotes: QuotedSpan[] = []
  const naming: CheckedText[] = []
  const offices = new Set<string>()
  for (const text of texts) {
    const document = text.document.id
    for (const { claim } of text.claims) {
      const office = claim.subject.entity === id ? officeOf(claim) : null
      if (office) offices.add(office)
      if (naming.at(-1) === text) continue
      for (const part of [claim.subject, claim.object, claim.attribution?.speaker]) {
        if (part?.entity !== id || part.start === null || !part.text.includes(name)) continue
        const start = part.start + part.text.indexOf(name)
        quotes.push({ document, start, end: start + name.length })
        naming.push(text)
        break
      }
    }
  }
  return { ...nameOf(id, world), quotes, texts: naming, offices }
}

function officeOf({ relation, object }: Claim): string | null {
  return relation.lemma === 'be' && object && /^\p{L}+$/u.test(object.head) ? object.head.toLowerCase() : null
}

/** "Stefan" and "Stephan", "Erland" and "Erlend"; not "Jon" and "Jan", which are too short to tell. */
function isVariant(a: PersonName, b: PersonName): boolean {
  if (a.surname !== b.surname || a.first === b.first) return false
  if (a.first[0] !== b.first[0] || Math.min(a.first.length, b.first.length) < 4) return false
  return editDistance(a.first.toLowerCase(), b.first.toLowerCase()) <= 2
}

function meet(a: Person, b: Person): boolean {
  return a.texts.some((text) => b.texts.includes(text))
}

function shareOffice(a: Person, b: Person): boolean {
  return [...a.offices].some((office) => b.offices.has(office))
}

function haveOneSubject(a: Person, b: Person, world: World): boolean {
  return a.texts.some((one) => b.texts.some((other) => shareSubject(one.about, other.about, world)))
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
