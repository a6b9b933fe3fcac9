import type { VNode } from 'preact'
import type { Corrected, KnownValue, SourceInfo } from '../../api.ts'
import { Shown } from '../shown.tsx'
import { dateWords, momentWords } from '../words.ts'

/** Publisher, date and author in one line; an inferred value says so, and from what. */
export function SourceLine({ source }: { readonly source: SourceInfo }): VNode {
  const { publisher, title, author, published, summaryOf, reliability, path } = source
  return (
    <span class="source">
      <span class="publisher">
        <Shown text={(publisher ?? title)?.value ?? path} />
        <Basis known={publisher ?? title} />
      </span>
      {published ? (
        <span>
          {dateWords(published.value)}
          <Basis known={published} />
        </span>
      ) : (
        <span>undated</span>
      )}
      {author && (
        <span>
          <Shown text={author.value} />
          <Basis known={author} />
        </span>
      )}
      {summaryOf && (
        <span>
          restating <Shown text={summaryOf.value} />
        </span>
      )}
      {reliability && <span title="Grade on the Admiralty scale">{reliability.value}</span>}
    </span>
  )
}

function Basis({ known }: { readonly known: KnownValue | null }): VNode | null {
  if (!known || known.basis === 'stated') return null
  return (
    <small class="basis" title={known.how}>
      {' '}
      {known.basis}
      <span class="spoken"> from {known.how}</span>
    </small>
  )
}

/** What people set right here, each with its former value, who and when. */
export function Corrections({ corrected }: { readonly corrected: readonly Corrected[] }): VNode | null {
  if (corrected.length === 0) return null
  return (
    <ul class="corrections">
      {corrected.map(({ id, field, before, after, reviewer, at }) => (
        <li key={id}>
          <b>{field}</b> set right{after !== null && after !== '' && ' to '}
          {after !== null && after !== '' && (
            <q>
              <Shown text={after} />
            </q>
          )}
          {before !== null && before !== '' && ', was '}
          {before !== null && before !== '' && (
            <q>
              <Shown text={before} />
            </q>
          )}{' '}
          · <Shown text={reviewer} />, {momentWords(at)}
        </li>
      ))}
    </ul>
  )
}
