import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../../pipeline/run.ts'
import { BRIDGE, LANTERN, scratch, write } from './articles.ts'

it('the CSV files are written where something changed, and left where nothing did', async () => {
  const home = scratch()
  const out = join(home, 'out')
  const sources = write(join(home, 'sources'), BRIDGE)
  const again = () => run({ paths: [sources], out, annotations: join(home, 'annotations'), jobs: 1 })
  const claims = join(out, 'claims.csv')
  await again()
  const first = readFileSync(claims, 'utf8')
  const { mtimeMs } = statSync(claims)
  await again()
  expect(statSync(claims).mtimeMs).toBe(mtimeMs)

  writeFileSync(claims, 'somebody else’s\n')
  await again()
  expect(readFileSync(claims, 'utf8')).toBe(first)

  rmSync(join(out, 'disputes.csv'))
  await again()
  expect(statSync(join(out, 'disputes.csv')).size).toBeGreaterThan(0)

  utimesSync(claims, 1, 1)
  await again()
  expect(statSync(claims).mtimeMs).toBeGreaterThan(1000)

  write(sources, { 'lantern.md': LANTERN })
  await again()
  expect(readFileSync(claims, 'utf8')).not.toBe(first)
})
