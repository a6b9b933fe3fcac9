import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { VerdictList } from '../../api.ts'
import { writeAddress } from '../address.ts'
import { Failure, Waiting } from '../parts/waiting.tsx'
import { useServer } from '../server.ts'
import { Shown } from '../shown.tsx'
import { counted, momentWords } from '../words.ts'

/** Everything that anybody decided, the newest first. */
export function LogView(): VNode {
  const { data, error } = useServer<VerdictList>('verdicts')
  useEffect(() => {
    document.title = 'Verdicts · Gainsay'
  }, [])
  if (error) return <Failure error={error} />
  if (!data) return <Waiting />
  return (
    <main class="log">
      <h1>
        {data.entries.length === 0 ? 'No verdict yet' : counted(data.entries.length, 'entry', 'entries')}
      </h1>
      <ol class="history">
        {data.entries.map((entry) => (
          <li key={entry.id} class={entry.undone ? 'undone' : undefined}>
            <time dateTime={entry.at}>{momentWords(entry.at)}</time>
            <span class="who">
              <Shown text={entry.reviewer} />
            </span>
            <span class="what">
              {entry.follows === null ? (
                <Shown text={entry.question} />
              ) : (
                <a href={writeAddress({ dispute: entry.follows })}>
                  <Shown text={entry.question} />
                </a>
              )}
              <br />
              <Shown text={entry.words} />
              {entry.undone && <small> taken back later</small>}
            </span>
            {entry.note !== '' && (
              <p class="note">
                <Shown text={entry.note} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </main>
  )
}
