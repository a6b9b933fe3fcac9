/**
 * The claims in a cell, as numbers one after the other: place (its last byte left out), claim, side. Objects would take
 * ten times the memory, and a block of a large database is read and written for every article.
 */
export type Entries = number[]

/** Numbers of one entry. */
export const WIDTH = 3

const BYTES = { place: 5, claim: 4, side: 5 }
const ENTRY = BYTES.place + BYTES.claim + BYTES.side
const LAST_BYTE = 256

/** Characters of a packed entry; of several, not quite. */
export const PACKED = (ENTRY * 8) / 6

/** As a database keeps them, 19 characters for each: base64 is half of what the numbers take as JSON. */
export function packEntries(entries: Entries): string {
  const bytes = Buffer.allocUnsafe((entries.length / WIDTH) * ENTRY)
  let to = 0
  for (let at = 0; at < entries.length; at += WIDTH) {
    to = bytes.writeUIntBE(Math.floor(entries[at]! / LAST_BYTE), to, BYTES.place)
    to = bytes.writeUIntBE(entries[at + 1]!, to, BYTES.claim)
    to = bytes.writeUIntBE(entries[at + 2]!, to, BYTES.side)
  }
  return bytes.toString('base64url')
}

export function unpackEntries(packed: string): Entries {
  const bytes = Buffer.from(packed, 'base64url')
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
