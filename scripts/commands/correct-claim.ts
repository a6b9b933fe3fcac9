import { join } from 'node:path'
import { recordCorrection } from '../../pipeline/corrections/index.ts'
import type { ClaimValues, CorrectionRequest } from '../../pipeline/model/correction.ts'
import { UsageError, UserError } from '../../pipeline/model/errors.ts'
import type { DocumentRecord } from '../../pipeline/model/record.ts'
import type { Span } from '../../pipeline/model/span.ts'
import { harmless } from '../terminal/harmless.ts'
import { counted, wrap } from '../terminal/layout.ts'
import { shortId } from '../terminal/phrases.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'
import { reviewerName } from './reviewer.ts'

/** What every correction takes. */
export interface CorrectingOptions extends SharedOptions {
  /** Who corrects. */
  readonly as?: string
  readonly note?: string
}

/** The values of a claim as flags; "none" takes a value away. */
export interface ClaimValueOptions {
  readonly subject?: string
  readonly relation?: string
  readonly object?: string
  readonly place?: string
  readonly date?: string
  readonly speaker?: string
  readonly subjectEntity?: string
  readonly objectEntity?: string
  readonly speakerEntity?: string
  readonly polarity?: string
  readonly stance?: string
  readonly kind?: string
}

/** `gainsay claims correct ID --date ...`: values of a claim set right. */
export function correctClaimCommand(
  claim: string,
  options: CorrectingOptions & ClaimValueOptions,
): Promise<number> {
  const set = claimValues(options)
  if (Object.keys(set).length === 0) {
    throw new UsageError('nothing is to be corrected.', {
      remedy: 'Name a value, like --date 2010-05-03; `gainsay claims correct --help` lists them.',
    })
  }
  return correct({ kind: 'claim', claim, set }, options)
}

/** `gainsay claims reject ID`: it is no claim. */
export function rejectClaimCommand(claim: string, options: CorrectingOptions): Promise<number> {
  return correct({ kind: 'not-a-claim', claim }, options)
}

/** `gainsay claims add SOURCE --quote WORDS`: a claim that the rules missed. */
export async function addClaimCommand(
  source: string,
  options: CorrectingOptions & ClaimValueOptions & { readonly quote: string; readonly says?: string },
): Promise<number> {
  const { document, ...span } = await findWords(source, options.quote, options)
  const says = options.says === undefined ? {} : { says: options.says }
  return correct(
    { kind: 'missed-claim', document: document.id, ...span, ...says, set: claimValues(options) },
    options,
  )
}

/** `gainsay claims attach SOURCE --quote WORDS --dispute ID --position N`: these words are on that side. */
export async function attachWordsCommand(
  source: string,
  options: CorrectingOptions & {
    readonly quote: string
    readonly dispute: string
    readonly position: number
  },
): Promise<number> {
  const { document, ...span } = await findWords(source, options.quote, options)
  const position = await withStore(options, async (store) => {
    const shown = await store.show(options.dispute)
    const found =
      shown?.kind === 'conflict' && shown.conflict.positions.find(({ number }) => number === options.position)
    if (found) return found.id
    throw new UserError(`there is no position ${options.position} of a dispute ${options.dispute}.`, {
      remedy: '`gainsay conflicts` shows the disputes with their positions.',
    })
  })
  return correct({ kind: 'attach', document: document.id, ...span, position }, options)
}

/** Logs a correction, lets it take effect, and tells what it did. */
export async function correct(request: CorrectionRequest, options: CorrectingOptions): Promise<number> {
  const terminal = openTerminal(options)
  const outcome = await recordCorrection(
    { ...request, ...(options.note !== undefined && { note: options.note }) },
    {
      out: options.out,
      ...(options.db !== undefined && { db: options.db }),
      annotations: options.annotations,
      jobs: options.jobs,
      reviewer: reviewerName(options.as),
      onWait: () => terminal.say('Another run is on its way; the correction takes effect behind it.'),
    },
  )
  if (options.json) {
    terminal.print(plainJson(outcome))
    return 0
  }
  for (const line of wrap(harmless(outcome.what), terminal.width)) terminal.print(line)
  const listed = (ids: readonly string[]) =>
    ids.length > 0 ? ` (${ids.slice(0, 5).map(shortId).join(', ')})` : ''
  const effect = [
    `Logged in ${join(options.annotations, 'corrections.jsonl')} as ${shortId(outcome.id)}`,
    `${counted(outcome.newDisputes.length, 'new dispute')}${listed(outcome.newDisputes)}`,
    `${counted(outcome.goneDisputes.length, 'dispute')} gone${listed(outcome.goneDisputes)}`,
  ].join(', ')
  for (const line of wrap(harmless(`${effect}.`), terminal.width)) terminal.say(line)
  return 0
}

/** "none" for a value that is to be taken away. */
export function orNone(value: string): string | null {
  return value.trim().toLowerCase() === 'none' ? null : value
}

const POLARITIES = ['affirmed', 'negated'] as const
const STANCES = ['asserted', 'reported', 'rumoured', 'denied', 'hypothetical', 'normative'] as const
const KINDS = ['fact', 'characterisation', 'recommendation', 'prediction'] as const

function claimValues(options: ClaimValueOptions): ClaimValues {
  const { subject, relation, object, place, date, speaker } = options
  const { subjectEntity, objectEntity, speakerEntity, polarity, stance, kind } = options
  return {
    ...(subject !== undefined && { subject: named('--subject', subject) }),
    ...(relation !== undefined && { relation: named('--relation', relation) }),
    ...(object !== undefined && { object: orNone(object) }),
    ...(place !== undefined && { place: orNone(place) }),
    ...(date !== undefined && { date: orNone(date) }),
    ...(speaker !== undefined && { speaker: orNone(speaker) }),
    ...(subjectEntity !== undefined && { subjectEntity: orNone(subjectEntity) }),
    ...(objectEntity !== undefined && { objectEntity: orNone(objectEntity) }),
    ...(speakerEntity !== undefined && { speakerEntity: orNone(speakerEntity) }),
    ...(polarity !== undefined && { polarity: oneOf('--polarity', polarity, POLARITIES) }),
    ...(stance !== undefined && { factuality: oneOf('--stance', stance, STANCES) }),
    ...(kind !== undefined && { kind: oneOf('--kind', kind, KINDS) }),
  }
}

function named(flag: string, words: string): string {
  if (words.trim() !== '') return words
  throw new UsageError(`${flag} has no words.`, { remedy: 'Give them as a sentence would have them.' })
}

function oneOf<T extends string>(flag: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value)
  if (found) return found
  throw new UsageError(`${flag} ${value}: there is no such one.`, {
    remedy: `Give one of ${known.join(', ')}.`,
  })
}

/** The only place of words in a text, line breaks or not. */
function findWords(
  source: string,
  words: string,
  options: SharedOptions,
): Promise<{ readonly document: DocumentRecord } & Span> {
  return withStore(options, async (store) => {
    const shown = await store.show(source)
    if (shown?.kind !== 'document') {
      throw new UserError(`no text that is in has the path or the id "${source}".`, {
        remedy: '`gainsay sources` lists the texts.',
      })
    }
    const { document } = shown
    const pieces = words.trim().split(/\s+/).filter(Boolean)
    const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
    const places = pattern === '' ? [] : [...document.text.matchAll(new RegExp(pattern, 'g'))]
    const [only] = places
    if (!only || places.length > 1) {
      throw new UserError(
        places.length > 1
          ? `these words stand there ${places.length} times.`
          : 'these words do not stand there.',
        {
          where: document.path,
          remedy:
            places.length > 1
              ? 'Give more of them.'
              : 'Give them as the text has them, upper and lower case as well.',
        },
      )
    }
    return { document, start: only.index, end: only.index + only[0].length }
  })
}
