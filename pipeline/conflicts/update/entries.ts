/**
 * The claims in a cell, as numbers one after the other: place (its last byte left out), claim, side. Objects would take
 * ten times the memory, and a block of a large database is read and written for every article.
 */
export type Entries = number[]

/** Numbers of one entry. */
export const WIDTH = 3

const BYTES = { place: 5, claim: 4, side: 5 }
const ENTRY = BYTES.place + BYTES.claim + BYTES.side
/** Digits of a packed entry. */
export const PACKED = ENTRY * 2
const LAST_BYTE = 256

/** As a database keeps them: 14 bytes for each, in hexadecimal digits. */
export function packEntries(entries: Entries): string {
  const bytes = Buffer.allocUnsafe((entries.length / WIDTH) * ENTRY)
  let to = 0
  for (let at = 0; at < entries.length; at += WIDTH) {
    to = bytes.writeUIntBE(Math.floor(entries[at]! / LAST_BYTE), to, BYTES.place)
    to = bytes.writeUIntBE(entries[at + 1]!, to, BYTES.claim)
    to = bytes.writeUIntBE(entries[at + 2]!, to, BYTES.side)
  }
  return bytes.toString('hex')
}

export function unpackEntries(packed: string): Entries {
  const bytes = Buffer.from(packed, 'hex')
  const entries: Entries = []
  for (let from = 0; from < bytes.length; from += ENTRY) {
    entries.push(
      bytes.readUIntBE(from, BYTES.place) * LAST_BYTE,
      bytes.readUIntBE(from + BYTES.place, BYTES.claim),
      bytes.readUIntBE(from + BYTES.place + BYTES.claim, BYTES.side),
    )
  }
  return entries
}
