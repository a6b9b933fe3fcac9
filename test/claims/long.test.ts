import { expect, it } from 'vitest'
import { claimsOf } from './sample.ts'

it('a sentence of hundreds of words is read, a run of marks and letters is not', () => {
  const names = Array.from({ length: 120 }, (_, at) => `the boat of ward ${at}`).join(' and ')
  expect(claimsOf(`The storm of 2019 sank a ferry, and ${names}.`).length).toBeGreaterThan(0)
  expect(claimsOf(`The storm sank ${'|a'.repeat(900)}.`)).toEqual([])
})
