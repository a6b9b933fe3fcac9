import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { postgresBinaries, removeCluster } from './postgres-cluster.ts'

/** Where the cluster of this run will be, which starts when a test asks for it and ends with the run. */
export default function setup(project: TestProject): () => void {
  if (!postgresBinaries) console.warn('Left out, for want of PostgreSQL 15 or newer: what runs on it.')
  const folder = join(tmpdir(), `gainsay-postgres-${randomUUID()}`)
  project.provide('postgres', { folder, owner: process.pid })
  return () => removeCluster(folder)
}
