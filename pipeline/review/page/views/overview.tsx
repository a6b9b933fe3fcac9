import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Overview } from '../../api.ts'
import { writeAddress } from '../address.ts'
import { Bars } from '../charts/bars.tsx'
import { Matrix } from '../charts/matrix.tsx'
import { Months } from '../charts/months.tsx'
import { Failure, Waiting } from '../parts/waiting.tsx'
import { useServer } from '../server.ts'
import { grouped, STRENGTH_WORDS } from '../words.ts'

/** How much there is, of what kind, and who disagrees with whom; every figure leads to the queue. */
export function OverviewView(): VNode {
  const { data, error } = useServer<Overview>('overview')
  useEffect(() => {
    document.title = 'Overview · Gainsay'
  }, [])
  if (error) return <Failure error={error} />
  if (!data) return <Waiting />
  const { totals, byType, byStrength, entities, disagreement, sourcesOverTime, undatedTexts } = data
  return (
    <main class="overview">
      <h1>Overview</h1>
      <dl class="totals">
        <Total words="articles" count={totals.documents} />
        <Total words="claims" count={totals.claims} />
        <Total words="disputes" count={totals.conflicts} href="/" />
        <Total words="open" count={totals.open} href={writeAddress({ status: 'open' })} />
        <Total words="decided" count={totals.decided} href={writeAddress({ status: 'decided' })} />
        <Total
          words="with new evidence"
          count={totals.newEvidence}
          href={writeAddress({ status: 'new evidence' })}
        />
      </dl>
      <div class="charts">
        <section>
          <h2>Disputes by strength</h2>
          <Bars
            rows={byStrength.map(({ strength, ...counts }) => ({
              words: STRENGTH_WORDS[strength],
              href: writeAddress({ strength }),
              ...counts,
            }))}
          />
        </section>
        <section>
          <h2>Articles by month of publication</h2>
          <Months months={sourcesOverTime} undated={undatedTexts} />
        </section>
        <section class="types">
          <h2>What they differ in</h2>
          <Bars rows={byType.map(({ type, ...row }) => ({ href: writeAddress({ type }), ...row }))} />
        </section>
        <section class="pairs">
          <h2>Who disagrees with whom</h2>
          <Matrix sources={disagreement.sources} pairs={disagreement.pairs} />
        </section>
        <section>
          <h2>Most in dispute</h2>
          <Bars
            rows={entities.map(({ value, words, count }) => ({
              words,
              href: writeAddress({ entity: value }),
              open: count,
              decided: 0,
              newEvidence: 0,
            }))}
            plain
          />
        </section>
      </div>
    </main>
  )
}

function Total({ words, count, href }: { words: string; count: number; href?: string }): VNode {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{href ? <a href={href}>{grouped(count)}</a> : grouped(count)}</dd>
    </div>
  )
}
