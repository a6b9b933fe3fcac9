import type { VNode } from 'preact'
import { Dialog } from './forms/dialog.tsx'

const KEYS: readonly (readonly [title: string, keys: readonly (readonly [keys: string, words: string])[]])[] =
  [
    [
      'Everywhere',
      [
        ['/', 'search'],
        ['?', 'this help'],
        ['u', 'take the last verdict back'],
        ['Esc', 'one step back: article, dispute, queue'],
      ],
    ],
    [
      'Queue',
      [
        ['j k', 'next, previous dispute'],
        ['Enter', 'open it'],
        ['← →', 'turn the page'],
      ],
    ],
    [
      'Dispute: a verdict shows the next one',
      [
        ['1 – 9', 'this position holds'],
        ['b', 'both hold, in different senses or times'],
        ['n', 'neither'],
        ['x', 'no conflict; then 1 – 4 for the reason'],
        ['0', 'leave it undecided'],
        ['m', 'write a note; Esc leaves it'],
        ['r', 'other words for question and answers'],
        ['j k', 'next, previous quote'],
        ['o', 'open the article at the quote'],
        ['← →', 'previous, next dispute, without a verdict'],
      ],
    ],
    [
      'Article',
      [
        ['j k', 'next, previous mark'],
        ['Enter', 'open the claim that is marked: see what was read, set it right'],
        ['c', 'mark all claims, or only those on the question'],
        ['a', 'use the selected words'],
      ],
    ],
  ]

/** Every key. */
export function Help({ close }: { readonly close: () => void }): VNode {
  return (
    <Dialog title="Keys" close={close}>
      <div class="help">
        {KEYS.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, words]) => (
                <div key={key}>
                  <dt>{key.split(' ').map((one) => (one === '–' ? ' – ' : <kbd key={one}>{one}</kbd>))}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
