/** Bytes of a block's number. */
const BYTES = 6

/** The blocks of a claim as they are remembered: six bytes for each. */
export function writeBlocks(blocks: readonly number[]): Uint8Array {
  const bytes = Buffer.allocUnsafe(blocks.length * BYTES)
  for (const [at, block] of blocks.entries()) bytes.writeUIntBE(block, at * BYTES, BYTES)
  return bytes
}

export function readBlocks(written: Uint8Array): readonly number[] {
  const bytes = Buffer.from(written.buffer, written.byteOffset, written.length)
  const blocks: number[] = []
  for (let at = 0; at < bytes.length; at += BYTES) blocks.push(bytes.readUIntBE(at, BYTES))
  return blocks
}
