import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { annotate } from '../../pipeline/annotate.ts'
import type { Source } from '../../pipeline/model/document.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import { median } from './median.ts'

/** Words a second, on one core, texts in memory. */
export interface Rate {
  readonly name: string
  readonly median: number
  readonly slowest: number
  readonly fastest: number
}

/** Who reads the same texts: we, and two libraries with what they have of it. */
function contestants(knowledge: Knowledge): Readonly<Record<string, (source: Source) => unknown>> {
  const wink = winkNLP(model, ['sbd', 'pos', 'ner'])
  return {
    'gainsay annotate': (source) => annotate(source, knowledge),
    'bare compromise': ({ text }) => nlp(text),
    'wink-nlp, sentences, tags, entities': ({ text }) => {
      const read = wink.readDoc(text)
      return [read.sentences().length(), read.tokens().out(wink.its.pos), read.entities().out()]
    },
  }
}

/** All of them in turns, so that they share the machine's good and bad moments. */
export function compareAnnotators(
  sources: readonly Source[],
  words: number,
  knowledge: Knowledge,
  rounds: number,
): readonly Rate[] {
  const rates = Object.entries(contestants(knowledge)).map(([name, read]) => ({
    name,
    read,
    taken: [] as number[],
  }))
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const { read, taken } of rates) {
      const started = performance.now()
      for (const source of sources) read(source)
      if (round > 0) taken.push(words / ((performance.now() - started) / 1000))
    }
  }
  return rates.map(({ name, taken }) => ({
    name,
    median: median(taken),
    slowest: Math.min(...taken),
    fastest: Math.max(...taken),
  }))
}
