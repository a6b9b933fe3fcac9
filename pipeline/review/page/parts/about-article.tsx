import type { VNode } from 'preact'
import type { DocumentDetail } from '../../api.ts'
import { type Address, writeAddress } from '../address.ts'
import { Shown } from '../shown.tsx'
import { counted } from '../words.ts'
import { Corrections } from './source.tsx'
import { Siglum } from './strength.tsx'

interface Props {
  readonly article: DocumentDetail
  readonly address: Address
  /** Marks all claims, or again only those on the question. */
  readonly markAll: () => void
  readonly correctSource: () => void
}

/** Beside the article: where it comes from, and what it says on the question. */
export function AboutArticle({ article, address, markAll, correctSource }: Props): VNode {
  const { source, text, marks } = article
  const claims = marks.filter(({ claim }) => claim !== null)
  const onTopic = marks.filter(({ kind }) => kind !== 'claim')
  return (
    <aside aria-label="About this article">
      <section>
        <h2>Source</h2>
        <p class="path">
          <Shown text={source.path} />
        </p>
        {article.alsoAt.map((path) => (
          <p class="path" key={path}>
            also <Shown text={path} />
          </p>
        ))}
        {source.link !== null ? (
          <p class="path">
            <a href={source.link} target="_blank" rel="noopener noreferrer">
              <Shown text={source.link} />
            </a>
          </p>
        ) : (
          source.address !== null && (
            <p class="path">
              <Shown text={source.address} />
            </p>
          )
        )}
        <Corrections corrected={source.corrected} />
        <button type="button" onClick={correctSource}>
          Correct the source
        </button>
      </section>
      {onTopic.length > 0 && (
        <section>
          <h2>On this question</h2>
          <ul class="says">
            {onTopic.map((mark) => (
              <li key={`${mark.start} ${mark.end} ${mark.claim}`}>
                {mark.position !== null && <Siglum number={mark.position} />}
                <a href={writeAddress({ ...address, at: `${mark.start}-${mark.end}` })}>
                  <Shown text={mark.says ?? text.slice(mark.start, mark.end)} />
                </a>
                {mark.stance !== null && (
                  <small>
                    <Shown text={mark.stance} />
                  </small>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{counted(claims.length, 'claim')} in this article</h2>
        <p class="hint">A mark opens what was read there. Select words to add a claim that was missed.</p>
        {claims.length > 0 && (
          <button type="button" aria-pressed={address.claims === 'all'} onClick={markAll}>
            <kbd>c</kbd> mark all claims
          </button>
        )}
      </section>
    </aside>
  )
}
