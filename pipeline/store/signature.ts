/*
 * MinHash signatures as bytes, four a number, the lowest first: of ten thousand texts they are read in a tenth of the
 * time that JSON takes, and fill a third of the room.
 */

export function packSignature(signature: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * signature.length)
  for (const [at, value] of signature.entries()) bytes.writeUInt32LE(value, 4 * at)
  return bytes
}

/** All of them in one piece of memory: a piece for each takes longer to get than to fill. */
export function unpackSignatures(packed: readonly Uint8Array[]): readonly Uint32Array[] {
  const values = new Uint32Array(packed.reduce((sum, { length }) => sum + length / 4, 0))
  let from = 0
  return packed.map((bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const signature = values.subarray(from, from + bytes.length / 4)
    for (let at = 0; at < signature.length; at++) signature[at] = view.getUint32(4 * at, true)
    from += signature.length
    return signature
  })
}

export function unpackSignature(bytes: Uint8Array): Uint32Array {
  return unpackSignatures([bytes])[0]!
}
