import type { Conflict, Position, QuotedSpan } from '../model/conflict.ts'
import type { Corpus, CorpusDocument } from '../model/corpus.ts'
import { contentId } from '../model/ids.ts'
import { detectCitations } from './detectors/citation.ts'
import { detectNames } from './detectors/name.ts'
import { detectPersonNames } from './detectors/person-name.ts'
import type { Dispute } from './disputes.ts'
import { countIndependent } from './independence.ts'

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

/** Differing details rank below every dispute over a claim. */
const DETAIL_SCORE = 0.1

export function checkSources(corpus: Corpus): readonly Dispute[] {
  return [...detectNames(corpus), ...detectPersonNames(corpus), ...detectCitations(corpus)].map(
    ({ type, key, slot, question, explanation, answers }) => {
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
    },
  )
}
