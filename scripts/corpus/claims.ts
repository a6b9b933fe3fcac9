import { sha256 } from '../../pipeline/model/ids.ts'
import { createRandom } from '../train/random.ts'

/** A made claim as far as blocking needs it: what it is filed under, and what it may dispute. */
export interface MadeClaim {
  readonly id: string
  readonly keys: readonly string[]
  readonly side: string
  /** Day of publication. */
  readonly day: string
}

/** As in the made articles: one claim in so many is a denial, one in so many gives a figure. */
const DENIED = 50
const FIGURES = 12

/**
 * Claims whose keys follow Zipf's law, two or three for each: the commonest key stands in one claim of fourteen. The
 * same seed gives the same claims.
 */
export function* makeClaims(count: number, seed: number): Generator<MadeClaim> {
  const random = createRandom(seed)
  // The inverse of Zipf's distribution function over as many keys as claims, to within a rounding: rank = count ^ u.
  const rank = () => Math.floor(count ** random())
  for (let at = 0; at < count; at++) {
    const relation = rank() % 40
    const names = Array.from({ length: random() < 0.5 ? 2 : 3 }, rank)
    const gives = random() < 1 / FIGURES ? 'mk' : 'k'
    yield {
      id: `c_${sha256(`${seed} ${at}`).slice(0, 20)}`,
      keys: [...new Set(names)].map((name) => `relation${relation}|name${name}`),
      side: `${random() < 1 / DENIED ? 'n' : 'a'}${gives} relation${relation}`,
      day: new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 2_000))).toISOString().slice(0, 10),
    }
  }
}
