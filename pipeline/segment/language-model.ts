import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UniversalPos } from '../model/document.ts'
import { packageRoot } from '../model/package-root.ts'
import { createLemmatizer, type Lemmatizer } from './lemmas.ts'
import { type LinearModel, readLinearModel } from './linear-model.ts'

/** What was learnt from the treebank, see `model/LICENSE.md`. */
export interface LanguageModel {
  readonly tagger: LinearModel
  readonly tags: TagTable
  /** The parser that reads a sentence from its end, and the one that it guides (see parseGuided). */
  readonly backward: LinearModel
  readonly forward: LinearModel
  readonly relations: readonly string[]
  /** Number of the relation "root". */
  readonly root: number
  readonly lemmatize: Lemmatizer
}

/** The tagger's classes ("NOUN|NNS") taken apart. */
export interface TagTable {
  /** By class. */
  readonly pos: readonly UniversalPos[]
  readonly tag: readonly string[]
  /** By class: number of the tag in the sorted list of tags, as the parser knows it. */
  readonly posNumber: Uint8Array
  readonly tagNumber: Uint8Array
}

export function tagTable(classes: readonly string[]): TagTable {
  const pos = classes.map((cls) => cls.slice(0, cls.indexOf('|')))
  const tag = classes.map((cls) => cls.slice(cls.indexOf('|') + 1))
  const numbers = (names: readonly string[]) => {
    const sorted = [...new Set(names)].sort()
    return Uint8Array.from(names, (name) => sorted.indexOf(name))
  }
  return { pos: pos as UniversalPos[], tag, posNumber: numbers(pos), tagNumber: numbers(tag) }
}

/** The relations of the parser's classes, by number (see `bestTransition`). */
export function relationNames(classes: readonly string[]): string[] {
  return classes.filter((cls) => cls.startsWith('LEFT ')).map((cls) => cls.slice('LEFT '.length))
}

let loaded: LanguageModel | undefined

/** Reads the model files on first use. */
export function languageModel(): LanguageModel {
  if (loaded === undefined) {
    const folder = join(packageRoot(), 'pipeline', 'segment', 'model')
    const tagger = readLinearModel(readFileSync(join(folder, 'tagger.bin')))
    const backward = readLinearModel(readFileSync(join(folder, 'backward-parser.bin')))
    const forward = readLinearModel(readFileSync(join(folder, 'forward-parser.bin')))
    const relations = relationNames(forward.classes)
    loaded = {
      tagger,
      tags: tagTable(tagger.classes),
      backward,
      forward,
      relations,
      root: relations.indexOf('root'),
      lemmatize: createLemmatizer(readFileSync(join(folder, 'lemmas.tsv'), 'utf8')),
    }
  }
  return loaded
}
