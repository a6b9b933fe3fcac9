import type { VNode } from 'preact'
import type { PositionInfo } from '../../api.ts'
import { Shown } from '../shown.tsx'
import { counted } from '../words.ts'
import { type Acts, Witness } from './evidence.tsx'
import { Siglum } from './strength.tsx'

interface Props {
  readonly position: PositionInfo
  /** The answer as it is worded here, which may be the reviewer's draft. */
  readonly answer: string
  readonly acts: Acts
}

/** One answer to the question, with everybody who gives it. */
export function Position({ position, answer, acts }: Props): VNode {
  const { id, number, answerFound, independentSources, independence, evidence } = position
  const counts = independentSources > 1 || evidence.some(({ copies }) => copies.length > 0)
  return (
    <section class="position" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <Siglum number={number} /> <Shown text={answer} />
        </h2>
        {answerFound !== null && (
          <p class="found">
            Found as: <Shown text={answerFound} />
          </p>
        )}
        <p class="independence">
          <b>{counted(independentSources, 'independent source')}</b>
          {counts && independence !== 'one source' && (
            <>
              {' · '}
              <Shown text={independence} />
            </>
          )}
        </p>
      </header>
      <ul class="witnesses">
        {evidence.map(({ shown, copies }) => (
          <Witness
            key={`${shown.source.document} ${shown.start}`}
            shown={shown}
            copies={copies}
            acts={acts}
          />
        ))}
      </ul>
    </section>
  )
}
