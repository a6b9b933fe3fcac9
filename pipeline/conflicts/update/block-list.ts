/** The blocks of a claim as they are remembered. */
export function writeBlocks(blocks: readonly number[]): string {
  return blocks.map((block) => block.toString(36)).join(' ')
}

export function readBlocks(written: string): readonly number[] {
  return written === '' ? [] : written.split(' ').map((block) => Number.parseInt(block, 36))
}
