import { CONFLICT_TYPES, STRENGTHS } from '../../pipeline/model/conflict.ts'
import { UsageError } from '../../pipeline/model/errors.ts'
import { printConflictLine, printPositions } from '../terminal/conflict-view.ts'
import { printDevelopments } from '../terminal/development-view.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { lastRun, withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

export interface ConflictsOptions extends SharedOptions {
  readonly type?: string
  readonly strength?: string
  readonly about?: string
  readonly new?: boolean
  readonly limit?: number
}

/** `gainsay conflicts`: the disputes, strongest first, with their positions and a quote for each. */
export async function conflictsCommand(options: ConflictsOptions): Promise<number> {
  const terminal = openTerminal(options)
  const type = oneOf('--type', options.type, CONFLICT_TYPES)
  const strength = oneOf('--strength', options.strength, STRENGTHS)
  return withStore(options, async (store) => {
    const conflicts = await store.conflicts({
      ...(type && { type }),
      ...(strength && { strength }),
      ...(options.about !== undefined && { about: options.about }),
      ...(options.new && { firstSeenRun: await lastRun(store) }),
      ...(options.limit && { limit: options.limit }),
    })
    if (options.json) {
      for (const conflict of conflicts) terminal.print(plainJson(conflict))
      return 0
    }
    for (const conflict of conflicts) {
      printConflictLine(conflict, terminal)
      printPositions(conflict, terminal, 1)
      terminal.print()
    }
    const everything = !type && !strength && options.about === undefined && !options.new
    if (everything) printDevelopments(await store.developments(), terminal)
    terminal.say(conflicts.length > 0 ? counted(conflicts.length, 'dispute') : 'No dispute of this kind.')
    return 0
  })
}

function oneOf<T extends string>(
  flag: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find((name) => name === value)
  if (value !== undefined && !found) {
    throw new UsageError(`${flag} ${value}: there is no such one.`, {
      remedy: `Give one of ${known.join(', ')}.`,
    })
  }
  return found
}
