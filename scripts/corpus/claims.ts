import { sideWith } from '../../pipeline/conflicts/update/blocks.ts'
import { sha256 } from '../../pipeline/model/ids.ts'
import { createRandom } from '../train/random.ts'

/** A made claim as far as blocking needs it: what it is filed under, and what it may dispute. */
export interface MadeClaim {
  readonly id: string
  /** Its number in the database. */
  readonly key: number
  readonly keys: readonly string[]
  readonly side: number
  /** Day of publication. */
  readonly day: string
}

/** As in the made articles: one claim in so many is a denial, one in so many gives a figure. */
const DENIED = 50
const FIGURES = 12

/**
 * Claims whose keys follow Zipf's law, two or three for each: the commonest key stands in one claim of fourteen. The
 * same seed gives the same claims, numbered from the one behind `behind`.
 */
export function* makeClaims(count: number, seed: number, behind = 0): Generator<MadeClaim> {
  const random = createRandom(seed)
  // The inverse of Zipf's distribution function over as many keys as claims, to within a rounding: rank = count ^ u.
  const rank = () => Math.floor(count ** random())
  for (let at = 0; at < count; at++) {
    const relation = rank() % 40
    const names = Array.from({ length: random() < 0.5 ? 2 : 3 }, rank)
    const measure = random() < 1 / FIGURES
    yield {
      key: behind + at + 1,
      id: `c_${sha256(`${seed} ${at}`).slice(0, 20)}`,
      keys: [...new Set(names)].map((name) => `relation${relation}|name${name}`),
      side: sideWith({
        relation: `relation${relation}`,
        stance: random() < 1 / DENIED ? 'negated' : 'affirmed',
        measure,
        known: true,
      }),
      day: new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 2_000))).toISOString().slice(0, 10),
    }
  }
}
