import type { Factuality, Polarity } from '../../model/claim.ts'
import type { Context } from '../context.ts'
import { dependentsBy, type Tree } from '../tree.ts'
import { type AccordingAside, accordingAside, readAccordingAside, readAsClause } from './according.ts'
import { readGovernors } from './climb.ts'
import { chainOf, readOwnWords, readProspect } from './own-words.ts'
import { type Quotation, quotationAt } from './quotation.ts'
import { emptyReading, lower, type Reading, type Voice } from './reading.ts'
import { readAsides, reportingAsides, voiceOf } from './reporters.ts'

/**
 * How a proposition is put forward, with the words that say so: after the cues and scopes of FactBank
 * (Sauri and Pustejovsky 2009).
 */
export interface Stance {
  readonly polarity: Polarity
  readonly factuality: Factuality
  readonly cues: readonly number[]
  readonly voice: Voice | null
  readonly outlook: 'prediction' | 'recommendation' | null
}

/** What of the sentence and its paragraph bears on the stance of every proposition in it. */
export interface Surroundings {
  readonly asides: readonly number[]
  readonly according: AccordingAside | null
  readonly quotations: readonly Quotation[]
}

/** Read once for a sentence, of which the quotations are its paragraph's. */
export function surroundingsOf(context: Context, tree: Tree, quotations: readonly Quotation[]): Surroundings {
  return { asides: reportingAsides(context, tree), according: accordingAside(context, tree), quotations }
}

/**
 * Reads the stance of a proposition from its own words, then from what governs it, then from who speaks beside it: of
 * "agreed to open", what is agreed. "Rumours circulated, without evidence, that X had a base": rumoured. "The firm
 * denied that the ship was full": denied, by the firm. "X did not open the port": negated. "X opened the port, which
 * Y had not expected": plain.
 */
export function stanceOf(
  context: Context,
  tree: Tree,
  predicate: number,
  argumentHeads: readonly number[],
  surroundings: Surroundings,
): Stance {
  const chain = chainOf(tree, predicate)
  const content = chain.at(-1)!
  const stated = new Set(chain.slice(0, -1))
  const reading = read(context, tree, content, argumentHeads, surroundings, stated)
  readProspect(context, tree, content, reading)
  return closed(reading)
}

/** The stance of one verb, or of the noun or adjective behind a copula: in "wants to open", *wants* is plain. */
export function stanceAt(
  context: Context,
  tree: Tree,
  predicate: number,
  argumentHeads: readonly number[],
  surroundings: Surroundings,
): Stance {
  return closed(read(context, tree, predicate, argumentHeads, surroundings))
}

function read(
  context: Context,
  tree: Tree,
  predicate: number,
  argumentHeads: readonly number[],
  { asides, according, quotations }: Surroundings,
  stated?: ReadonlySet<number>,
): Reading {
  const reading = emptyReading(stated)
  readOwnWords(context, tree, predicate, argumentHeads, reading)
  readGovernors(context, tree, predicate, reading)
  for (const index of dependentsBy(tree, predicate, 'advcl')) readAsClause(context, tree, index, reading)
  readAsides(context, tree, predicate, asides, reading)
  readAccordingAside(tree, predicate, according, reading)
  readQuotation(context, predicate, quotations, reading)
  return reading
}

/** "X calls it a base": that it is one is X's word; "X does not call it a base" says neither yes nor no. */
export function reportedBy(
  context: Context,
  tree: Tree,
  reporter: number,
  surroundings: Surroundings,
): Stance {
  const own = stanceOf(context, tree, reporter, [], surroundings)
  const reading = emptyReading()
  lower(reading, own.polarity === 'negated' ? 'hypothetical' : 'reported', reporter)
  if (own.factuality !== 'asserted') lower(reading, own.factuality, ...own.cues)
  // "X should call it a base" is no word of X's.
  reading.voice =
    own.factuality === 'normative' || own.factuality === 'hypothetical'
      ? own.voice
      : voiceOf(context, tree, reporter)
  return { ...closed(reading), outlook: own.outlook }
}

/** What a description in passing presupposes ("the mayor of Tiel, Ada Roe") is its author's, whatever is said around it. */
export function presupposed(): Stance {
  return closed(emptyReading())
}

function readQuotation(
  context: Context,
  predicate: number,
  quotations: readonly Quotation[],
  reading: Reading,
): void {
  if (reading.voice !== null) return
  const quotation = quotationAt(context, quotations, predicate)
  if (quotation?.voice == null) return
  lower(reading, 'reported')
  reading.voice = quotation.voice
}

function closed(reading: Reading): Stance {
  return {
    polarity: reading.negations % 2 === 1 ? 'negated' : 'affirmed',
    factuality: reading.factuality,
    cues: [...reading.cues].sort((a, b) => a - b),
    voice: reading.voice,
    outlook: reading.outlook,
  }
}
