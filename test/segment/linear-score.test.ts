import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import wabt from 'wabt'
import { layOut } from '../../pipeline/segment/linear-score.ts'

const path = (name: string) => fileURLToPath(new URL(`../../pipeline/segment/${name}`, import.meta.url))

it('ships what its source says', async () => {
  const { parseWat } = await wabt()
  const module = parseWat('linear-score.wat', readFileSync(path('linear-score.wat'), 'utf8'), {
    simd: true,
    bulk_memory: true,
  })
  module.validate()
  expect(Buffer.from(module.toBinary({}).buffer)).toEqual(readFileSync(path('linear-score.wasm')))
})

it('adds up the rows of known features, sparse and dense, and skips unknown ones', () => {
  const classCount = 37
  const entries = fc.uniqueArray(
    fc.record({
      cls: fc.nat({ max: classCount - 1 }),
      weight: fc.integer({ min: -16129, max: 16129 }),
    }),
    { minLength: 1, selector: ({ cls }) => cls },
  )
  const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((key) => key !== 0)
  const model = fc.uniqueArray(fc.record({ key: hash, entries }), { selector: ({ key }) => key })
  fc.assert(
    fc.property(model, fc.array(hash, { maxLength: 20 }), (known, unknown) => {
      const all = known.flatMap((row) => row.entries)
      const rows = {
        keys: Int32Array.from(known, ({ key }) => key),
        lengths: Uint8Array.from(known, ({ entries }) => entries.length),
      }
      const classes = Uint8Array.from(all, ({ cls }) => cls)
      const weights = Int16Array.from(all, ({ weight }) => weight)
      const { features, score } = layOut(rows, classes, weights, classCount)
      const keys = new Set(known.map(({ key }) => key))
      const asked = [...known.map(({ key }) => key).slice(0, 200), ...unknown.filter((key) => !keys.has(key))]
      features.set(asked)
      const expected = new Int32Array(classCount)
      for (const row of known) for (const { cls, weight } of row.entries) expected[cls]! += weight
      expect([...score(asked.length)]).toEqual([...expected])
      expect([...score(0)]).toEqual([...new Int32Array(classCount)])
    }),
    { numRuns: 100 },
  )
})
