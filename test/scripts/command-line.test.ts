import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BRIDGE, scratch, write } from '../run/articles.ts'
import { gainsay } from './command.ts'

/** A folder with the bridge articles in `sources/`. */
function bridge(): string {
  const folder = scratch()
  write(join(folder, 'sources'), BRIDGE)
  return folder
}

function exports(out: string): string[] {
  return ['claims.csv', 'conflicts.csv'].map((name) => readFileSync(join(out, name), 'utf8'))
}

describe('gainsay', () => {
  it('runs, closes with what to do next, and answers', async () => {
    const cwd = bridge()
    const ran = await gainsay(['run', '--jobs', '1'], { cwd })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^New disputes: \d/)
    expect(ran.stdout).toMatch(/Texts {5}3 new, 0 changed, 0 unchanged, 0 failed; 3 in all/)
    expect(ran.stdout).toMatch(/1 of 3 texts has no date.*\n?.*Add `published:`.*\n?.*sources\/note\.txt/)
    expect(ran.stdout).toMatch(/Next {6}npx gainsay show x_[0-9a-f]{8}\n$/)
    expect(ran.stdout.split('\n').every((line) => line.length <= 80)).toBe(true)

    const conflicts = await gainsay(['conflicts'], { cwd })
    expect(conflicts.stdout).toMatch(/Position \d {2}1931 .*\n {4}“Arvid Holm/)
    expect(conflicts.stdout).toContain('sources/courier.md:11')
    expect((await gainsay(['conflicts', '--type', 'attendance'], { cwd })).stdout).toBe('')

    const claims = await gainsay(['claims', '--about', 'Norwick Bridge'], { cwd })
    expect(claims.stdout).toContain('sources/gazette.md:9')
    const [id] = /c_[0-9a-f]{8}/.exec(claims.stdout)!
    const shown = await gainsay(['show', id], { cwd })
    expect(shown.stdout).toMatch(/⟦[^⟧]+⟧/)
    for (const label of ['Source', 'Place', 'Offsets', 'SHA-256', 'Rule', 'Versions']) {
      expect(shown.stdout).toContain(label)
    }

    const again = await gainsay(['run', '--jobs', '1'], { cwd })
    expect(again.stdout).toMatch(/^New disputes: none/)
    expect(again.stdout).toContain('0 new, 0 changed, 3 unchanged, 0 failed')
    expect((await gainsay(['conflicts', '--new'], { cwd })).stdout).toBe('')
    expect((await gainsay(['claims', '--new'], { cwd })).stdout).toBe('')
  })

  it('gives the same files from another folder, in another order, with one job or four', async () => {
    const cwd = bridge()
    await gainsay(['run', '--jobs', '1', '--out', 'one'], { cwd })
    const files = ['note.txt', 'gazette.md', 'courier.md'].map((name) => `../sources/${name}`)
    mkdirSync(join(cwd, 'elsewhere'))
    await gainsay(['run', '--jobs', '4', '--out', '../four', ...files], { cwd: join(cwd, 'elsewhere') })
    expect(exports(join(cwd, 'four'))).toEqual(exports(join(cwd, 'one')))
  })

  it('annotates one JSON object a line, in order, with any number of jobs', async () => {
    const cwd = bridge()
    const args = ['annotate', 'sources/note.txt', 'sources/gazette.md', 'sources/courier.md']
    const one = await gainsay([...args, '--jobs', '1'], { cwd })
    expect(await gainsay([...args, '--jobs', '2'], { cwd })).toEqual(one)
    const lines = one.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ source }) => source.path)).toEqual([
      'sources/courier.md',
      'sources/gazette.md',
      'sources/note.txt',
    ])
    for (const { text, claims } of lines) {
      expect(claims.length).toBeGreaterThan(0)
      for (const { subject } of claims) {
        if (subject.start !== null) expect(text.slice(subject.start, subject.end)).toBe(subject.text)
      }
    }
  })

  it('gives data with --json, on standard output alone', async () => {
    const cwd = bridge()
    const ran = await gainsay(['run', '--jobs', '1', '--json'], { cwd })
    expect(JSON.parse(ran.stdout)).toMatchObject({ documents: { new: 3, failed: 0 }, interrupted: false })
    const claims = await gainsay(['claims', '--json', '--quiet'], { cwd })
    const records = claims.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.every(({ claim, line }) => claim.id.startsWith('c_') && line > 0)).toBe(true)
    expect(claims.stderr).toBe('')
  })

  it('says in one sentence what is wrong: 1 for failures, 2 for wrong usage', async () => {
    const cwd = bridge()
    write(join(cwd, 'sources'), { 'bad.txt': '' })
    const failed = await gainsay(['run', '--jobs', '1'], { cwd })
    expect(failed.code).toBe(1)
    expect(failed.stdout).toMatch(/Failed +sources\/bad\.txt/)

    const wrong = [
      ['frobnicate'],
      ['run', '--frob'],
      ['show'],
      ['run', '--jobs', '0'],
      ['conflicts', '--type', 'x'],
    ]
    for (const args of wrong) {
      const { code, stdout, stderr } = await gainsay(args, { cwd })
      expect([args, code, stdout]).toEqual([args, 2, ''])
      expect(stderr).not.toMatch(/\n {4}at /)
    }
    const none = await gainsay(['conflicts', '--out', 'nothing'], { cwd })
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect((await gainsay(['show', 'c_ffff'], { cwd })).code).toBe(1)
  })

  it('shows escape codes of a text harmlessly', async () => {
    const cwd = scratch()
    write(join(cwd, 'sources'), { 'evil.txt': 'The \u001b[31mNorwick\u202e Bridge was sold in 1990.\n' })
    const ran = await gainsay(['run', '--jobs', '1'], { cwd })
    const claims = await gainsay(['claims'], { cwd })
    const annotated = await gainsay(['annotate', 'sources', '--jobs', '1'], { cwd })
    for (const { stdout, stderr } of [ran, claims, annotated]) {
      expect(stdout + stderr).not.toContain('\u001b')
      expect(stdout + stderr).not.toContain('\u202e')
    }
  })

  it('starts with help, and loads no stage for it', async () => {
    const { code, stdout } = await gainsay(['--help'], { cwd: scratch() })
    expect(code).toBe(0)
    for (const name of ['run', 'conflicts', 'claims', 'show', 'annotate']) expect(stdout).toContain(name)
  })
})
