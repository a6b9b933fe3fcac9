/** What stands together in an export: the claims of one text, or the evidence of one dispute. */
export interface Part<Row> {
  readonly id: string
  /** Read when they are asked for: where the part stays as it is, nobody asks. */
  rows(): Promise<readonly Row[]>
}

/** A part of a file that was written, and its length in bytes; in the order of the file, nothing stands between two. */
export type WrittenPart = readonly [id: string, bytes: number]

/** What is exported part by part. */
export const EXPORTED = ['claims', 'conflicts', 'disputes'] as const
export type Exported = (typeof EXPORTED)[number]

/** The parts of each exported file. */
export type WrittenParts = Readonly<Record<Exported, readonly WrittenPart[]>>
