import { join } from 'node:path'
import {
  aliasEntity,
  type Correction,
  type CorrectionOptions,
  mergeEntities,
  splitEntity,
} from '../../pipeline/corrections/entities.ts'
import { printEntity } from '../terminal/entity-view.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted, wrap } from '../terminal/layout.ts'
import { shortId } from '../terminal/phrases.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay entities merge A B`: the two are one. */
export function mergeCommand(a: string, b: string, options: SharedOptions): Promise<number> {
  return correct(options, (where) => mergeEntities(a, b, where))
}

/** `gainsay entities split ID NAME...`: these names are somebody else's. */
export function splitCommand(id: string, names: readonly string[], options: SharedOptions): Promise<number> {
  return correct(options, (where) => splitEntity(id, names as [string, ...string[]], where))
}

/** `gainsay entities alias ID NAME`: one name more. */
export function aliasCommand(id: string, name: string, options: SharedOptions): Promise<number> {
  return correct(options, (where) => aliasEntity(id, name, where))
}

async function correct(
  options: SharedOptions,
  work: (where: CorrectionOptions) => Promise<Correction>,
): Promise<number> {
  const terminal = openTerminal(options)
  const correction = await work(options)
  if (options.json) {
    terminal.print(plainJson(correction))
    return 0
  }
  for (const line of wrap(harmless(correction.what), terminal.width)) terminal.print(line)
  for (const entity of correction.entities) printEntity(entity, terminal)
  if (correction.changed) {
    const said = `Written to ${join(options.annotations, 'entities.yaml')}; ${effectOf(correction)}.`
    for (const line of wrap(harmless(said), terminal.width)) terminal.say(line)
  }
  return 0
}

/** "2 texts read again, 1 new dispute (x_12345678), none gone": what the correction led to. */
function effectOf({ annotated, newDisputes, goneDisputes }: Correction): string {
  const listed = (ids: readonly string[]) =>
    ids.length > 0 ? ` (${ids.slice(0, 5).map(shortId).join(', ')})` : ''
  return [
    annotated > 0 ? `${counted(annotated, 'text')} annotated again` : 'no text had to be annotated again',
    `${counted(newDisputes.length, 'new dispute')}${listed(newDisputes)}`,
    `${counted(goneDisputes.length, 'dispute')} gone${listed(goneDisputes)}`,
  ].join(', ')
}
