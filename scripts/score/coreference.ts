import type { Mention } from '../../pipeline/model/entity.ts'
import type { EntityId } from '../../pipeline/model/ids.ts'
import type { Knowledge } from '../../pipeline/model/knowledge.ts'
import { resolveEntities } from '../../pipeline/resolve/index.ts'
import { bCubed, groupBy } from './b-cubed.ts'
import { type GoldMention, locate } from './gold.ts'
import type { Pairing } from './pairing.ts'
import { type Figure, share } from './table.ts'

const SET = 'gold'

/** A gold mention that refers to something, with what was found in the same place. */
interface Placed {
  readonly gold: GoldMention & { readonly entity: string }
  readonly found: Mention | null
  readonly document: string
  readonly path: string
}

/** Figures, and in words which descriptions and pronouns were resolved wrong or left open. */
export interface CoreferenceScores {
  readonly figures: readonly Figure[]
  readonly misses: readonly string[]
}

/**
 * Who is who: within each text, across all texts of the gold, and for descriptions and pronouns alone. Only sameness
 * counts; how entities are called does not.
 */
export function scoreCoreference(pairings: readonly Pairing[], knowledge: Knowledge): CoreferenceScores {
  const judged = pairings.filter(({ gold }) => gold.complete.mentions)
  const placed = judged.flatMap(place)
  const linked = judged.map(({ document }) => ({ id: document.id, entities: document.entities }))
  const { canonical } = resolveEntities(linked, knowledge)
  // Together mentions ("both sisters") are no cluster of their own: they are judged with the descriptions.
  const single = placed.filter(({ gold }) => !gold.entity.includes('+'))
  const names = single.filter(({ gold }) => gold.form === 'name')
  const entityOf = ({ found }: Placed) => found?.entity ?? null
  const acrossOf = ({ found }: Placed) =>
    found?.entity ? (canonical.get(found.entity) ?? found.entity) : null
  const within = (one: Placed, entity: string | null) => entity && `${one.document} ${entity}`
  const references = (['pronoun', 'nominal'] as const).map((form) => scoreReferences(form, judged, placed))
  const figures = [
    bCubed(SET, 'coreference within a text (B³)', single, {
      gold: (one) => `${one.document} ${one.gold.entity}`,
      system: (one) => within(one, entityOf(one)),
    }),
    bCubed(SET, 'coreference across texts (B³)', single, {
      gold: ({ gold }) => gold.entity,
      system: acrossOf,
    }),
    bCubed(SET, 'names across texts (B³)', names, { gold: ({ gold }) => gold.entity, system: acrossOf }),
    ...references.flatMap((scores) => scores.figures),
  ]
  return { figures, misses: references.flatMap(({ misses }) => misses) }
}

function place({ gold, document }: Pairing): Placed[] {
  const found = new Map(document.mentions.map((mention) => [`${mention.start}-${mention.end}`, mention]))
  return gold.mentions.flatMap((mention) => {
    if (mention.entity === null) return []
    const { start, end } = locate(document.text, mention.text, mention.occurrence, gold.text)
    const placed = { ...mention, entity: mention.entity }
    return [
      { gold: placed, found: found.get(`${start}-${end}`) ?? null, document: document.id, path: gold.text },
    ]
  })
}

/**
 * Descriptions or pronouns: of those that the pipeline says refer to something, how many refer to just that; and how
 * many of the gold's it answers at all. One that the gold does not have is wrong.
 */
function scoreReferences(
  form: 'pronoun' | 'nominal',
  judged: readonly Pairing[],
  placed: readonly Placed[],
): CoreferenceScores {
  const meaning = meaningOf(placed)
  const gold = placed.filter((one) => one.gold.form === form)
  const answered = gold.filter(({ found }) => found !== null && referents(found).length > 0)
  const isRight = ({ found, gold, document }: Placed) => {
    const keys = new Set(referents(found!).map((id) => meaning.get(`${document} ${id}`)))
    const meant = gold.entity.split('+')
    return keys.size === meant.length && meant.every((key) => keys.has(key))
  }
  const right = answered.filter(isRight)
  const said = judged.flatMap(({ document }) =>
    document.mentions
      .filter((one) => one.form === form && referents(one).length > 0)
      .map((found) => ({ document, found })),
  )
  const wrong = said.filter(({ found }) => !right.some((one) => one.found === found))
  const open = gold.filter((one) => !answered.includes(one))
  return {
    figures: [
      share(SET, `${form}s: resolved right`, right.length, said.length),
      share(SET, `${form}s: answered`, answered.length, gold.length),
    ],
    misses: [
      ...wrong.map(({ document, found }) => {
        const before = document.text.slice(Math.max(0, found.start - 70), found.start)
        const here = document.text.slice(found.start, found.end + 30)
        const said = `${document.path}: ${form} taken for ${referents(found).join(' + ')}`
        return `${said}: ${`${before}[${here}`.replace(/\s+/g, ' ')}`
      }),
      ...open.map(({ gold: { text, occurrence, entity }, found, path }) => {
        return `${path}: ${form} ${found === null ? 'not found' : 'left open'}: ${text} (${occurrence}) = ${entity}`
      }),
    ],
  }
}

function referents({ entity, candidates, plural }: Mention): readonly EntityId[] {
  return entity !== null ? [entity] : plural ? candidates : []
}

/** What a text's entity is in the gold: what most of its names are; of equals, the first in the text. */
function meaningOf(placed: readonly Placed[]): Map<string, string> {
  const names = placed.filter(({ gold, found }) => gold.form === 'name' && found?.entity)
  const byEntity = groupBy(names, ({ document, found }) => `${document} ${found!.entity}`)
  return new Map(
    [...byEntity].map(([entity, list]) => {
      const counts = [...groupBy(list, ({ gold }) => gold.entity)]
      return [entity, counts.sort((a, b) => b[1].length - a[1].length)[0]![0]]
    }),
  )
}
