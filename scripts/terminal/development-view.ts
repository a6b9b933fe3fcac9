import type { Development } from '../../pipeline/model/conflict.ts'
import { harmless } from './harmless.ts'
import { wrap, wrapBehind } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** What one speaker said at several times: an update, no dispute. The question, then a line for each date. */
export function printDevelopments(developments: readonly Development[], terminal: Terminal): void {
  if (developments.length === 0) return
  const { colors, width } = terminal
  terminal.print(colors.bold('Developments: updates under one speaker, no disputes'))
  for (const { question, steps } of developments) {
    for (const line of wrap(harmless(question), width, '  ', '    ')) terminal.print(line)
    for (const { asOf, answer } of steps) {
      const label = `    ${harmless(asOf ?? 'no date').padEnd(10)}  `
      for (const line of wrapBehind(label, colors.dim(label), harmless(answer), width)) terminal.print(line)
    }
  }
}
