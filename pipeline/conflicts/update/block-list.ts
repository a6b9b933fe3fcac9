/** Hexadecimal digits of a block's number. */
const DIGITS = 12

/** The blocks of a claim as they are remembered: six bytes for each. */
export function writeBlocks(blocks: readonly number[]): string {
  let written = ''
  for (const block of blocks) written += block.toString(16).padStart(DIGITS, '0')
  return written
}

export function readBlocks(written: string): readonly number[] {
  const blocks: number[] = []
  for (let at = 0; at < written.length; at += DIGITS)
    blocks.push(Number.parseInt(written.slice(at, at + DIGITS), 16))
  return blocks
}
