import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../pipeline/model/document.ts'
import { readSource } from '../../pipeline/read/index.ts'
import { segmentBlocks } from '../../pipeline/segment/index.ts'
import { agreement, type Figure } from './table.ts'

/** Figures, and in words what was kept that is none of the article's, and what was lost. */
export interface PageScores {
  readonly figures: readonly Figure[]
  readonly misses: readonly string[]
}

interface Line {
  readonly page: string
  readonly words: string
  readonly boilerplate: boolean
  readonly called: boolean
}

/** What the pages' readers and the rules for boilerplate tell apart, against `annotations/gold/pages/`; see its README. */
export function scorePages(directory: string, name = 'pages'): PageScores {
  const files = readdirSync(directory).sort()
  const lines = files
    .filter((name) => name.endsWith('.lines'))
    .flatMap((name) => {
      const page = files.find((file) => file !== name && file.startsWith(name.replace(/lines$/, '')))!
      const source = readSource(join(directory, page), readFileSync(join(directory, page)), page)
      return judge(source, readFileSync(join(directory, name), 'utf8'))
    })
  const called = lines.filter((line) => line.called)
  const boilerplate = lines.filter((line) => line.boilerplate)
  const kept = lines.filter((line) => !line.boilerplate)
  const both = called.filter((line) => line.boilerplate).length
  const keptBoth = kept.filter((line) => !line.called).length
  return {
    figures: [
      agreement('gold', `${name}: boilerplate lines`, both, boilerplate.length, called.length),
      agreement('gold', `${name}: kept lines`, keptBoth, kept.length, lines.length - called.length),
    ],
    misses: lines
      .filter((line) => line.called !== line.boilerplate)
      .map(
        ({ page, words, called: lost }) => `${page}: ${lost ? 'lost' : "kept as the article's"}: ${words}`,
      ),
  }
}

function judge(source: Source, gold: string): Line[] {
  const blocks = segmentBlocks(source)
  let from = 0
  return gold.split('\n').flatMap((line) => {
    const match = /^([+-]) (.+)$/.exec(line)
    if (!match) return []
    const words = match[2]!
    const at = source.text.indexOf(words, from)
    if (at < 0) throw new Error(`${source.path} shows no "${words}" behind offset ${from}.`)
    from = at + words.length
    const block = blocks.find(({ start, end }) => start < from && end > at)
    const called = !block || block.kind === 'boilerplate' || block.kind === 'reference'
    return [{ page: source.path, words, boilerplate: match[1] === '-', called }]
  })
}
