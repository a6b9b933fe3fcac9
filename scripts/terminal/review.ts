import type { Desk } from '../../pipeline/review/desk.ts'
import type { Terminal } from './terminal.ts'

export async function reviewOnTerminal(_desk: Desk, _terminal: Terminal): Promise<number> {
  return 0
}
