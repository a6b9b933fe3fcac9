import type { Quantity } from '../model/quantity.ts'

/** A quantity as a rule found it, from word `from` up to word `to`. */
export interface Found extends Omit<Quantity, 'start' | 'end'> {
  readonly from: number
  readonly to: number
}
