import { compareTexts } from '../../pipeline/batch/two-texts.ts'
import { UsageError } from '../../pipeline/model/errors.ts'
import { printConflictLine, printPositions } from '../terminal/conflict-view.ts'
import { printDevelopments } from '../terminal/development-view.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal, type Terminal } from '../terminal/terminal.ts'
import { printCorroborations } from '../terminal/topic-view.ts'
import type { SharedOptions } from './options.ts'
import { answerFile } from './pairs.ts'

export interface CompareOptions extends SharedOptions {
  readonly pairs?: string
}

/**
 * `gainsay compare TEXT_A TEXT_B`: what the two dispute, agree on and update; `gainsay compare --pairs FILE.jsonl`: an
 * answer for each claim and its evidence. Nothing is stored.
 */
export async function compareCommand(texts: readonly string[], options: CompareOptions): Promise<number> {
  const terminal = openTerminal(options)
  if (options.pairs !== undefined) {
    if (texts.length > 0) throw new UsageError('Give either two texts or --pairs with a file, not both.')
    return answerFile(options.pairs, options, terminal)
  }
  const [a, b, ...more] = texts
  if (a === undefined || b === undefined || more.length > 0) {
    throw new UsageError('compare holds two texts against each other.', {
      remedy: 'Give two files, or --pairs with a file of claims and evidence.',
    })
  }
  return compareTwo([a, b], options, terminal)
}

async function compareTwo(
  texts: readonly [string, string],
  options: CompareOptions,
  terminal: Terminal,
): Promise<number> {
  const store = await compareTexts(texts, options.annotations)
  try {
    const conflicts = (await store.conflicts()).filter(({ positions }) =>
      both(positions.flatMap(({ evidence }) => evidence)),
    )
    const corroborations = (await store.corroborations()).filter(({ claims }) => both(claims))
    const claims = new Map((await store.claims()).map((record) => [record.claim.id, record]))
    const developments = (await store.developments()).filter(({ steps }) =>
      both(steps.flatMap((step) => step.claims).flatMap((id) => claims.get(id) ?? [])),
    )
    if (options.json) {
      terminal.print(plainJson({ conflicts, corroborations, developments }))
      return 0
    }
    for (const conflict of conflicts) {
      printConflictLine(conflict, terminal)
      printPositions(conflict, terminal, 1)
      terminal.print()
    }
    printCorroborations(corroborations, terminal)
    printDevelopments(developments, terminal)
    terminal.say(
      `${counted(conflicts.length, 'dispute')}, ${counted(corroborations.length, 'agreement')} and ` +
        `${counted(developments.length, 'development')} between the two.`,
    )
    return 0
  } finally {
    await store.close()
  }
}

/** True where both texts take part. */
function both(quotes: readonly { readonly document: { readonly id: string } }[]): boolean {
  return new Set(quotes.map(({ document }) => document.id)).size > 1
}
