/**
 * The claims in a cell, as numbers one after the other: place (its last byte left out), claim, side. Objects would take
 * ten times the memory, and a block of a large database is read and written for every article.
 */
export type Entries = number[]

/** Numbers of one entry. */
export const WIDTH = 3

const BYTES = { place: 5, claim: 4, side: 5 }
/** Bytes of a packed entry. */
export const PACKED = BYTES.place + BYTES.claim + BYTES.side
const LAST_BYTE = 256

/** As a database keeps them. */
export function packEntries(entries: Entries): Uint8Array {
  const bytes = Buffer.allocUnsafe((entries.length / WIDTH) * PACKED)
  let to = 0
  for (let at = 0; at < entries.length; at += WIDTH) {
    to = bytes.writeUIntBE(Math.floor(entries[at]! / LAST_BYTE), to, BYTES.place)
    to = bytes.writeUIntBE(entries[at + 1]!, to, BYTES.claim)
    to = bytes.writeUIntBE(entries[at + 2]!, to, BYTES.side)
  }
  return bytes
}

export function unpackEntries(packed: Uint8Array): Entries {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length)
  const entries: Entries = []
  for (let from = 0; from < bytes.length; from += PACKED) {
    entries.push(
      bytes.readUIntBE(from, BYTES.place) * LAST_BYTE,
      bytes.readUIntBE(from + BYTES.place, BYTES.claim),
      bytes.readUIntBE(from + BYTES.place + BYTES.claim, BYTES.side),
    )
  }
  return entries
}
