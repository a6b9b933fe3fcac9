import { CONFLICT_TYPES, STRENGTHS } from '../model/conflict.ts'
import type { Entity } from '../model/entity.ts'
import type { ConflictStatus } from '../model/record.ts'
import type { OverviewRecord } from '../store/index.ts'
import type { Overview } from './api.ts'
import { TYPE_WORDS } from './phrases.ts'

/** More months than this are not filled up: a text from another century would make a long and empty chart. */
const FILLED_MONTHS = 360

/** What there is, as the page charts it. */
export function overviewOf(
  record: OverviewRecord,
  entities: ReadonlyMap<string, Entity>,
  stamp: string,
): Overview {
  const standing = (counts: readonly { readonly status: ConflictStatus; readonly count: number }[]) => {
    const of = (status: ConflictStatus) =>
      counts.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0)
    return { open: of('open'), decided: of('decided'), newEvidence: of('new evidence') }
  }
  return {
    stamp,
    totals: { ...record.totals, ...standing(record.byStrength) },
    sourcesOverTime: everyMonth(record.months),
    undatedTexts: record.undatedTexts,
    byType: CONFLICT_TYPES.map((type) => ({
      type,
      words: TYPE_WORDS[type],
      ...standing(record.byType.filter(({ kind }) => kind === type)),
    })).filter(({ open, decided, newEvidence }) => open + decided + newEvidence > 0),
    byStrength: STRENGTHS.map((strength) => ({
      strength,
      ...standing(record.byStrength.filter(({ kind }) => kind === strength)),
    })),
    disagreement: {
      sources: record.disputing.map(({ source, count }) => ({ value: source, words: source, count })),
      pairs: [...record.pairs],
    },
    entities: record.entities.map(({ entity, count }) => ({
      value: entity,
      words: entities.get(entity)?.name ?? entity,
      count,
    })),
  }
}

/** The months between the first and the last, those without a text included. */
function everyMonth(months: OverviewRecord['months']): Overview['sourcesOverTime'] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  if (first === undefined || last === undefined || indexOf(last) - indexOf(first) > FILLED_MONTHS)
    return [...months]
  const known = new Map(months.map((one) => [one.month, one]))
  const filled: Overview['sourcesOverTime'] = []
  for (let at = indexOf(first); at <= indexOf(last); at++) {
    const month = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
    filled.push(known.get(month) ?? { month, texts: 0, conflicts: 0 })
  }
  return filled
}

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
