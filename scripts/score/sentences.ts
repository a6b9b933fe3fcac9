import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSource } from '../../pipeline/read/index.ts'
import { segmentBlocks, segmentWords } from '../../pipeline/segment/index.ts'
import { agreement, type Figure } from './table.ts'

/** The figure, and the seams that were missed or found too much, as `missed: before| |behind`. */
export interface SentenceScores {
  readonly figures: readonly Figure[]
  readonly misses: readonly string[]
}

/** Where sentences meet inside paragraphs, against `annotations/gold/sentences/`; see its README. */
export function scoreSentences(directory: string): SentenceScores {
  const scores = readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => judge(readFileSync(join(directory, name), 'utf8'), name))
  const gold = scores.flatMap((score) => [...score.gold])
  const found = scores.flatMap((score) => [...score.found])
  const right = scores.flatMap((score) => [...score.gold].filter((seam) => score.found.has(seam)))
  return {
    figures: [agreement('gold', 'sentences: inner boundaries', right.length, gold.length, found.length)],
    misses: scores.flatMap((score) => score.misses),
  }
}

interface Judged {
  /** Offsets of the first characters of sentences that begin inside a paragraph. */
  readonly gold: ReadonlySet<number>
  readonly found: ReadonlySet<number>
  readonly misses: readonly string[]
}

function judge(lines: string, name: string): Judged {
  const paragraphs = lines.trim().split(/\n{2,}/)
  const text = paragraphs.map((paragraph) => paragraph.replaceAll('\n', ' ')).join('\n\n')
  const gold = new Set<number>()
  const edges = new Set<number>()
  let at = 0
  for (const paragraph of paragraphs) {
    edges.add(at)
    for (let seam = paragraph.indexOf('\n'); seam !== -1; seam = paragraph.indexOf('\n', seam + 1))
      gold.add(at + seam + 1)
    at += paragraph.length + 2
  }
  const source = readSource(name, Buffer.from(text), name)
  const { sentences } = segmentWords({ ...source, blocks: segmentBlocks(source) })
  const found = new Set(sentences.map(({ start }) => start).filter((start) => !edges.has(start)))
  const show = (what: string, seam: number) =>
    `${name}: ${what}: ${text.slice(Math.max(0, seam - 40), seam).trim()} | ${text.slice(seam, seam + 40)}`
  return {
    gold,
    found,
    misses: [
      ...[...gold].filter((seam) => !found.has(seam)).map((seam) => show('seam missed', seam)),
      ...[...found].filter((seam) => !gold.has(seam)).map((seam) => show('seam too much', seam)),
    ],
  }
}
