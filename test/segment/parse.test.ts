import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mix } from '../../pipeline/segment/features.ts'
import type { LinearModel } from '../../pipeline/segment/linear-model.ts'
import { guideFrom, parseOnce } from '../../pipeline/segment/parse.ts'
import { parserFeatures } from '../../pipeline/segment/parser-features.ts'
import type { ParserInput } from '../../pipeline/segment/parser-input.ts'
import {
  applyTransition,
  bestTransition,
  canRight,
  canShift,
  createState,
  type ParserState,
  resetState,
  SHIFT,
} from '../../pipeline/segment/transitions.ts'

const RELATIONS = 3
const ROOT = 1

/** A model in plain code in which every feature has weights; `push` of them are for SHIFT while words are left. */
function plainModel(push: number): LinearModel {
  const classCount = 1 + 2 * RELATIONS
  const features = new Int32Array(256)
  const kept = new Map<number, Int32Array>()
  const sum = (count: number, ...begun: Int32Array[]) =>
    Int32Array.from({ length: classCount }, (_, cls) => {
      let score = begun.reduce((sum, sums) => sum + sums[cls]!, 0)
      for (const key of features.subarray(0, count))
        score += key === 7 && cls === SHIFT ? push : mix(key, cls) >> 24
      return score
    })
  return {
    classes: [],
    features,
    places: 12,
    score: (count) => sum(count),
    keep: (count, place) => kept.set(place, sum(count)),
    scoreFrom: (count, one, other) => sum(count, kept.get(one)!, kept.get(other)!),
  }
}

/** As parseOnce, but with all features of each state. */
function parsePlainly(model: LinearModel, input: ParserInput, state: ParserState): void {
  resetState(state, input.n)
  while (canShift(state) || canRight(state)) {
    const scores = model.score(parserFeatures(state, input, model.features))
    applyTransition(state, state.depth === 1 ? SHIFT : bestTransition(scores, state, ROOT))
  }
}

it('gives the tree of the sums of all features, also where the stack is deeper than sums are kept', () => {
  const word = fc.nat({ max: 9 })
  const pushes = fc.constantFrom(0, 200, 2000)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40, size: 'max' }), pushes, (words, push) => {
      const n = words.length
      const hashes = Int32Array.from([3, ...words.map((w) => w * 7919 + 1)])
      const tags = Uint8Array.from([255, ...words])
      const input = { n, lower: hashes, suffix: hashes, stem: hashes, upos: tags, xpos: tags, guide: null }
      const [plain, kept] = [createState(n), createState(n)]
      const model = plainModel(push)
      parsePlainly(model, input, plain)
      parseOnce(model, input, ROOT, kept)
      expect(kept).toEqual(plain)
      const guided = { ...input, guide: guideFrom(plain, n) }
      parsePlainly(model, guided, plain)
      parseOnce(model, guided, ROOT, kept)
      expect(kept).toEqual(plain)
    }),
    { numRuns: 100 },
  )
})
