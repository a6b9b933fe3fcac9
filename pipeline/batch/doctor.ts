import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimIdOf } from '../claims/claim-id.ts'
import { loadAnnotations } from '../corrections/load.ts'
import { UserError } from '../model/errors.ts'
import { contentId, sha256 } from '../model/ids.ts'
import { databaseOf, type Place } from '../model/place.ts'
import { contains, overlaps } from '../model/span.ts'
import { hasOwnId, openVerdictLog } from '../review/verdict-log.ts'
import { type Examination, examineDatabase, type StoredText } from '../store/examine.ts'
import { keptTextPath } from './kept-texts.ts'

/** One thing that was looked at. */
export interface Check {
  readonly name: string
  /** How many of what were looked at; null where it is one thing. */
  readonly looked: readonly [count: number, singular: string, plural: string] | null
  readonly problems: readonly string[]
  /** What to do about the problems, in a sentence. */
  readonly remedy: string
}

const REBUILD =
  'Move the database away and type `gainsay run`: it is made anew from the sources, and verdicts and corrections come back from annotations/.'
const DEFECT = `Type \`gainsay run --force\`; what stays is a defect of Gainsay's own. ${REBUILD}`

/**
 * Looks at an output folder and at the logs in `annotations/` as a stranger would: reads only, and trusts nothing that
 * it can work out again. Throws a `UserError` where there is no database, or none that can be read at all.
 */
export async function examine({
  annotations,
  ...place
}: Place & { readonly annotations: string }): Promise<readonly Check[]> {
  const checks = await examineDatabase(databaseOf(place), (database) => {
    const file = fileChecks(database)
    // Rows of a damaged file may be anything: what they say is not held against the program.
    const rows = file.every(({ problems }) => problems.length === 0) ? rowChecks(database, place.out) : []
    return [...file, ...rows, ...logChecks(annotations)]
  })
  if (!checks)
    throw new UserError('there is no database yet.', { where: place.out, remedy: 'Type `gainsay run`.' })
  return checks
}

function fileChecks({ damage, danglingReferences }: Examination): readonly Check[] {
  return [
    { name: 'Database file', looked: null, problems: damage, remedy: REBUILD },
    { name: 'References', looked: null, problems: danglingReferences, remedy: REBUILD },
  ]
}

function rowChecks(database: Examination, out: string): readonly Check[] {
  const texts: string[] = []
  const claims: string[] = []
  const hashes = new Set<string>()
  const counted = { texts: 0, claims: 0 }
  for (const text of database.texts()) {
    counted.texts++
    counted.claims += text.claims.length
    hashes.add(text.textSha256)
    texts.push(...textProblems(text))
    claims.push(...text.claims.flatMap((claim) => claimProblems(text, claim)))
  }
  const conflicts = database.conflicts()
  const topics = database.topics()
  const kept = keptTexts(out)
  return [
    { name: 'Texts', looked: [counted.texts, 'text', 'texts'], problems: texts, remedy: DEFECT },
    { name: 'Claims', looked: [counted.claims, 'claim', 'claims'], problems: claims, remedy: DEFECT },
    {
      name: 'Disputes',
      looked: [conflicts.length, 'dispute', 'disputes'],
      problems: conflicts
        .filter(({ positions }) => positions < 2)
        .map(({ id, question }) => `${id} “${question}” has fewer than two positions with evidence`),
      remedy: DEFECT,
    },
    {
      name: 'Topics',
      looked: [topics.length, 'topic', 'topics'],
      problems: topics
        .filter(({ id, key }) => id !== contentId('t', key))
        .map(({ id }) => `${id} is not the id of what it is about`),
      remedy: DEFECT,
    },
    {
      name: 'Kept texts',
      looked: [kept.length, 'file', 'files'],
      problems: kept.flatMap((hash) => keptProblems(out, hash, hashes)),
      remedy: 'Delete these files and type `gainsay run --force`: they are drawn out of the sources again.',
    },
  ]
}

function textProblems(stored: StoredText): readonly string[] {
  const { id, text, textSha256, current, paths, sentences, quotes } = stored
  const hash = sha256(text)
  const whole = { start: 0, end: text.length }
  const inOrder = sentences.every(({ start }, at) => start >= (sentences[at - 1]?.end ?? 0))
  return [
    ...(hash === textSha256 ? [] : [`${id} is not the text that its hash names`]),
    ...(id === contentId('d', hash) ? [] : [`${id} is not the id of its text`]),
    ...(paths.length > 0 ? [] : [`${id} belongs to no source`]),
    ...(current && paths.length === 0 ? [`${id} is current, and no file holds it`] : []),
    ...(inOrder && sentences.every((sentence) => contains(whole, sentence))
      ? []
      : [`${id}: its sentences do not lie in it one behind the other`]),
    ...(quotes.every((quote) => contains(whole, quote))
      ? []
      : [`${id}: evidence of a dispute lies outside it`]),
  ]
}

function claimProblems(
  { id, text, paths }: StoredText,
  { start, end, quote, claim, sentence }: StoredText['claims'][number],
): readonly string[] {
  const where = `${claim.id} in ${paths[0] ?? id}`
  const corrected = (claim.corrections?.length ?? 0) > 0
  const slots = [claim.subject, claim.relation, claim.object, ...claim.qualifiers]
  return [
    ...(text.slice(start, end) === quote ? [] : [`${where}: its quote is not what stands there`]),
    // Evidence may begin before its sentence, with who says so, and end behind it, with the doubt that follows.
    ...(sentence && overlaps({ start, end }, sentence) ? [] : [`${where}: it lies outside its sentence`]),
    ...(corrected || claim.id === claimIdOf(id, claim, slots)
      ? []
      : [`${where}: its id is not that of its evidence and slots`]),
    ...(contains({ start: 0, end: text.length }, claim) ? [] : [`${where}: it lies outside its text`]),
  ]
}

function keptTexts(out: string): readonly string[] {
  const folder = join(out, 'texts')
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => name.slice(0, -'.txt'.length))
        .sort()
    : []
}

function keptProblems(out: string, hash: string, known: ReadonlySet<string>): readonly string[] {
  const path = keptTextPath(out, hash)
  if (sha256(readFileSync(path, 'utf8')) !== hash) return [`${path} was changed`]
  return known.has(hash) ? [] : [`${path} belongs to no text of the database`]
}

/** The logs are people's work: what is odd there is told, and never mended silently. */
function logChecks(annotations: string): readonly Check[] {
  const remedy = 'Mend or remove the line; the file is kept line by line, so that no other entry is touched.'
  const check = (
    name: string,
    read: () => { readonly count: number; readonly notice: string | null },
  ): Check => {
    try {
      const { count, notice } = read()
      return { name, looked: [count, 'entry', 'entries'], problems: notice ? [notice] : [], remedy }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { name, looked: null, problems: [error.message], remedy }
    }
  }
  return [
    check('Verdicts', () => {
      const log = openVerdictLog(annotations)
      const entries = log.entries()
      const changed = entries.filter((entry) => !hasOwnId(entry)).map(({ id }) => id)
      const told = changed.length > 0 ? `${changed.join(', ')}: not what was decided under this id` : null
      return { count: entries.length, notice: log.notice() ?? told }
    }),
    check('Annotations', () => {
      const { corrections = [], notices = [] } = loadAnnotations(annotations)
      const notice = notices.map(({ path, message }) => `${path}: ${message}`).join('; ')
      return { count: corrections.length, notice: notice === '' ? null : notice }
    }),
  ]
}
