/** One figure: precision, recall and F1 of something counted, or a single value. All between 0 and 1. */
export type Figure = {
  readonly set: string
  readonly metric: string
} & (
  | {
      readonly p: number
      readonly r: number
      readonly f1: number
      readonly gold: number
      readonly system: number
    }
  | { readonly value: number; readonly n: number }
)

/** Precision, recall and F1 from what was found of what was to be found. */
export function agreement(set: string, metric: string, right: number, gold: number, system: number): Figure {
  const p = system > 0 ? right / system : 0
  const r = gold > 0 ? right / gold : 0
  return { set, metric, p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0, gold, system }
}

/** A share: so many right among so many. */
export function share(set: string, metric: string, right: number, n: number): Figure {
  return { set, metric, value: n > 0 ? right / n : 0, n }
}

/** The figures as one Markdown table. */
export function table(figures: readonly Figure[]): string {
  const header = ['set', 'metric', 'P', 'R', 'F1', 'value', 'gold', 'system']
  const rows = figures.map((figure) =>
    'value' in figure
      ? [figure.set, figure.metric, '', '', '', decimal(figure.value), String(figure.n), '']
      : [
          figure.set,
          figure.metric,
          ...[figure.p, figure.r, figure.f1].map(decimal),
          '',
          String(figure.gold),
          String(figure.system),
        ],
  )
  const sizes = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column < 2 ? cell.padEnd(sizes[column]!) : cell.padStart(sizes[column]!))).join(' | ')} |`
  const rule = sizes.map((size, column) => (column < 2 ? '-'.repeat(size) : `${'-'.repeat(size - 1)}:`))
  return [line(header), line(rule), ...rows.map(line)].join('\n')
}

function decimal(value: number): string {
  return value.toFixed(3)
}
