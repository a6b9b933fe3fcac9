import { tieBetween } from '../conflicts/sources/independence.ts'
import { sharedPassages } from '../conflicts/sources/passages.ts'
import type { CorpusDocument } from '../model/corpus.ts'
import type { EvidenceRecord } from './evidence-info.ts'

/** A quote, and under it those of texts that are no further witnesses. */
export interface Folded<Record> {
  readonly shown: Record
  readonly copies: readonly Record[]
}

/** The evidence of a position by independent sources, as the conflicts count them: what hangs together is folded. */
export function foldCopies<Record extends EvidenceRecord>(
  evidence: readonly Record[],
  documents: ReadonlyMap<string, CorpusDocument>,
): readonly Folded<Record>[] {
  const passages = sharedPassages(
    evidence.map(({ document, sentence }) => ({ document: document.id, sentence })),
  )
  const together = (one: string, other: string): boolean => {
    if (one === other) return true
    const [a, b] = [documents.get(one), documents.get(other)]
    const passage = passages.some((pair) => pair.includes(one) && pair.includes(other))
    return passage || (a !== undefined && b !== undefined && tieBetween(a, b) !== null)
  }
  const groups: Record[][] = []
  for (const record of evidence) {
    const near = groups.filter((group) =>
      group.some(({ document }) => together(document.id, record.document.id)),
    )
    const [first, ...others] = near
    if (!first) groups.push([record])
    else {
      first.push(...others.flat(), record)
      for (const other of others) groups.splice(groups.indexOf(other), 1)
    }
  }
  return groups.map(([shown, ...copies]) => ({ shown: shown!, copies }))
}
