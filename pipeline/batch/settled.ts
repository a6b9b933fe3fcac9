import { statSync } from 'node:fs'
import type { SourceListing } from '../read/index.ts'

/** A listing without the files that somebody may still be writing, and how many those are. */
export interface Settled {
  readonly listing: SourceListing
  readonly unsettled: number
}

/**
 * Leaves out what was written to less than so many milliseconds before `now`. A time in the future is that of another
 * machine's clock, and tells nothing.
 */
export function settledFiles(listing: SourceListing, milliseconds: number, now = Date.now()): Settled {
  const files = listing.files.filter(({ file }) => {
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    return written === undefined || Math.abs(now - written) >= milliseconds
  })
  return { listing: { ...listing, files }, unsettled: listing.files.length - files.length }
}
