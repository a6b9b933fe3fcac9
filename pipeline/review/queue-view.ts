import type { Entity } from '../model/entity.ts'
import type { QueueFilter, QueueRecord, QueueSize } from '../store/index.ts'
import type { Count, Queue, QueueItem, QueueQuery } from './api.ts'
import { TYPE_WORDS, verdictWords } from './phrases.ts'

/** What the store narrows the queue to, for what an address asks. */
export function queueFilter({ q, page: _page, size: _size, ...filter }: Partial<QueueQuery>): QueueFilter {
  const given = Object.entries({ ...filter, words: q }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return Object.fromEntries(given)
}

/** A page of the queue as people read it. */
export function queueView(
  { total, all, counts }: QueueSize,
  conflicts: readonly QueueRecord[],
  { page, size }: QueueQuery,
  entities: ReadonlyMap<string, Entity>,
  stamp: string,
): Queue {
  const inWords = (
    list: QueueSize['counts'][keyof QueueSize['counts']],
    words: (value: string) => string,
  ): Count[] => list.map(({ value, count }) => ({ value, words: words(value), count }))
  return {
    stamp,
    total,
    all,
    page,
    pages: Math.max(1, Math.ceil(total / size)),
    size,
    counts: {
      type: inWords(counts.type, (type) => TYPE_WORDS[type as keyof typeof TYPE_WORDS] ?? type),
      strength: inWords(counts.strength, (strength) => strength),
      status: inWords(counts.status, (status) => (status === 'new evidence' ? 'new evidence since' : status)),
      source: inWords(counts.source, (source) => source),
      entity: inWords(counts.entity, (id) => entities.get(id)?.name ?? id),
    },
    conflicts: conflicts.map(queueItem),
  }
}

function queueItem({ verdict, types, positions, ...record }: QueueRecord): QueueItem {
  const reworded = verdict?.coveredWith === null ? verdict.wording : null
  const answers = positions.map((position) => ({
    ...position,
    answer: reworded?.positions?.[position.id] ?? position.answer,
  }))
  return {
    ...record,
    question: reworded?.question ?? record.question,
    types: [...types],
    typeWords: types.map((type) => TYPE_WORDS[type]).join(', '),
    positions: answers,
    verdict: verdict && {
      words: verdictWords(verdict, answers),
      reviewer: verdict.reviewer,
      at: verdict.at,
    },
  }
}
