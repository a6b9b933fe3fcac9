import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

function print(script: string, cwd: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd, encoding: 'utf8' })
}

describe('the driver', () => {
  it('is not loaded where nobody asks for it', () => {
    const script = `
      import { createRequire } from 'node:module'
      import { openStore } from './dist/pipeline/store/index.js'
      process.on('worker', () => console.log('a thread, which may load it'))
      const store = await openStore(':memory:')
      await store.totals()
      await store.close()
      const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => /node_modules.pg/.test(path))
      console.log(JSON.stringify(loaded))`
    expect(print(script, root)).toBe('[]\n')
  })

  it('is asked for in one sentence where it is not installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gainsay-without-pg-'))
    for (const part of ['model', 'store/postgres', 'store/schema'])
      cpSync(join(root, 'dist/pipeline', part), join(folder, part), { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    const script = `
      import { openPostgres } from './store/postgres/index.js'
      try { openPostgres('postgres://me:secret@127.0.0.1:1/desk') } catch (error) { console.log(error.message) }`
    expect(print(script, folder)).toBe(
      'postgres://me@127.0.0.1:1/desk: a PostgreSQL database needs two packages that are not installed. ' +
        'Type `npm install pg pg-boss@10`, then try again.\n',
    )
    rmSync(folder, { recursive: true })
  })
})
