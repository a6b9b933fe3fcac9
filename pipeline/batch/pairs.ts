import { annotate } from '../annotate.ts'
import { comparePair, type PairAnswer } from '../conflicts/index.ts'
import type { AnnotatedDocument } from '../model/document.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { readSource } from '../read/index.ts'
import { type Outcome, reasonOf } from './prepare.ts'

/** A claim to be held against a text that is known to be about the same. Plain data: it crosses threads. */
export interface Pair {
  readonly claim: string
  readonly evidence: string
  /** File and line, for what is said about it. */
  readonly where: string
}

/** Answers pairs in their order. Never throws: one bad text does not end a batch. */
export async function answerPairs(
  pairs: readonly Pair[],
  knowledge: Knowledge,
): Promise<readonly Outcome<PairAnswer>[]> {
  const known = new Map<string, AnnotatedDocument>()
  const read = async (text: string, where: string): Promise<AnnotatedDocument> => {
    const document =
      known.get(text) ?? annotate(await readSource('pair.txt', Buffer.from(text), where), knowledge)
    known.set(text, document)
    return document
  }
  const answers: Outcome<PairAnswer>[] = []
  for (const { claim, evidence, where } of pairs) {
    if (claim.trim() === '' || evidence.trim() === '') {
      answers.push({ ok: true, value: EMPTY })
      continue
    }
    try {
      answers.push({
        ok: true,
        value: comparePair(await read(claim, where), await read(evidence, where), knowledge),
      })
    } catch (error) {
      answers.push({ ok: false, reason: reasonOf(error, where) })
    }
  }
  return answers
}

const EMPTY: PairAnswer = {
  label: 'NOT ENOUGH INFO',
  type: null,
  explanation: 'one of the two texts is empty',
}
