/** Bytes of a block's number. */
const BYTES = 6

/** The blocks of a claim as they are remembered: eight characters for each. */
export function writeBlocks(blocks: readonly number[]): string {
  const bytes = Buffer.allocUnsafe(blocks.length * BYTES)
  for (const [at, block] of blocks.entries()) bytes.writeUIntBE(block, at * BYTES, BYTES)
  return bytes.toString('base64url')
}

export function readBlocks(written: string): readonly number[] {
  const bytes = Buffer.from(written, 'base64url')
  const blocks: number[] = []
  for (let at = 0; at < bytes.length; at += BYTES) blocks.push(bytes.readUIntBE(at, BYTES))
  return blocks
}
