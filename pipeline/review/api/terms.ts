import { z } from 'zod'
import { CONFLICT_TYPES, STRENGTHS } from '../../model/conflict.ts'

const STATUSES = ['open', 'decided', 'new evidence'] as const
export const DECISIONS = ['position', 'both', 'neither', 'no-conflict', 'undecided'] as const
/** Why there is no conflict at all; asked for with the decision `no-conflict`, and only with it. */
export const REASONS = ['different-thing', 'different-time', 'extraction-error', 'part-whole'] as const

/** How firmly a text puts a claim forward, whether it says that it is so, and of what kind the claim is. */
export const FACTUALITIES = [
  'asserted',
  'reported',
  'rumoured',
  'denied',
  'hypothetical',
  'normative',
] as const
export const POLARITIES = ['affirmed', 'negated'] as const
export const CLAIM_KINDS = ['fact', 'characterisation', 'recommendation', 'prediction'] as const

export const typeSchema = z.enum(CONFLICT_TYPES)
export const strengthSchema = z.enum(STRENGTHS)
export const statusSchema = z.enum(STATUSES)
/** `YYYY-MM-DD`. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')

export const idSchema = z.string().min(1).max(200)
export const noteSchema = z.string().max(20_000)
