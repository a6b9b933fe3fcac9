import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UniversalPos } from '../model/document.ts'
import { packageRoot } from '../model/package-root.ts'
import { createLemmatizer, type Lemmatizer } from './lemmas.ts'
import { type LinearModel, openModel, readModelFile, type SharedModel } from './linear-model.ts'

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

/** Its weights as one thread lends them to others; a few hundred bytes beside the memory, which is not copied. */
export type LentModel = Readonly<Record<'tagger' | 'backward' | 'forward', SharedModel>>

let lent: LentModel | undefined
let loaded: LanguageModel | undefined

const modelPath = (name: string) => join(packageRoot(), 'pipeline', 'segment', 'model', name)

/** Reads the model files on first use. */
export function lendModel(): LentModel {
  const read = (name: string) => readModelFile(readFileSync(modelPath(name)))
  lent ??= {
    tagger: read('tagger.bin'),
    backward: read('backward-parser.bin'),
    forward: read('forward-parser.bin'),
  }
  return lent
}

/** Spares this thread the reading, where it comes before the first use. */
export function borrowModel(model: LentModel): void {
  lent ??= model
}

/** The model for this thread. */
export function languageModel(): LanguageModel {
  if (loaded === undefined) {
    const { tagger, backward, forward } = lendModel()
    const relations = relationNames(forward.classes)
    loaded = {
      tagger: openModel(tagger),
      tags: tagTable(tagger.classes),
      backward: openModel(backward),
      forward: openModel(forward),
      relations,
      root: relations.indexOf('root'),
      lemmatize: createLemmatizer(readFileSync(modelPath('lemmas.tsv'), 'utf8')),
    }
  }
  return loaded
}
