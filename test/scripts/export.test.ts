import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BRIDGE, scratch, write } from '../run/articles.ts'
import { gainsay } from './command.ts'

it('exports all or a selection, verifies it, and shows what an edit changed', async () => {
  const cwd = scratch()
  write(join(cwd, 'sources'), BRIDGE)
  await gainsay(['run', '--jobs', '1'], { cwd })
  const rows = (file: string) => readFileSync(join(cwd, file), 'utf8').trimEnd().split('\r\n').length - 1

  const all = await gainsay(['export', '--format', 'csvw', '--excel'], { cwd })
  expect(all).toMatchObject({ code: 0, stderr: '' })
  expect(all.stdout).toContain(`out/claims.csv: ${rows('out/claims.csv')} claims\n`)
  expect(all.stdout).toMatch(/out\/claims-excel\.csv.*\n[\s\S]*out\/claims\.csv-metadata\.json: 3 tables/)
  const part = await gainsay(['export', '--source', 'note.txt'], { cwd })
  expect(part.stdout).toContain('out/selection/claims.csv')
  expect(rows('out/selection/claims.csv')).toBeLessThan(rows('out/claims.csv'))
  await gainsay(['export', '--format', 'html', '--to', 'for/a/colleague'], { cwd })
  expect(existsSync(join(cwd, 'for/a/colleague/disputes.html'))).toBe(true)
  expect((await gainsay(['export', '--format', 'xml'], { cwd })).code).toBe(2)
  expect((await gainsay(['export', '--since', 'May'], { cwd })).code).toBe(2)

  for (const file of ['claims.csv', 'claims-excel.csv', 'conflicts.csv', 'selection/claims.csv']) {
    const verified = await gainsay(['verify', `out/${file}`], { cwd })
    expect(verified).toMatchObject({ code: 0, stdout: '' })
    expect(verified.stderr).toMatch(/^\d+ rows?, all true\.\n$/)
  }
  const article = join(cwd, 'sources/courier.md')
  const edited = readFileSync(article, 'utf8').replace('1928', '1926')
  writeFileSync(article, edited)
  const verified = await gainsay(['verify', 'out/claims.csv'], { cwd })
  expect(verified.code).toBe(1)
  expect(verified.stdout).toMatch(/^row \d+: sources\/courier\.md: the file is another one by its sha256/)

  await gainsay(['run', '--jobs', '1'], { cwd })
  const changes = await gainsay(['diff', '1', '2'], { cwd })
  expect(changes).toMatchObject({ code: 0, stderr: '1 changed text, 0 new texts.\n' })
  expect(changes.stdout).toMatch(
    /silently edited[\s\S]*changed .*1928[\s\S]*-> .*1926.*\[time 1928 -> 1926\]/,
  )
  const runs = (await gainsay(['runs', '--csv'], { cwd })).stdout.split('\r\n')
  expect(runs[0]).toMatch(/^run,started,finished,documents_new,/)
  expect(runs[2]).toMatch(/^2,\d{4}-\d\d-\d\dT[^,]*,[^,]*,0,1,2,0,/)
  expect((await gainsay(['diff', '2', '1'], { cwd })).stderr).toMatch(/no runs 2 and 1.*between 1 and 2/)
})
