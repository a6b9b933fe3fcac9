import { blockNumber } from '../../pipeline/conflicts/update/blocks.ts'
import { candidatePairs, rebound } from '../../pipeline/conflicts/update/candidates.ts'
import { noChanges } from '../../pipeline/conflicts/update/comparison.ts'
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
export async function pairClaims(count: number, seed: number, folder: string): Promise<Pairing> {
  const store = await openStore(folder)
  const made = { pipelineVersion: 'scale', annotationsSha256: '' }
  const run = await store.startRun(made)
  let result: Pairing | undefined
  await store.compare({ findings: made, comparison: made }, run, ({ comparison }) => {
    const first = update(makeClaims(count, seed), comparison)
    const more = update(makeClaims(CLAIMS_OF_AN_ARTICLE, seed + 1), comparison)
    result = {
      claims: count,
      ...first,
      bounded: comparison.bounded.count({}),
      added: { ...sum(more.filing, more.pairing), claims: CLAIMS_OF_AN_ARTICLE, pairs: more.pairs },
    }
    return []
  })
  await store.close()
  return result!
}

function update(claims: Iterable<MadeClaim>, tables: ComparisonTables) {
  const changes = noChanges()
  const [, filing] = measureWork(() => {
    for (const claim of claims) file(claim, tables, changes)
  })
  let pairs = 0
  const [, pairing] = measureWork(() => {
    rebound({ tables, changes })
    for (const _ of candidatePairs({ tables, changes })) pairs++
  })
  return { filing, pairing, pairs }
}

function file(
  { id, keys, side, day }: MadeClaim,
  tables: ComparisonTables,
  changes: ReturnType<typeof noChanges>,
): void {
  const at = `${day}${id}`
  const blocks = keys.map(blockNumber)
  const rest = { owner: null, listed: 1, telling: 0 }
  tables.claims.put({ claim: id, document: id, topic: id, at, ...rest, blocks: JSON.stringify(blocks) })
  changes.claims.set(id, { at, blocks })
  for (const [place, block] of blocks.entries()) {
    tables.blocks.put({ block, at, side })
    const change = changes.blocks.get(block) ?? { gained: [], lost: [], name: keys[place]!, members: 0 }
    change.gained.push(at)
    changes.blocks.set(block, change)
  }
}

function sum(a: Work, b: Work): Work {
  return { seconds: a.seconds + b.seconds, cpu: a.cpu + b.cpu }
}
