import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A sentence of a Universal Dependencies treebank; heads count from one, 0 is the root. */
export interface TreebankSentence {
  readonly document: string
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/** Reads a CoNLL-U file, packed by gzip or not; empty nodes and multiword tokens are left out. */
export function readTreebank(path: string): TreebankSentence[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const sentences: TreebankSentence[] = []
  let document = ''
  for (const chunk of text.split('\n\n')) {
    const rows: string[][] = []
    for (const line of chunk.split('\n')) {
      if (line.startsWith('# newdoc')) document = line.slice(line.indexOf('=') + 1).trim()
      if (line === '' || line.startsWith('#')) continue
      const row = line.split('\t')
      if (/^\d+$/.test(row[0]!)) rows.push(row)
    }
    if (rows.length === 0) continue
    const column = (k: number) => rows.map((row) => row[k]!)
    sentences.push({
      document,
      forms: column(1),
      lemmas: column(2),
      upos: column(3),
      xpos: column(4),
      heads: column(6).map(Number),
      deprels: column(7),
    })
  }
  return sentences
}
