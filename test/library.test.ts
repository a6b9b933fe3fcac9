import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { BRIDGE, scratch, write } from './run/articles.ts'

it('runs the library example of the README as it stands there', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const [, example] = /## As a library[\s\S]*?```(?:ts|js)\n([\s\S]*?)```/.exec(
    readFileSync(join(root, 'README.md'), 'utf8'),
  )!
  const cwd = scratch()
  write(join(cwd, 'sources'), BRIDGE)
  // Inside the package, so that it finds 'gainsay' as an installed program would.
  const file = join(root, 'dist', 'readme-example.mjs')
  onTestFinished(() => rmSync(file, { force: true }))
  writeFileSync(file, example!)
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/sources\/note\.txt: 1 claims[\s\S]*When was Norwick Bridge built\?/)
})
