import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { maskDocument } from '../../pipeline/batch/mask.ts'
import { exportFindings } from '../../pipeline/export/index.ts'
import type { Store } from '../../pipeline/store/index.ts'
import { scratch } from './articles.ts'

/** Everything that people see of the findings, but not in which run they came. */
export async function tellAll(store: Store): Promise<string> {
  const folder = scratch()
  await exportFindings(store, folder, { mask: maskDocument })
  const files = ['claims', 'conflicts', 'disputes'].map((name) =>
    readFileSync(join(folder, `${name}.csv`), 'utf8'),
  )
  const ids = (claims: readonly { readonly claim: { readonly id: string } }[]) =>
    claims.map(({ claim }) => claim.id)
  return JSON.stringify(
    {
      files,
      disputes: (await store.conflicts()).map(({ id, topic, types, question, strength, score, ...rest }) => ({
        ...{ id, topic, types, question, strength, score, gates: rest.gates, context: rest.context },
        explanation: rest.explanation,
        positions: rest.positions.map((position) => [
          ...[position.id, position.number, position.answer, position.claims, position.quotes],
          ...[position.independentSources, position.independence],
        ]),
      })),
      developments: await store.developments(),
      corroborations: (await store.corroborations()).map(({ claims, ...rest }) => [rest, ids(claims)]),
      topics: await store.topics(),
      entities: await store.entities(),
      bounded: await store.bounded(),
    },
    null,
    1,
  )
}
