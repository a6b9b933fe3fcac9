import { existsSync } from 'node:fs'
import type { Correction } from '../model/correction.ts'
import { UserError } from '../model/errors.ts'
import { afterOf } from './change-claim.ts'
import { claimWords, metadataWords } from './field-words.ts'
import { type TextCorrection, undoneIn } from './in-force.ts'
import { correctionJournal, journalAt } from './journal.ts'

/** Two people who set one value otherwise, neither knowing of the other. */
export interface CorrectionClash {
  readonly field: string
  readonly ours: TextCorrection
  readonly theirs: TextCorrection
}

export interface ImportedCorrections {
  readonly added: number
  /** Entries that the log had already. */
  readonly known: number
  readonly clashes: readonly CorrectionClash[]
}

/**
 * Adds the entries of another machine's log that this one does not have: doing it twice adds nothing. An undo of what
 * neither has is left out. Where both set one value and not alike, both entries are kept, the one that was given later
 * counts on every machine, and the clash is told. Throws a `UserError` with file and line for what is no such log.
 */
export function importCorrections(file: string, annotations: string): ImportedCorrections {
  if (!existsSync(file)) {
    throw new UserError('there is no such file.', {
      where: file,
      remedy: 'Give one that `gainsay corrections export` wrote.',
    })
  }
  const theirs = journalAt(file).entries()
  let clashes: readonly CorrectionClash[] = []
  const added = correctionJournal(annotations).append((ours) => {
    const had = new Set(ours.map(({ id }) => id))
    const known = new Set([...had, ...theirs.map(({ id }) => id)])
    clashes = clashesBetween(ours, theirs)
    return theirs.filter((entry) => !had.has(entry.id) && (entry.kind !== 'undo' || known.has(entry.undoes)))
  })
  return { added: added.length, known: theirs.length - added.length, clashes }
}

interface Held {
  readonly field: string
  readonly after: string | null
  readonly by: TextCorrection
}

/** Values in force here and unknown there, against other values in force there and unknown here. */
function clashesBetween(
  ours: readonly Correction[],
  theirs: readonly Correction[],
): readonly CorrectionClash[] {
  const here = new Set(ours.map(({ id }) => id))
  const there = new Set(theirs.map(({ id }) => id))
  const held = valuesInForce(ours)
  return [...valuesInForce(theirs)].flatMap(([key, their]) => {
    const our = held.get(key)
    const both = our && !there.has(our.by.id) && !here.has(their.by.id)
    return both && our.after !== their.after ? [{ field: their.field, ours: our.by, theirs: their.by }] : []
  })
}

/** By text, claim or path, and field: the latest value that nobody took back. */
function valuesInForce(log: readonly Correction[]): ReadonlyMap<string, Held> {
  const undone = undoneIn(log)
  const values = new Map<string, Held>()
  for (const by of log) {
    if (by.kind === 'undo' || undone.has(by.id)) continue
    for (const [of, field, after] of valuesOf(by)) {
      const key = [by.textSha256, of, field].join(' ')
      const before = values.get(key)
      if (!before || before.by.at <= by.at) values.set(key, { field, after, by })
    }
  }
  return values
}

type Value = readonly [of: string, field: string, after: string | null]

function valuesOf(entry: TextCorrection): readonly Value[] {
  switch (entry.kind) {
    case 'claim':
      return entry.changes.map((change): Value => [entry.found.id, claimWords(change.field), afterOf(change)])
    case 'not-a-claim':
      return [[entry.found.id, 'claim', null]]
    case 'missed-claim':
      return [[entry.claim.id, 'claim', entry.claim.text]]
    case 'source':
      return entry.changes.map(({ field, after }): Value => [entry.path ?? '', metadataWords(field), after])
  }
}
