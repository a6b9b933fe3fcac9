import type { Claim } from '../model/claim.ts'
import type { Quantity } from '../model/quantity.ts'
import type { ClaimRecord } from '../model/record.ts'

/** A value that differs between two versions of one claim; null where one of them has none. */
export interface ChangedValue {
  readonly slot: 'quantity' | 'time' | 'place' | 'subject' | 'object' | 'polarity' | 'factuality' | 'speaker'
  readonly before: string | null
  readonly after: string | null
}

/**
 * What was changed beyond the words. "40 berths" and "forty berths" are one value, "the harbour" and "the big harbour"
 * are other words; a subject or an object is another one where both are known entities.
 */
export function changedValues(before: ClaimRecord, after: ClaimRecord): readonly ChangedValue[] {
  const [a, b] = [before.claim, after.claim]
  const values: ChangedValue[] = [
    { slot: 'polarity', before: a.polarity, after: b.polarity },
    { slot: 'factuality', before: a.factuality, after: b.factuality },
    { slot: 'quantity', before: quantityOf(a), after: quantityOf(b) },
    { slot: 'time', before: timeOf(a), after: timeOf(b) },
    { slot: 'place', before: entityOf(a, 'place'), after: entityOf(b, 'place') },
    { slot: 'speaker', before: speakerOf(a), after: speakerOf(b) },
    { slot: 'subject', before: before.subjectEntity, after: after.subjectEntity },
    { slot: 'object', before: before.objectEntity, after: after.objectEntity },
  ]
  const known = ({ slot, before, after }: ChangedValue) =>
    (slot !== 'subject' && slot !== 'object' && slot !== 'place') || (before !== null && after !== null)
  return values.filter((value) => value.before !== value.after && known(value))
}

function quantityOf(claim: Claim): string | null {
  const qualifier = claim.qualifiers.find(({ role, quantity }) => role === 'quantity' && quantity)
  const quantity = qualifier?.quantity ?? claim.object?.quantity ?? claim.subject.quantity
  return quantity && worded(quantity)
}

function worded({ value, low, high, bound, unit }: Quantity): string {
  const number = bound === 'range' ? `${low} to ${high}` : String(value ?? low ?? '?')
  return [...(bound === 'exact' || bound === 'range' ? [] : [bound]), number, ...(unit ? [unit] : [])].join(
    ' ',
  )
}

function timeOf({ qualifiers }: Claim): string | null {
  return qualifiers.find(({ role, edtf }) => role === 'time' && edtf !== null)?.edtf ?? null
}

function entityOf({ qualifiers }: Claim, asked: 'place'): string | null {
  return qualifiers.find(({ role }) => role === asked)?.entity ?? null
}

function speakerOf({ attribution }: Claim): string | null {
  return attribution?.speaker?.name ?? null
}
