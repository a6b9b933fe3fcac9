import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotate } from '../../pipeline/annotate.ts'
import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import { readSource } from '../../pipeline/read/index.ts'
import type { GoldArticle } from './gold.ts'

/** What a careful reader found in a text, and what the pipeline found. */
export interface Pairing {
  readonly gold: GoldArticle
  readonly document: AnnotatedDocument
}

/** Annotates the texts of the gold; `root` is the folder that their paths count from. */
export function annotateGold(
  articles: readonly GoldArticle[],
  root: string,
  knowledge: Knowledge,
): Pairing[] {
  return articles.map((gold) => {
    const file = join(root, gold.text)
    return { gold, document: annotate(readSource(file, readFileSync(file), gold.text), knowledge) }
  })
}
