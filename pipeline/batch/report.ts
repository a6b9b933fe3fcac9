import type { Development } from '../model/conflict.ts'
import type { Note } from '../model/document.ts'
import type { RunCounts, Summary } from '../store/index.ts'

/** How far a batch is. */
export interface RunProgress {
  readonly phase: 'reading' | 'comparing' | 'writing'
  readonly done: number
  readonly total: number
  /** Words annotated so far; unchanged texts are not counted. */
  readonly words: number
  /** The text that was finished last. */
  readonly current: string | null
}

/** A file that did not go in, and why in one sentence. */
export interface Failure {
  readonly path: string
  readonly reason: string
}

/** What a run did, and what there is to act on. */
export interface RunReport {
  readonly run: number
  readonly counts: RunCounts
  /** Of this run, by path. */
  readonly failures: readonly Failure[]
  /** Oddities of the texts that were read, by path and place. */
  readonly notes: readonly (Note & { readonly path: string })[]
  readonly words: number
  /** Files that were left alone, for somebody may still be writing them. */
  readonly unsettled: number
  /** Of the whole run, on the wall clock. */
  readonly seconds: number
  /** True where the run was ended early: some texts were not read, and nothing was compared. */
  readonly interrupted: boolean
  readonly summary: Summary
  /** Values that changed over time under one speaker: no disputes, of all texts. */
  readonly developments: readonly Development[]
  /** In words, what was too large to be compared in full. */
  readonly bounded: readonly string[]
}

/** Order of code units: the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
