import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ClaimList, DocumentDetail } from '../../api.ts'
import { tell } from '../notice.tsx'
import { Corrections } from '../parts/source.tsx'
import { claimsAt } from '../segments.ts'
import { useServer } from '../server.ts'
import { Shown } from '../shown.tsx'
import { ClaimForm } from './claim-form.tsx'

interface Props {
  readonly article: DocumentDetail
  /** A place in its text that some claim covers. */
  readonly at: number
  readonly close: () => void
}

/** Claims that are fetched at once: an article may have thousands, and neighbours are opened next. */
const FETCHED = 50

/** What was read at a place of an article, open to be set right; where claims overlap, each can be chosen. */
export function ClaimsHere({ article, at, close }: Props): VNode | null {
  const listed = useMemo(() => article.marks.filter(({ claim }) => claim !== null), [article])
  const here = claimsAt(listed, at)
  const [chosen, choose] = useState(here[0]?.claim ?? '')
  const number = listed.findIndex(({ claim }) => claim === chosen)
  const page = Math.floor(Math.max(0, number) / FETCHED) + 1
  const { data, error } = useServer<ClaimList>(
    `documents/${encodeURIComponent(article.id)}/claims?page=${page}&size=${FETCHED}`,
  )
  const gone = error !== null || number < 0
  useEffect(() => {
    if (error) tell(error.message, 'refused')
    if (gone) close()
  }, [error, gone, close])
  const evidence = data?.claims.find(({ claim }) => claim === chosen)
  if (!evidence) return null
  return (
    <ClaimForm title="What was read here" evidence={evidence} close={close}>
      {here.length > 1 ? (
        <ul class="claims-here" aria-label="Claims here">
          {here.map(({ claim, says }) => (
            <li key={claim}>
              <button type="button" aria-pressed={claim === chosen} onClick={() => choose(claim!)}>
                <Shown text={says ?? ''} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="claim-here">
          <Shown text={evidence.says ?? ''} />
        </p>
      )}
      <Corrections corrected={evidence.corrected} />
    </ClaimForm>
  )
}
