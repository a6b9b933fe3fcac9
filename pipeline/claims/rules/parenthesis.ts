import { mentionsIn } from '../context.ts'
import type { Proposition, Rule } from '../proposition.ts'
import { type Tree, wordAt } from '../tree.ts'

/**
 * A place in brackets behind the name of an event or a facility: "exercises like KazInd (Kazakhstan)" gives
 * (KazInd; is linked to; Kazakhstan). An acronym ("Shanghai Cooperation Organization (SCO)"), a year and a place
 * behind a place give nothing.
 */
export const parenthesisRule: Rule = {
  id: 'parenthesis',
  find(tree, context) {
    const found: Proposition[] = []
    const mentions = mentionsIn(context, tree.sentence).filter(({ form }) => form === 'name')
    for (const [at, inner] of mentions.entries()) {
      const outer = mentions[at - 1]
      if (!outer || inner.type !== 'place' || (outer.type !== 'event' && outer.type !== 'facility')) continue
      const between = context.doc.text.slice(outer.end, inner.start)
      if (!/^\s?\($/.test(between) || context.doc.text[inner.end] !== ')') continue
      const subject = wordsOf(tree, outer.start, outer.end)
      const object = wordsOf(tree, inner.start, inner.end)
      if (subject.length === 0 || object.length === 0) continue
      found.push({
        rule: 'parenthesis',
        predicate: object[0]!,
        subject: { head: subject.at(-1)!, words: subject },
        relation: { understood: 'is linked to' },
        lemma: 'link',
        object: { head: object.at(-1)!, words: object },
        adjuncts: [],
        reduced: false,
        confidence: 0.6,
      })
    }
    return found
  },
}

function wordsOf(tree: Tree, start: number, end: number): number[] {
  const found: number[] = []
  for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
    const word = wordAt(tree, index)
    if (word.start >= start && word.end <= end) found.push(index)
  }
  return found
}
