import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { examine } from '../../pipeline/batch/doctor.ts'
import { run } from '../../pipeline/run.ts'
import { gainsay } from '../scripts/command.ts'
import { BRIDGE, scratch, write } from './articles.ts'

const MEGABYTE = 'size=1m'

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
  const cwd = write(home, {
    ...Object.fromEntries(Object.entries(BRIDGE).map(([name, text]) => [`sources/${name}`, text])),
    'out/ballast': Buffer.alloc(500_000),
  })
  const full = await gainsay(['run', '--quiet', '--jobs', '1'], { cwd })
  expect(full.code).toBe(1)
  expect(full.stderr).toMatch(/the disk is full\. Free some space, then run again/)
  expect(full.stderr).not.toMatch(/stumbled|Error|at file:/)

  rmSync(join(out, 'ballast'))
  const annotations = join(home, 'annotations')
  spawnSync('mount', ['-o', 'remount,size=50m', out])
  await run({ paths: [join(home, 'sources')], out, annotations, jobs: 1 })
  expect(examine({ out, annotations }).flatMap(({ problems }) => problems)).toEqual([])
})
