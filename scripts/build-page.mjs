// Bundles the review page (pipeline/review/page) into dist/pipeline/review/page: index.html,
// page.js, page.css and icon.svg. The same sources give the same bytes; nothing is fetched, and a packed install brings the result.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const from = `${root}pipeline/review/page/`
const to = `${root}dist/pipeline/review/page/`
mkdirSync(to, { recursive: true })

const bundle = await rolldown({
  input: `${from}main.tsx`,
  cwd: root,
  platform: 'browser',
  tsconfig: `${from}tsconfig.json`,
})
await bundle.write({ file: `${to}page.js`, format: 'iife', minify: true, comments: false })
await bundle.close()

// In the order of their names: 0-tokens first.
const sheets = readdirSync(`${from}styles`)
  .filter((name) => name.endsWith('.css'))
  .sort()
writeFileSync(`${to}page.css`, sheets.map((name) => readFileSync(`${from}styles/${name}`, 'utf8')).join('\n'))
for (const name of ['index.html', 'icon.svg']) copyFileSync(from + name, to + name)
