import { wordForms } from '../../pipeline/segment/features.ts'
import { type LinearModel, readLinearModel } from '../../pipeline/segment/linear-model.ts'
import { TAGGER_FEATURES, taggerFeatures, tagWords } from '../../pipeline/segment/tag.ts'
import { createPerceptron } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

/** The classes of the tagger: a Universal and a Penn tag together, "NOUN|NNS". */
export function tagClasses(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const { upos, xpos } of sentences) {
    upos.forEach((u, i) => {
      const cls = `${u}|${xpos[i]}`
      counts.set(cls, (counts.get(cls) ?? 0) + 1)
    })
  }
  return [...counts]
    .filter(([, count]) => count > 3)
    .map(([cls]) => cls)
    .sort()
}

/** Trains the tagger; the sentences are also seen in lower case, or with capitals, now and then: headlines, typing. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  classes: readonly string[],
  epochs: number,
  minUpdates: number,
): Uint8Array {
  const classOf = new Map(classes.map((cls, i) => [cls, i]))
  const random = createRandom(1)
  const perceptron = createPerceptron()
  const features = new Int32Array(TAGGER_FEATURES)
  const scores = new Float32Array(classes.length)
  const order = sentences.map((_, i) => i)
  const prepared = sentences.map((s) => ({
    forms: wordForms(s.forms),
    lower: wordForms(s.forms.map((form) => form.toLowerCase())),
    upper: wordForms(s.forms.map((form) => form.toUpperCase())),
    title: wordForms(s.forms.map((form) => form.slice(0, 1).toUpperCase() + form.slice(1))),
    gold: s.forms.map((_, i) => classOf.get(`${s.upos[i]}|${s.xpos[i]}`) ?? -1),
  }))
  const counts = new Map<number, number>()
  for (const { forms } of prepared)
    for (const word of forms.lower) counts.set(word, (counts.get(word) ?? 0) + 1)
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    let wrong = 0
    for (const index of order) {
      const s = prepared[index]!
      const dice = random()
      const cased = dice < 0.03 ? s.lower : dice < 0.045 ? s.upper : dice < 0.06 ? s.title : s.forms
      const n = s.gold.length
      const forms = { ...cased, lower: hideRare(cased.lower, counts, random) }
      const tags = new Uint8Array(n)
      for (let i = 0; i < n; i += 1) {
        const count = taggerFeatures(forms, 0, n, i, tags, features)
        perceptron.score(features, count, scores)
        const guess = best(scores)
        const gold = s.gold[i]!
        step += 1
        if (gold >= 0 && guess !== gold) {
          wrong += 1
          perceptron.update(features, count, gold, guess, step)
        }
        tags[i] = guess
      }
    }
    console.log(`tagger epoch ${epoch + 1}: ${wrong} wrong`)
  }
  return perceptron.freeze(classes, step, { minUpdates, minWeight: 0.01 })
}

/** The classes that a trained tagger gives the words of a sentence. */
export function tagWith(model: LinearModel, written: readonly string[]): Uint8Array {
  const tags = new Uint8Array(written.length)
  tagWords(model, wordForms(written), 0, written.length, tags)
  return tags
}

/**
 * Words of which the treebank has few are now and then shown as words never seen, so that their endings, stems and the
 * lexicon are learnt from, and not the words alone.
 */
function hideRare(lower: Int32Array, counts: ReadonlyMap<number, number>, random: () => number): Int32Array {
  return lower.map((word) =>
    (counts.get(word) ?? 0) <= 3 && random() < 0.35 ? Math.floor(random() * 0x7fffffff) | 1 : word,
  )
}

function best(scores: Float32Array): number {
  let at = 0
  for (let i = 1; i < scores.length; i += 1) if (scores[i]! > scores[at]!) at = i
  return at
}

/** Tags for every sentence by a tagger that has not seen it: what the parser will meet in the world. */
export function crossTag(
  sentences: readonly TreebankSentence[],
  classes: readonly string[],
  folds: number,
  epochs: number,
): Uint8Array[] {
  const tags: Uint8Array[] = new Array(sentences.length)
  for (let fold = 0; fold < folds; fold += 1) {
    const file = trainTagger(
      sentences.filter((_, i) => i % folds !== fold),
      classes,
      epochs,
      2,
    )
    const model = readLinearModel(file)
    sentences.forEach((s, i) => {
      if (i % folds === fold) tags[i] = tagWith(model, s.forms)
    })
  }
  return tags
}
