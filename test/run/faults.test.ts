import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { examine } from '../../pipeline/batch/doctor.ts'
import { queueQuerySchema } from '../../pipeline/review/api.ts'
import { openDesk } from '../../pipeline/review/desk.ts'
import { run } from '../../pipeline/run.ts'
import { judge } from '../review/desk.ts'
import { gainsay } from '../scripts/command.ts'
import { BRIDGE, scratch, write } from './articles.ts'

const MEGABYTE = 'size=1m'

/** A folder with the three texts of the bridge, to work in. */
const bridge = () => write(scratch(), inSources(BRIDGE))

const inSources = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`sources/${name}`, text]))

/** A disk of one megabyte, which only root may make; null where it cannot be made. */
function smallDisk(folder: string): string | null {
  mkdirSync(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', MEGABYTE, 'tmpfs', folder]).status !== 0) return null
  onTestFinished(() => void spawnSync('umount', [folder]))
  return folder
}

it('a full disk costs what did not fit, and the rest is whole', async ({ skip }) => {
  const home = scratch()
  const out = smallDisk(join(home, 'out'))
  if (!out) return skip('only root may mount a small disk')
  const cwd = write(home, { ...inSources(BRIDGE), 'out/ballast': Buffer.alloc(500_000) })
  const full = await gainsay(['run', '--quiet', '--jobs', '1'], { cwd })
  expect(full.code).toBe(1)
  expect(full.stderr).toMatch(/the disk is full\. Free some space, then run again/)
  expect(full.stderr).not.toMatch(/stumbled|Error|at file:/)

  rmSync(join(out, 'ballast'))
  const annotations = join(home, 'annotations')
  spawnSync('mount', ['-o', 'remount,size=50m', out])
  await run({ paths: [join(home, 'sources')], out, annotations, jobs: 1 })
  expect((await examine({ out, annotations })).flatMap(({ problems }) => problems)).toEqual([])
})

it('a file is no folder for the database', async () => {
  const home = scratch()
  const out = join(write(home, inSources(BRIDGE)), 'sources', Object.keys(BRIDGE)[0]!)
  await expect(
    run({ paths: [join(home, 'sources')], out, annotations: join(home, 'annotations'), jobs: 1 }),
  ).rejects.toThrow(/this is a file, and no folder/)
})

it('a damaged database costs a run: it is made anew as the message says, and verdicts are back', async () => {
  const cwd = bridge()
  const where = { out: join(cwd, 'out'), annotations: join(cwd, 'annotations') }
  await run({ paths: [join(cwd, 'sources')], ...where, jobs: 1 })
  const review = async () => openDesk({ ...where, jobs: 1, reviewer: 'Ada', version: '0' })
  const before = await review()
  const [dispute] = (await before.queue(queueQuerySchema.parse({}))).conflicts
  const { entry } = await judge(before, dispute!, { note: 'before the damage' })
  await before.close()

  const file = join(where.out, 'claims.db')
  const bytes = readFileSync(file)
  // The first page stays as it is: it is a database, and no other page of it is any good.
  for (let page = 4096; page < bytes.length; page += 4096) bytes.fill(0x5a, page, page + 512)
  writeFileSync(file, bytes)
  for (const command of ['run', 'conflicts', 'review', 'status']) {
    const { code, stderr } = await gainsay([command, '--quiet', '--jobs', '1'], { cwd })
    expect(`${command} ${code}: ${stderr}`).toMatch(
      /^\w+ 1: .*claims\.db: the database is damaged\. Delete it and run again: .*verdicts are kept in annotations\/\.\n$/,
    )
  }
  const examined = await gainsay(['doctor'], { cwd })
  expect(examined.code).toBe(1)
  expect(examined.stdout + examined.stderr).toMatch(/damaged|Move the database away and type `gainsay run`/)

  for (const name of readdirSync(where.out)) if (name.startsWith('claims.db')) rmSync(join(where.out, name))
  expect((await gainsay(['run', '--quiet', '--jobs', '1'], { cwd })).code).toBe(0)
  const after = await review()
  const { conflicts } = await after.queue(queueQuerySchema.parse({ status: 'decided' }))
  expect(conflicts.map(({ id }) => id)).toEqual([dispute!.id])
  expect((await after.verdicts()).entries).toMatchObject([
    { id: entry.id, note: 'before the damage', inForce: true },
  ])
  await after.close()
})

it('a database that another program holds is waited for, then told of; nothing is half done', async () => {
  const cwd = bridge()
  expect((await gainsay(['run', '--quiet', '--jobs', '1'], { cwd })).code).toBe(0)
  const other = new Database(join(cwd, 'out', 'claims.db'))
  other.exec('begin immediate')
  const held = await gainsay(['run', '--quiet', '--jobs', '1', '--force'], { cwd })
  expect(held.code).toBe(1)
  expect(held.stderr).toMatch(
    /^.*claims\.db: the database is locked by another program\. Wait for the other run to end, .* then try again\.\n$/,
  )
  other.exec('rollback')
  other.close()
  expect((await gainsay(['run', '--quiet', '--jobs', '1', '--force'], { cwd })).code).toBe(0)
})

it('a disk that nobody may write to is told in one sentence', async ({ skip }) => {
  const cwd = bridge()
  const out = smallDisk(join(cwd, 'out'))
  if (!out) return skip('only root may mount a small disk')
  const mode = (of: string) => spawnSync('mount', ['-o', `remount,size=50m,${of}`, out])
  mode('rw')
  expect((await gainsay(['run', '--quiet', '--jobs', '1'], { cwd })).code).toBe(0)
  mode('ro')
  for (const command of ['run', 'claims']) {
    const { code, stderr } = await gainsay([command, '--quiet'], { cwd })
    expect(`${command} ${code}: ${stderr}`).toMatch(/^\w+ 1: out.*\. Check the permissions [^\n]*\n$/)
    expect(stderr).not.toMatch(/stumbled|Error|at file:/)
  }
  mode('rw')
  expect((await gainsay(['run', '--quiet', '--jobs', '1'], { cwd })).code).toBe(0)
})
