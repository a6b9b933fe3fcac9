import { extentOf } from '../argument.ts'
import type { Clause } from '../clause.ts'
import { type Context, timesIn } from '../context.ts'
import { type Phrase, trimmed } from '../phrase.ts'
import { dependentsBy, firstDependent, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { type Draft, whole } from './draft.ts'

const CLAUSES_OF_TIME = new Set(['after', 'before', 'when', 'until', 'till', 'since', 'once'])

/** "accused Velk [of putting it off]", "gained time [by selling the mill]". */
const WITH_GERUND = new Set(['by', 'of', 'from', 'for', 'with', 'into', 'without'])

/** Infinitives of purpose, conditions, clauses and adverbs of time. */
export function takeAdverbials(tree: Tree, context: Context, clause: Clause, draft: Draft): void {
  for (const head of clause.adverbials) {
    const mark = firstDependent(tree, head, 'mark')
    if (mark === null) continue
    const preposition = lemmaAt(tree, mark)
    const phrase = whole(tree, head)
    if (wordAt(tree, mark).tag === 'TO') draft.adjuncts.push({ phrase, preposition, role: 'purpose' })
    else if (CLAUSES_OF_TIME.has(preposition))
      draft.adjuncts.push({ phrase: beforeBut(tree, phrase), preposition, role: 'time' })
    else if (wordAt(tree, head).tag === 'VBG' && WITH_GERUND.has(preposition))
      draft.adjuncts.push({ phrase, preposition, role: preposition === 'by' ? 'means' : 'other' })
    else if (preposition === 'if' || preposition === 'unless')
      draft.adjuncts.push({ phrase, preposition, role: 'condition' })
  }
  takeWhen(tree, context, clause, draft)
  for (const index of dependentsBy(tree, clause.content, 'advmod')) {
    if (clause.verbs.includes(index)) continue
    const phrase = whole(tree, index)
    if (phrase.words.length <= 6 && timesIn(context, extentOf(tree, phrase.words)).length > 0)
      draft.adjuncts.push({ phrase, preposition: '', role: 'time' })
  }
}

/** "since [1958], when 1,100 people died": the clause tells of that time. */
function takeWhen(tree: Tree, context: Context, { content }: Clause, draft: Draft): void {
  const when = dependentsBy(tree, content, 'advmod').find((index) => lemmaAt(tree, index) === 'when')
  if (when === undefined || when < tree.sentence.firstWord + 2) return
  const head = lemmaAt(tree, when - 1) === ',' ? when - 2 : when - 1
  const { start, end } = wordAt(tree, head)
  const time = timesIn(context, tree.sentence).find((one) => one.start <= start && end <= one.end)
  if (time) draft.adjuncts.push({ phrase: { head, words: [head] }, preposition: '', role: 'time' })
}

/** "after it was dissolved, but rumours ...": "but" opens another clause, whatever the parse hangs it on. */
function beforeBut(tree: Tree, { head, words }: Phrase): Phrase {
  const but = words.find((index) => index > head && lemmaAt(tree, index) === 'but')
  return but === undefined
    ? { head, words }
    : trimmed(tree, { head, words: words.filter((index) => index < but) })
}
