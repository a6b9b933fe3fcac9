import type { VNode } from 'preact'
import type { Corrected, KnownValue, SourceInfo } from '../../api.ts'
import { correct } from '../forms/send.ts'
import { tell } from '../notice.tsx'
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

/** What people set right here, each with its former value, who and when; each can be taken back. */
export function Corrections({ corrected }: { readonly corrected: readonly Corrected[] }): VNode | null {
  if (corrected.length === 0) return null
  return (
    <ul class="corrections">
      {corrected.map(({ id, field, before, after, reviewer, at }) => (
        <li key={`${id} ${field}`}>
          <b>{field === 'claim' ? 'Added by hand' : `${field} set right`}</b>
          {field !== 'claim' && <Value words=" to " value={after} />}
          {field !== 'claim' && <Value words=", was " value={before} />}
          {' · '}
          <Shown text={reviewer} />, {momentWords(at)}{' '}
          <button type="button" class="quiet" onClick={() => takeBack(id)}>
            take back
          </button>
        </li>
      ))}
    </ul>
  )
}

function Value({ words, value }: { readonly words: string; readonly value: string | null }): VNode | null {
  if (value === null || value === '') return null
  return (
    <>
      {words}
      <q>
        <Shown text={value} />
      </q>
    </>
  )
}

async function takeBack(correction: string): Promise<void> {
  const refused = await correct({ kind: 'undo', correction })
  if (refused !== null) tell(refused, 'refused')
}
