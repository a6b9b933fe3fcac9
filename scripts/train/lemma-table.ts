import type { UniversalPos } from '../../pipeline/model/document.ts'
import { normalise } from '../../pipeline/segment/features.ts'
import { createLemmatizer } from '../../pipeline/segment/lemmas.ts'
import type { TreebankSentence } from './treebank.ts'

/** The lemmas of the treebank that the lemmatizer's rules do not give: "form\ttag\tlemma" lines, sorted. */
export function lemmaTable(sentences: readonly TreebankSentence[]): string {
  const byRule = createLemmatizer('')
  const counts = new Map<string, Map<string, number>>()
  for (const { forms, lemmas, upos, xpos } of sentences) {
    forms.forEach((form, i) => {
      const lemma = lemmas[i]!
      if (lemma === '_' || upos[i] === 'NUM' || /\s/.test(form)) return
      const key = `${normalise(form, false).toLowerCase()}\t${xpos[i]}\t${upos[i]}`
      const of = counts.get(key) ?? new Map<string, number>()
      of.set(lemma, (of.get(lemma) ?? 0) + 1)
      counts.set(key, of)
    })
  }
  const lines: string[] = []
  for (const [key, of] of counts) {
    const [form, tag, pos] = key.split('\t') as [string, string, UniversalPos]
    const [lemma, count] = [...of].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (byRule(form, pos, tag).toLowerCase() === lemma.toLowerCase()) continue
    // One word in an odd spelling teaches nothing; inflected forms are worth keeping even when seen once.
    if (count > 1 || /^(?:VB[DGNZ]|NNS|JJ[RS]|RB[RS])$/.test(tag)) {
      lines.push(`${form}\t${tag}\t${pos === 'PROPN' ? lemma.toLowerCase() : lemma}`)
    }
  }
  return `${[...new Map(lines.sort().map((line) => [line.slice(0, line.lastIndexOf('\t')), line])).values()].join('\n')}\n`
}
