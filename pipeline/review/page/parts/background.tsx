import type { VNode } from 'preact'
import type { ConflictDetail } from '../../api.ts'
import { type Address, queuePart, writeAddress } from '../address.ts'
import { Timeline } from '../charts/timeline.tsx'
import { Shown } from '../shown.tsx'
import type { Draft } from '../verdicts.ts'
import { counted, dateWords, OUTCOME_WORDS } from '../words.ts'
import { History } from './history.tsx'
import { Status, Strength } from './strength.tsx'

interface Props {
  readonly conflict: ConflictDetail
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly address: Address
}

/** What else speaks for or against judging: order in time, conditions of the comparison, sub-questions, history. */
export function Background({ conflict, draft, change, address }: Props): VNode {
  const { timeline, gates, developments, related, history } = conflict
  return (
    <div class="background">
      {timeline.length > 1 && (
        <section>
          <h2>In order of time</h2>
          <Timeline entries={timeline} />
        </section>
      )}
      {developments.map(({ question, steps }) => (
        <section key={question}>
          <h2>
            Changed over time, no dispute: <Shown text={question} />
          </h2>
          <ol class="steps">
            {steps.map(({ asOf, answer, claims }) => (
              <li key={claims.join()}>
                <time>{asOf === null ? 'undated' : dateWords(asOf)}</time> <Shown text={answer} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {gates.length > 0 && (
        <section>
          <h2>May they be compared?</h2>
          <dl class="gates">
            {gates.map(({ name, words, outcome, note }) => (
              <div key={`${name} ${note}`} class={outcome}>
                <dt>{words}</dt>
                <dd>
                  <b>{OUTCOME_WORDS[outcome]}</b>
                  {note !== '' && (
                    <span>
                      <Shown text={note} />
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {related.length > 0 && (
        <section>
          <h2>Related disputes</h2>
          <ul class="related">
            {related.map(({ id, question, strength, status }) => (
              <li key={id}>
                <a href={writeAddress({ ...queuePart(address), dispute: id })}>
                  <Shown text={question} />
                </a>{' '}
                <Strength strength={strength} /> <Status status={status} />
                <label>
                  <input
                    type="checkbox"
                    checked={draft.covers.includes(id)}
                    onChange={({ currentTarget: { checked } }) =>
                      change({
                        ...draft,
                        covers: checked ? [...draft.covers, id] : draft.covers.filter((one) => one !== id),
                      })
                    }
                  />{' '}
                  my verdict covers it
                </label>
              </li>
            ))}
          </ul>
        </section>
      )}
      {history.length > 0 && (
        <section>
          <h2>
            History <span class="count">{counted(history.length, 'entry', 'entries')}</span>
          </h2>
          <History entries={history} last={conflict.last} />
        </section>
      )}
    </div>
  )
}
