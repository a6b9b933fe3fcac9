import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findConflicts, updateFindings } from '../../pipeline/conflicts/index.ts'
import {
  findingsIn,
  memoryLibrary,
  memoryShelf,
  memoryTables,
} from '../../pipeline/conflicts/update/memory.ts'
import type { FoundPair } from '../../pipeline/model/comparison.ts'
import type { Corpus } from '../../pipeline/model/corpus.ts'
import { corpus, KNOWLEDGE, type TestDocument } from './builder.ts'

/** More texts about one membership than are compared in full, of five years; a few of them deny it. */
function memberships(): Record<string, TestDocument> {
  const documents: Record<string, TestDocument> = {}
  for (let at = 0; at < 320; at++) {
    const published = `200${at % 5}-0${1 + (at % 9)}-1${at % 7}`
    const relation = at % 80 === 7 ? 'never joined' : 'joined'
    documents[`text${at}`] = { claims: `Narland | ${relation} | Ostian League`, published }
  }
  return documents
}

const ALL = corpus(memberships())

const without = (gone: ReadonlySet<string>): Corpus => ({
  ...ALL,
  documents: ALL.documents.filter(({ id }) => !gone.has(id)),
  claims: ALL.claims.filter(({ document }) => !gone.has(document)),
})

test('a block that grows too large, and shrinks again, leaves what it would have given at once', () => {
  const ids = ALL.documents.map(({ id }) => id)
  const whole = findConflicts(ALL, KNOWLEDGE)
  expect(whole.bounded).toHaveLength(3)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ids, { minLength: 25, maxLength: 40 }),
      fc.shuffledSubarray(ids, { maxLength: 30 }),
      (late, leaving) => {
        const tables = memoryTables()
        const shelf = memoryShelf()
        const update = (changed: readonly string[], gone: readonly string[]) =>
          updateFindings(changed, tables, shelf, memoryLibrary(without(new Set(gone))), KNOWLEDGE)
        update(
          ids.filter((id) => !late.includes(id)),
          late,
        )
        update(late, [])
        expect(findingsIn(tables, shelf, memoryLibrary(ALL))).toEqual(whole)
        update(leaving, leaving)
        expect(findingsIn(tables, shelf, memoryLibrary(ALL))).toEqual(
          findConflicts(without(new Set(leaving)), KNOWLEDGE),
        )
      },
    ),
    { numRuns: 2 },
  )
}, 60_000)

test('what did not change is not compared again, and nothing is compared twice', () => {
  const tables = memoryTables()
  let put = 0
  const counting = {
    ...tables,
    pairs: {
      ...tables.pairs,
      put(pair: FoundPair) {
        put++
        tables.pairs.put(pair)
      },
    },
  }
  const shelf = memoryShelf()
  const pair = corpus({
    Courier: { claims: 'Narland | joined | Ostian League | time: in 2004' },
    Herald: { claims: 'Narland | never joined | Ostian League' },
  })
  updateFindings(['Courier', 'Herald'], counting, shelf, memoryLibrary(pair), KNOWLEDGE)
  expect(shelf.conflicts.size).toBe(1)
  // Once when it is found, and once when it is folded into its dispute.
  expect(put).toBe(2)
  updateFindings(['Courier', 'Herald'], counting, shelf, memoryLibrary(pair), KNOWLEDGE)
  expect(put).toBe(2)
})
