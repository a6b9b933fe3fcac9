import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { scratch, write } from '../run/articles.ts'
import { docx, paragraph, pdf } from './samples.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PROSE = 'The mill at Harn was sold on Tuesday to a company from the coast.'

/** Every format, each asking for a file of the machine and for an address of the web in the ways that it has. */
function curious(secret: string): Readonly<Record<string, string | Uint8Array>> {
  const address = 'http://127.0.0.1:9/x'
  return {
    'a.txt': `${PROSE}\n${address}\nfile://${secret}`,
    'a.md': `---\ntitle: Mill\nurl: ${address}\n---\n![x](${address}.png)\n\n<!-- include ${secret} -->\n\n{{< include ${secret} >}}\n\n${PROSE}`,
    'a.html': `<!doctype html><html><head><base href="${address}"><link rel="stylesheet" href="${address}.css"><meta http-equiv="refresh" content="0;url=${address}">
      <script src="${address}.js"></script></head><body><iframe src="file://${secret}"></iframe><img src="${address}.png" onerror="fetch('${address}')">
      <object data="file://${secret}"></object><p>${PROSE}</p></body></html>`,
    'b.html': `<!DOCTYPE html [<!ENTITY x SYSTEM "file://${secret}">]><html><body><p>${PROSE} &x;</p></body></html>`,
    'a.docx': docx(
      `<w:altChunk r:id="r1"/>${paragraph(PROSE)}<w:p><w:r><w:instrText>INCLUDETEXT "${secret}"</w:instrText></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels': Buffer.from(
          `<Relationships><Relationship Id="r1" TargetMode="External" Target="file://${secret}"/><Relationship Id="r2" TargetMode="External" Target="${address}"/></Relationships>`,
        ),
      },
    ),
    'a.pdf': pdf(
      [[[PROSE, 72, 700]]],
      `/Info << /Title (file://${secret}) >> /OpenAction << /S /GoToR /F (${secret}) >> /AA << /S /URI /URI (${address}) >>`,
    ),
    'a.json': JSON.stringify({ $ref: `file://${secret}`, text: PROSE, url: address }),
    'a.jsonl': `${JSON.stringify({ content: `<p>${PROSE}</p><img src="${address}">`, include: secret })}\n`,
  }
}

it('no reader opens another file, a thread, a process or a connection', () => {
  const folder = write(scratch(), { 'secret.txt': 'a secret' })
  const files = Object.fromEntries(
    Object.entries(curious(join(folder, 'secret.txt'))).map(([name, content]) => [
      name,
      Buffer.from(content).toString('base64'),
    ]),
  )
  const flag = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  const folders = ['dist', 'node_modules', 'test/read'].map((name) => realpathSync(join(root, name)))
  // A link is asked for by its own name, too; Node 20 does not bear a folder beside what is in it.
  const modules = join(root, 'node_modules')
  const granted = [
    join(root, 'package.json'),
    ...(folders.includes(modules) ? [] : [modules]),
    ...folders.map((path) => `${path}/*`),
  ]
  const script = join(root, 'test', 'read', 'closed-process.mjs')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [flag, ...granted.map((path) => `--allow-fs-read=${path}`), script],
    {
      input: JSON.stringify(files),
      encoding: 'utf8',
    },
  )
  expect(status, stderr).toBe(0)
  const { texts, connections } = JSON.parse(stdout) as {
    texts: Record<string, string>
    connections: string[]
  }
  for (const name of Object.keys(files)) expect(texts[name], name).toContain(PROSE)
  expect(JSON.stringify(texts)).not.toContain('a secret')
  expect(connections).toEqual([])
})
