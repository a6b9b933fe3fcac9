import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { annotate } from '../../pipeline/annotate.ts'
import type { Mention } from '../../pipeline/model/entity.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import { readSource } from '../../pipeline/read/index.ts'
import { resolveEntities } from '../../pipeline/resolve/index.ts'
import { bCubed } from './b-cubed.ts'
import type { Figure } from './table.ts'

/** `annotations/gold/seeds/names.yaml`: of each text its names by entity, as `start-end` in UTF-16 code units. */
const gold = z.object({
  texts: z.array(z.object({ sha256: z.string(), names: z.record(z.string(), z.string()) })),
})

interface Named {
  readonly key: string
  readonly found: Mention | null
}

/** Where the articles are: `GAINSAY_SEEDS`, or `../shared/seeds`; null where there are none. */
export function findSeeds(root: string): string | null {
  const folder = process.env.GAINSAY_SEEDS ?? join(root, '..', 'shared', 'seeds')
  return existsSync(folder) ? folder : null
}

/** Who is who across five articles that are no part of the project, by their names; nothing where they are not at hand. */
export function scoreSeeds(file: string, folder: string, knowledge: Knowledge): Figure[] {
  const { texts } = gold.parse(parse(readFileSync(file, 'utf8')))
  const documents = readdirSync(folder)
    .sort()
    .map((name) => annotate(readSource(name, readFileSync(join(folder, name)), name), knowledge))
  const { canonical } = resolveEntities(documents, knowledge)
  const names = texts.flatMap(({ sha256, names: byKey }): Named[] => {
    const document = documents.find(({ textSha256 }) => textSha256 === sha256)
    if (document === undefined) return []
    const mentions = new Map(document.mentions.map((mention) => [`${mention.start}-${mention.end}`, mention]))
    return Object.entries(byKey).flatMap(([key, spans]) =>
      spans.split(' ').map((span) => ({ key, found: mentions.get(span) ?? null })),
    )
  })
  if (names.length === 0) return []
  const entityOf = ({ found }: Named) =>
    found?.entity ? (canonical.get(found.entity) ?? found.entity) : null
  return [bCubed('seeds', 'names across texts (B³)', names, { gold: ({ key }) => key, system: entityOf })]
}
