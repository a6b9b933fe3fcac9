import { columns, wrapBehind } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** A label and what belongs to it; rows without a value are left out. */
export type Field = readonly [label: string, value: string | null]

/** Rows of label and value, the values in one column. */
export function printFields(fields: readonly Field[], terminal: Terminal): void {
  const given = fields.filter(([, value]) => value)
  const size = Math.max(0, ...given.map(([label]) => columns(label))) + 2
  for (const [label, value] of given) {
    const head = `  ${label.padEnd(size)}`
    for (const line of wrapBehind(head, terminal.colors.dim(head), value!, terminal.width))
      terminal.print(line)
  }
}
