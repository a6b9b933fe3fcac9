import { z } from 'zod'
import { countSchema } from './parts.ts'
import { strengthSchema, typeSchema } from './terms.ts'

const overviewSchema = z.object({
  stamp: z.string(),
  totals: z.object({
    documents: z.number(),
    claims: z.number(),
    conflicts: z.number(),
    open: z.number(),
    decided: z.number(),
    newEvidence: z.number(),
  }),
  /** By month (`2023-04`) in order, months without a text included; texts that are dated to a year only, apart. */
  sourcesOverTime: z.array(z.object({ month: z.string(), texts: z.number(), conflicts: z.number() })),
  undatedTexts: z.number(),
  byType: z.array(
    z.object({
      type: typeSchema,
      words: z.string(),
      open: z.number(),
      decided: z.number(),
      newEvidence: z.number(),
    }),
  ),
  byStrength: z.array(
    z.object({ strength: strengthSchema, open: z.number(), decided: z.number(), newEvidence: z.number() }),
  ),
  /** The twelve sources with the most disagreement; a pair's count is the conflicts in which they hold other positions. */
  disagreement: z.object({
    /** `value` as the queue's filter `source` takes it. */
    sources: z.array(countSchema),
    pairs: z.array(z.object({ a: z.string(), b: z.string(), count: z.number() })),
  }),
  /** At most twenty. */
  entities: z.array(countSchema),
})
export type Overview = z.infer<typeof overviewSchema>
