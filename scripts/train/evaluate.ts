import { relationNames } from '../../pipeline/segment/language-model.ts'
import type { LinearModel } from '../../pipeline/segment/linear-model.ts'
import { parseOnce } from '../../pipeline/segment/parse.ts'
import { createState } from '../../pipeline/segment/transitions.ts'
import type { TaggedSentence } from './parser.ts'
import type { TreebankSentence } from './treebank.ts'

/** Share of words with the right head (UAS), and the right relation too (LAS); by relation, the most frequent first. */
export function evaluate(
  gold: readonly TreebankSentence[],
  tagged: readonly TaggedSentence[],
  parser: LinearModel,
): string {
  const relations = relationNames(parser.classes)
  const root = relations.indexOf('root')
  const byRelation = new Map<string, { n: number; head: number; both: number }>()
  const all = { n: 0, head: 0, both: 0 }
  const words = Math.max(...gold.map((s) => s.forms.length))
  const state = createState(words)
  gold.forEach((sentence, k) => {
    parseOnce(parser, tagged[k]!.input, root, state)
    sentence.deprels.forEach((deprel, i) => {
      const of = byRelation.get(deprel) ?? { n: 0, head: 0, both: 0 }
      byRelation.set(deprel, of)
      const head = state.head[i + 1] === sentence.heads[i]
      const both = head && (state.head[i + 1] === 0 ? 'root' : relations[state.label[i + 1]!]) === deprel
      for (const count of [of, all]) {
        count.n += 1
        if (head) count.head += 1
        if (both) count.both += 1
      }
    })
  })
  const line = (name: string, { n, head, both }: typeof all) =>
    `${name.padEnd(16)} ${String(n).padStart(6)}  UAS ${(head / n).toFixed(4)}  LAS ${(both / n).toFixed(4)}`
  const sorted = [...byRelation].sort((a, b) => b[1].n - a[1].n)
  return [line('all', all), ...sorted.map(([name, count]) => line(name, count))].join('\n')
}
