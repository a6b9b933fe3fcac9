import { isCancel, select, selectKey, text } from '@clack/prompts'
import { UserError } from '../../pipeline/model/errors.ts'
import {
  type ConflictDetail,
  type Evidence,
  REASONS,
  type VerdictRequest,
  verdictRequestSchema,
} from '../../pipeline/review/api.ts'
import type { Desk } from '../../pipeline/review/desk.ts'
import { REASON_WORDS } from '../../pipeline/review/phrases.ts'
import type { QueueFilter } from '../../pipeline/store/index.ts'
import { harmless } from './harmless.ts'
import { clip } from './layout.ts'
import { printArticle, printDispute, printQueue } from './review-view.ts'
import type { Terminal } from './terminal.ts'

/** What may be asked of a person; null where Ctrl-C was the answer. */
export interface Prompts {
  key(message: string, options: readonly (readonly [key: string, words: string])[]): Promise<string | null>
  line(message: string, initial: string): Promise<string | null>
  choose(message: string, options: readonly string[]): Promise<number | null>
}

/** Disputes that are listed where nobody can be asked. */
const LISTED = 200

/**
 * The review on a terminal: dispute by dispute, a verdict with one key. Where there is none, the queue is listed.
 */
export async function reviewOnTerminal(
  desk: Desk,
  terminal: Terminal,
  prompts: Prompts | null = process.stdin.isTTY && process.stdout.isTTY ? clack : null,
): Promise<number> {
  for (const notice of (await desk.session()).notices) terminal.say(harmless(notice))
  const queue = await desk.queue({ page: 1, size: LISTED })
  if (!prompts || queue.all === 0) {
    printQueue(queue, terminal)
    return 0
  }
  await sit(desk, terminal, prompts)
  return 0
}

/** What a sitting remembers. */
interface Sitting {
  filter: QueueFilter
  /** Null where the queue is at its end. */
  id: string | null
  note: string
  wording: NonNullable<VerdictRequest['wording']>
  /** Verdicts of this sitting, the last one at the end. */
  readonly given: { readonly conflict: string; readonly verdict: string }[]
}

async function sit(desk: Desk, terminal: Terminal, prompts: Prompts): Promise<void> {
  const sitting: Sitting = { filter: { status: 'open' }, id: null, note: '', wording: {}, given: [] }
  sitting.id = await firstOf(desk, sitting.filter)
  let shown: string | null = null
  while (true) {
    const conflict: ConflictDetail | null =
      sitting.id === null ? null : await desk.conflict(sitting.id, sitting.filter)
    if (!conflict) terminal.say('There is no further dispute here.')
    else if (shown !== `${conflict.id} ${conflict.stamp}`) printDispute(conflict, terminal)
    shown = conflict && `${conflict.id} ${conflict.stamp}`
    const key = await prompts.key(noted(sitting), keysFor(conflict))
    if (key === null || key === 'q') return
    try {
      await act(key, conflict, sitting, desk, terminal, prompts)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      terminal.say(harmless(error.message))
      shown = null
    }
  }
}

function noted({ note, wording }: Sitting): string {
  const kept = [
    ...(note ? [`note: ${clip(harmless(note), 40)}`] : []),
    ...(wording.question !== undefined || wording.positions ? ['reworded'] : []),
  ]
  return kept.length > 0 ? `Your verdict (${kept.join(', ')})` : 'Your verdict'
}

function keysFor(conflict: ConflictDetail | null): readonly (readonly [string, string])[] {
  const judging = (conflict?.positions ?? [])
    .slice(0, 9)
    .map(({ number, answer }) => [String(number), `holds: ${clip(harmless(answer), 60)}`] as const)
  return [
    ...(conflict?.current
      ? [
          ...judging,
          ['b', 'both hold, in different senses or at different times'] as const,
          ['n', 'neither holds'] as const,
          ['x', 'not a conflict ...'] as const,
          ['0', 'undecided'] as const,
          ['m', 'write a note first'] as const,
          ['r', 'reword question and answers first'] as const,
        ]
      : []),
    ...(conflict ? [['o', 'read the article at a quote'] as const] : []),
    ['j', 'next'],
    ['k', 'previous'],
    ['u', 'take the last verdict back'],
    ['/', 'search'],
    ['a', 'open disputes only, or all'],
    ['q', 'leave'],
  ]
}

async function act(
  key: string,
  conflict: ConflictDetail | null,
  sitting: Sitting,
  desk: Desk,
  terminal: Terminal,
  prompts: Prompts,
): Promise<void> {
  switch (key) {
    case 'j':
      return move(sitting, conflict?.place.next ?? null)
    case 'k':
      return move(sitting, conflict?.place.previous ?? conflict?.id ?? (await firstOf(desk, sitting.filter)))
    case 'u':
      return takeBack(sitting, desk, terminal)
    case 'a': {
      const { status, ...rest } = sitting.filter
      sitting.filter = status ? rest : { ...rest, status: 'open' }
      return move(sitting, conflict?.id ?? (await firstOf(desk, sitting.filter)))
    }
    case '/': {
      const words = await prompts.line('Words to search for (empty: all)', sitting.filter.words ?? '')
      if (words === null) return
      const { words: _, ...rest } = sitting.filter
      sitting.filter = words.trim() === '' ? rest : { ...rest, words }
      return move(sitting, await firstOf(desk, sitting.filter))
    }
  }
  if (!conflict) return
  switch (key) {
    case 'm':
      sitting.note = (await prompts.line('Note', sitting.note)) ?? sitting.note
      return
    case 'r':
      return reword(conflict, sitting, prompts)
    case 'o':
      return read(conflict, desk, terminal, prompts)
    case 'x': {
      const keys = REASONS.map((reason, at) => [String(at + 1), REASON_WORDS[reason]] as const)
      const reason = REASONS[Number(await prompts.key('Why is it not a conflict?', keys)) - 1]
      return reason && judge(conflict, { decision: 'no-conflict', reason }, sitting, desk, terminal)
    }
    case 'b':
      return judge(conflict, { decision: 'both' }, sitting, desk, terminal)
    case 'n':
      return judge(conflict, { decision: 'neither' }, sitting, desk, terminal)
    case '0':
      return judge(conflict, { decision: 'undecided' }, sitting, desk, terminal)
    default: {
      const position = conflict.positions.find(({ number }) => String(number) === key)
      if (position)
        return judge(conflict, { decision: 'position', position: position.id }, sitting, desk, terminal)
    }
  }
}

async function judge(
  { id, last, evidence, place }: ConflictDetail,
  verdict: Pick<VerdictRequest, 'decision' | 'position' | 'reason'>,
  sitting: Sitting,
  desk: Desk,
  terminal: Terminal,
): Promise<void> {
  const { note, wording } = sitting
  const reworded = Object.keys(wording).length > 0 ? { wording } : {}
  const request = { conflict: id, ...verdict, note, ...reworded, seen: last, evidence }
  const { entry } = await desk.judge(verdictRequestSchema.parse(request))
  sitting.given.push({ conflict: id, verdict: entry.id })
  terminal.say(harmless(`Kept: ${entry.words}.`))
  move(sitting, place.next)
}

async function takeBack(sitting: Sitting, desk: Desk, terminal: Terminal): Promise<void> {
  const last = sitting.given.at(-1)
  if (!last) return terminal.say('No verdict of this sitting is left to take back.')
  const { entry } = await desk.undo({ verdict: last.verdict, seen: last.verdict })
  sitting.given.pop()
  terminal.say(harmless(`${entry.words[0]!.toUpperCase()}${entry.words.slice(1)}.`))
  move(sitting, last.conflict)
}

function move(sitting: Sitting, id: string | null): void {
  Object.assign(sitting, { id, note: '', wording: {} })
}

async function firstOf(desk: Desk, filter: QueueFilter): Promise<string | null> {
  const { words, ...rest } = filter
  const { conflicts } = await desk.queue({ ...rest, ...(words && { q: words }), page: 1, size: 1 })
  return conflicts[0]?.id ?? null
}

async function reword(conflict: ConflictDetail, sitting: Sitting, prompts: Prompts): Promise<void> {
  const question = await prompts.line('Question', sitting.wording.question ?? conflict.question)
  if (question === null) return
  const positions: Record<string, string> = {}
  for (const { id, number, answer } of conflict.positions) {
    const words = await prompts.line(`Answer ${number}`, sitting.wording.positions?.[id] ?? answer)
    if (words === null) return
    if (words.trim() !== '' && words !== answer) positions[id] = words
  }
  sitting.wording = {
    ...(question.trim() !== '' && question !== conflict.question && { question }),
    ...(Object.keys(positions).length > 0 && { positions }),
  }
}

async function read(
  conflict: ConflictDetail,
  desk: Desk,
  terminal: Terminal,
  prompts: Prompts,
): Promise<void> {
  const quotes: readonly Evidence[] = [
    ...conflict.positions.flatMap(({ evidence }) =>
      evidence.flatMap(({ shown, copies }) => [shown, ...copies]),
    ),
    ...conflict.context,
  ]
  const listed = quotes.map(({ quote, source }) =>
    clip(harmless(`${source.name}: ${quote}`), terminal.width - 6),
  )
  const quote = quotes[(await prompts.choose('Which quote?', listed)) ?? -1]
  if (!quote) return
  printArticle(await desk.document(quote.source.document, conflict.id), quote, terminal)
}

/** The prompts of a terminal. */
const clack: Prompts = {
  async key(message, options) {
    const answer = await selectKey({ message, options: options.map(([value, label]) => ({ value, label })) })
    return isCancel(answer) ? null : answer
  },
  async line(message, initial) {
    const answer = await text({ message, initialValue: initial })
    return isCancel(answer) ? null : (answer ?? '')
  },
  async choose(message, options) {
    const answer = await select({
      message,
      options: options.map((label, value) => ({ value, label })),
      maxItems: 12,
    })
    return isCancel(answer) ? null : answer
  },
}
