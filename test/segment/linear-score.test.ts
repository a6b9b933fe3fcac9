import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import wabt from 'wabt'
import { layOut } from '../../pipeline/segment/linear-layout.ts'
import { startScoring } from '../../pipeline/segment/linear-score.ts'

const path = (name: string) => fileURLToPath(new URL(`../../pipeline/segment/${name}`, import.meta.url))

it('ships what its source says', async () => {
  const { parseWat } = await wabt()
  const module = parseWat('linear-score.wat', readFileSync(path('linear-score.wat'), 'utf8'), {
    simd: true,
    threads: true,
  })
  expect(Buffer.from(module.toBinary({}).buffer)).toEqual(readFileSync(path('linear-score.wasm')))
})

it('adds up the rows of known features, sparse and dense, and skips unknown ones', () => {
  const classCount = 37
  const entries = fc.uniqueArray(
    fc.record({
      cls: fc.nat({ max: classCount - 1 }),
      root: fc.integer({ min: -127, max: 127 }),
    }),
    { minLength: 1, maxLength: classCount, size: 'max', selector: ({ cls }) => cls },
  )
  // Also hashes that share a line, so that lines overflow, and such as have the upper half of an empty place.
  const alike = fc.nat({ max: 40 }).map((n) => (n << 16) | (5 ^ (n << 1)))
  const low = fc.nat({ max: 65535 })
  const hash = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), alike, low)
  const model = fc.uniqueArray(fc.record({ key: hash, entries }), {
    maxLength: 60,
    size: 'max',
    selector: ({ key }) => key,
  })
  fc.assert(
    fc.property(model, fc.array(hash, { maxLength: 20 }), (known, unknown) => {
      const all = known.flatMap((row) => row.entries)
      const layout = layOut(
        {
          keys: Int32Array.from(known, ({ key }) => key),
          lengths: Uint8Array.from(known, ({ entries }) => entries.length),
          classes: Uint8Array.from(all, ({ cls }) => cls),
          roots: Int8Array.from(all, ({ root }) => root),
        },
        classCount,
      )
      const keys = new Set(known.map(({ key }) => key))
      const asked = [...known.map(({ key }) => key).slice(0, 200), ...unknown.filter((key) => !keys.has(key))]
      const expected = new Int32Array(classCount)
      for (const row of known.slice(0, 200))
        for (const { cls, root } of row.entries) expected[cls]! += root * Math.abs(root)
      const [one, other] = [startScoring(layout), startScoring(layout)]
      for (const { features } of [one, other]) features.set(asked)
      expect([...one.score(asked.length)]).toEqual([...expected])
      expect([...one.score(0)]).toEqual([...new Int32Array(classCount)])
      // In parts, of which some are kept.
      const [first, second] = [asked.length >> 2, asked.length >> 1]
      one.features.set(asked.slice(0, first))
      one.keep(first, 0)
      one.features.set(asked.slice(first, second))
      one.keep(second - first, one.places - 1)
      one.features.set(asked.slice(second))
      expect([...one.scoreFrom(asked.length - second, one.places - 1, 0)]).toEqual([...expected])
      // A second scorer, as another thread has it, reads the same rows in a room of its own.
      expect([...other.score(asked.length)]).toEqual([...expected])
    }),
    { numRuns: 100 },
  )
})
