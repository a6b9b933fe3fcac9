import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docx, paragraph, pdf } from '../read/samples.ts'
import { BRIDGE, scratch, write } from '../run/articles.ts'
import { gainsay } from './command.ts'

describe('gainsay run over what a folder holds', () => {
  it('takes every format through its threads, and a bad file costs only itself', async () => {
    const cwd = scratch()
    write(join(cwd, 'sources'), {
      'a.md': BRIDGE['gazette.md'],
      'b.docx': docx(paragraph('The Norwick Bridge was sold in 1990.')),
      'c.pdf': pdf([[['The Norwick Bridge was painted in 1991.', 72, 700]]]),
      'd.html': `<html><body>${'<div>'.repeat(1_000)}`,
    })
    const ran = await gainsay(['run', '--jobs', '1', '--quiet'], { cwd })
    expect(ran.code).toBe(1)
    expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(
      /3 new, .* 1 failed.*sources\/d\.html: .*nested more than 250 deep/,
    )
    const claims = await gainsay(['claims', '--json'], { cwd })
    expect(claims.stdout).toMatch(/sold in 1990/)
    expect(claims.stdout).toMatch(/painted in 1991/)
  })

  it('ends what takes longer than it may, and says so', async () => {
    const cwd = scratch()
    write(join(cwd, 'sources'), { 'a.md': BRIDGE['gazette.md'] })
    const cut = await gainsay(['run', '--jobs', '1', '--limit', 'seconds=0.001'], { cwd })
    expect(cut.code).toBe(1)
    expect(cut.stdout.replace(/\s+/g, ' ')).toContain('took longer than 0.001 seconds')
    expect((await gainsay(['run', '--jobs', '1'], { cwd })).code).toBe(0)
  })

  it.each([
    [['run', '--limit', 'colour=3'], /no limit "colour".*bytes, .*seconds/],
    [['run', '--limit', 'pages=many'], /"many" is no limit/],
    [['run', '--field', 'text'], /"text" sets nothing/],
  ])('knows wrong usage: %s', async (args, message) => {
    const { code, stderr } = await gainsay(args, { cwd: scratch() })
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})
