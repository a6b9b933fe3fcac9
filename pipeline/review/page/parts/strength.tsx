import type { VNode } from 'preact'
import type { QueueItem } from '../../api.ts'
import { STATUS_WORDS, STRENGTH_WORDS } from '../words.ts'

/** The strength as a word with its colour; the word alone says it, too. */
export function Strength({ strength }: Pick<QueueItem, 'strength'>): VNode {
  return <span class={`strength ${strength}`}>{STRENGTH_WORDS[strength]}</span>
}

export function Status({ status }: Pick<QueueItem, 'status'>): VNode {
  return <span class={`status ${status.replace(' ', '-')}`}>{STATUS_WORDS[status]}</span>
}

/** A position's number: the key that picks it. */
export function Siglum({ number }: { readonly number: number }): VNode {
  return <span class={`siglum position-${Math.min(number, 5)}`}>{number}</span>
}
