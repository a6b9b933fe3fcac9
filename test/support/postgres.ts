import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { type Cluster, clusterIn, makeCluster } from './postgres-cluster.ts'

export { type Cluster, ownCluster, postgresBinaries } from './postgres-cluster.ts'

/** The address of a new database in the cluster of this run. */
export async function freshDatabase(): Promise<string> {
  return (await sharedCluster()).database()
}

/** The cluster of this run, which the first who asks starts. It is not to be stopped. */
export async function sharedCluster(): Promise<Cluster> {
  const { folder, owner } = inject('postgres')
  const known = join(folder, 'port')
  const first = (() => {
    try {
      mkdirSync(folder, { mode: 0o700 })
      return true
    } catch {
      return false
    }
  })()
  if (first) {
    writeFileSync(`${known}.new`, String(await makeCluster(folder, owner)))
    renameSync(`${known}.new`, known)
  }
  while (!existsSync(known)) await wait(50)
  return clusterIn(folder, Number(readFileSync(known, 'utf8')))
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where this run's cluster is, or will be; and the process that it ends with. */
    postgres: { readonly folder: string; readonly owner: number }
  }
}
