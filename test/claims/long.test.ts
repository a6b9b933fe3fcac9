import { expect, it } from 'vitest'
import { findClaims } from '../../pipeline/claims/index.ts'
import { BETWEEN, timesForSixteen } from '../support/processor-time.ts'
import { claimsOf, documentOf, knowledge } from './sample.ts'

it('a sentence of hundreds of words is read, a run of marks and letters is not', () => {
  const names = Array.from({ length: 120 }, (_, at) => `the boat of ward ${at}`).join(' and ')
  expect(claimsOf(`The storm of 2019 sank a ferry, and ${names}.`).length).toBeGreaterThan(0)
  expect(claimsOf(`The storm sank ${'|a'.repeat(900)}.`)).toEqual([])
})

it('sixteen times as many acronyms take no more than their share', () => {
  const work = (count: number) => {
    const doc = documentOf('North Atlantic (NA) '.repeat(count))
    return () => void findClaims(doc, knowledge)
  }
  expect(timesForSixteen(work, 250)).toBeLessThan(BETWEEN)
})
