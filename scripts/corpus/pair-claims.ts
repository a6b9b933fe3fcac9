import { writeBlocks } from '../../pipeline/conflicts/update/block-list.ts'
import { blockNumber } from '../../pipeline/conflicts/update/blocks.ts'
import { candidatePairs, cellReader } from '../../pipeline/conflicts/update/candidates.ts'
import { noChanges } from '../../pipeline/conflicts/update/comparison.ts'
import { placeAt } from '../../pipeline/conflicts/update/place.ts'
import { rebound } from '../../pipeline/conflicts/update/rebound.ts'
import type { ComparisonTables } from '../../pipeline/model/comparison.ts'
import { openStore } from '../../pipeline/store/index.ts'
import { type MadeClaim, makeClaims } from './claims.ts'
import { measureWork, type Work } from './work.ts'

/** What it takes to file claims under their blocking keys, and to find whom each may dispute. */
export interface Pairing {
  readonly claims: number
  readonly filing: Work
  readonly pairing: Work
  readonly pairs: number
  /** Of blocks that are too large to be compared in full. */
  readonly bounded: number
  /** An article more, of so many claims. */
  readonly added: Work & { readonly claims: number; readonly pairs: number }
}

const CLAIMS_OF_AN_ARTICLE = 15

/** Files made claims in a database and finds the pairs to be compared; no claim is read, and no detector asked. */
export async function pairClaims(count: number, seed: number, place: string): Promise<Pairing> {
  const store = await openStore(place)
  const made = { pipelineVersion: 'scale', annotationsSha256: '' }
  const run = await store.startRun(made)
  let result: Pairing | undefined
  await store.compare({ findings: made, comparison: made }, run, ({ comparison }) => {
    const first = update(makeClaims(count, seed), comparison)
    const more = update(makeClaims(CLAIMS_OF_AN_ARTICLE, seed + 1, count), comparison)
    result = {
      claims: count,
      ...first,
      bounded: comparison.bounded.find({}).filter(({ name }) => name !== '').length,
      added: { ...sum(more.filing, more.pairing), claims: CLAIMS_OF_AN_ARTICLE, pairs: more.pairs },
    }
    return []
  })
  await store.close()
  return result!
}

/** Claims that are filed and compared before more are. */
const PORTION = 100_000

function update(claims: Iterable<MadeClaim>, tables: ComparisonTables) {
  const result = { filing: NO_WORK, pairing: NO_WORK, pairs: 0 }
  const fresh: number[] = []
  for (const portion of portionsOf(claims)) {
    const changes = noChanges()
    const [, filing] = measureWork(() => {
      for (const claim of portion) file(claim, tables, changes)
      rebound({ tables, changes })
    })
    for (const claim of changes.fresh) fresh.push(claim)
    result.filing = sum(result.filing, filing)
  }
  const [, pairing] = measureWork(() => {
    const isNew = new Set(fresh)
    const sidesOf = cellReader(tables)
    for (let from = 0; from < fresh.length; from += JUDGED) {
      const some = fresh.slice(from, from + JUDGED)
      for (const _ of candidatePairs(some, (claim) => isNew.has(claim), tables, sidesOf)) result.pairs++
    }
  })
  const [, writing] = measureWork(() => tables.settle())
  return { ...result, filing: sum(result.filing, writing), pairing }
}

/** Claims whose pairs are found at one go. */
const JUDGED = 2_000

function* portionsOf(claims: Iterable<MadeClaim>): Generator<readonly MadeClaim[]> {
  let portion: MadeClaim[] = []
  for (const claim of claims) {
    portion.push(claim)
    if (portion.length < PORTION) continue
    yield portion
    portion = []
  }
  yield portion
}

function file(
  { id, key, keys, side, day }: MadeClaim,
  tables: ComparisonTables,
  changes: ReturnType<typeof noChanges>,
): void {
  const place = placeAt(day, id)
  const blocks = keys.map(blockNumber)
  const rest = { owner: null, listed: 1, telling: 0 }
  tables.claims.put({
    claim: key,
    topic: `t_${id.slice(2)}`,
    place,
    side,
    ...rest,
    blocks: writeBlocks(blocks),
  })
  const standing = { claim: key, place, side, blocks }
  changes.fresh.push(key)
  for (const [at, block] of blocks.entries()) {
    const change = changes.blocks.get(block)
    if (change) change.gained.push(standing)
    else changes.blocks.set(block, { gained: [standing], lost: [], name: keys[at]! })
  }
}

const NO_WORK: Work = { seconds: 0, cpu: 0 }

function sum(a: Work, b: Work): Work {
  return { seconds: a.seconds + b.seconds, cpu: a.cpu + b.cpu }
}
