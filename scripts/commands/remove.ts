import { removeSources } from '../../pipeline/batch/remove.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted } from '../terminal/layout.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import type { SharedOptions } from './options.ts'

/** `gainsay remove SOURCE...`: articles out, with everything derived from them. 1 where one of them is not in. */
export async function removeCommand(paths: readonly string[], options: SharedOptions): Promise<number> {
  const terminal = openTerminal(options)
  const { removed, unknown } = await removeSources(paths, options)
  if (options.json) terminal.print(plainJson({ removed, unknown }))
  else {
    for (const { path, claims } of removed)
      terminal.say(harmless(`${path}: removed, with ${counted(claims, 'claim')}.`))
  }
  for (const path of unknown)
    process.stderr.write(`${harmless(`${path}: no such source is in. \`gainsay sources\` lists them.`)}\n`)
  return unknown.length > 0 ? 1 : 0
}
