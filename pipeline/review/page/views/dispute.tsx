import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConflictDetail, Evidence } from '../../api.ts'
import { type Address, conflictPath, queuePart, writeAddress } from '../address.ts'
import { ClaimForm } from '../forms/claim-form.tsx'
import { SourceForm } from '../forms/source-form.tsx'
import { useKeys } from '../keys.ts'
import { go, leaveTo } from '../navigation.ts'
import { Background } from '../parts/background.tsx'
import { EvidenceCard, Witness } from '../parts/evidence.tsx'
import { Names } from '../parts/names.tsx'
import { Siglum, Status, Strength } from '../parts/strength.tsx'
import { VerdictBar } from '../parts/verdict-bar.tsx'
import { Failure, Waiting } from '../parts/waiting.tsx'
import { Wording } from '../parts/wording.tsx'
import { fetchAhead, useServer } from '../server.ts'
import { Shown } from '../shown.tsx'
import { currentStop, focusStop, stepStops } from '../stops.ts'
import { type Judgement, judge, undo, useDraft } from '../verdicts.ts'
import { counted, momentWords } from '../words.ts'
import { takeLastQuote } from './article.tsx'
import { rememberOpen } from './queue.tsx'

/** A dispute with everything that is needed to judge it. */
export function DisputeView({ address }: { readonly address: Address }): VNode {
  const { data, error, former } = useServer<ConflictDetail>(conflictPath(address.dispute, address))
  rememberOpen(address.dispute)
  if (error) return <Failure error={error} />
  if (!data) return <Waiting />
  return <Dispute key={data.id} conflict={data} former={former} address={address} />
}

type Correcting = { readonly what: 'claim' | 'source'; readonly evidence: Evidence } | null

interface Props {
  readonly conflict: ConflictDetail
  /** True while the next one is on its way: a key pressed now must not judge this one. */
  readonly former: boolean
  readonly address: Address
}

function Dispute({ conflict, former, address }: Props): VNode {
  const [draft, setDraft] = useDraft(conflict.id)
  const [rewording, setRewording] = useState(false)
  const [correcting, setCorrecting] = useState<Correcting>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { place, positions } = conflict
  useEffect(() => {
    if (place.next !== null) fetchAhead(conflictPath(place.next, address))
  }, [place.next])
  useEffect(() => {
    document.title = `${conflict.question} · Gainsay`
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
    focusStop(takeLastQuote())
  }, [])

  const toQueue = () => go(queuePart(address))
  const step = (to: string | null) => (to === null ? toQueue() : go({ ...queuePart(address), dispute: to }))
  const give = async (judgement: Judgement) => {
    if (!former && (await judge(conflict, judgement, draft))) step(place.next)
  }
  useKeys({
    j: () => stepStops(1),
    k: () => stepStops(-1),
    o: () => currentStop()?.click(),
    r: () => setRewording(!rewording),
    u: () => void undo(conflict),
    ArrowRight: () => step(place.next),
    ArrowLeft: () => step(place.previous),
    Escape: rewording ? () => setRewording(false) : () => leaveTo(queuePart(address)),
  })

  const acts = {
    address,
    correctClaim: (evidence: Evidence) => setCorrecting({ what: 'claim', evidence }),
    correctSource: (evidence: Evidence) => setCorrecting({ what: 'source', evidence }),
  }
  const many = positions.length > 3 ? 'many' : `of-${positions.length}`
  return (
    <div class="dispute">
      <main>
        <nav class="place" aria-label="Place in the queue">
          <a href={writeAddress(queuePart(address))}>Queue</a>
          {place.number > 0 && (
            <span>
              {place.number} of {place.total}
            </span>
          )}
          <Step to={place.previous} words="←" name="Previous dispute" address={address} />
          <Step to={place.next} words="→" name="Next dispute" address={address} />
        </nav>
        <p class="label">
          <Strength strength={conflict.strength} /> <span>{conflict.strengthWords}</span>{' '}
          <span class="sep">{conflict.typeWords}</span> <Status status={conflict.status} />
        </p>
        {rewording ? (
          <Wording conflict={conflict} draft={draft} change={setDraft} close={() => setRewording(false)} />
        ) : (
          <h1 ref={heading} tabIndex={-1}>
            <Shown text={draft.question ?? conflict.question} />
          </h1>
        )}
        {conflict.questionFound !== null && (
          <p class="found">
            Found as: <Shown text={conflict.questionFound} />
          </p>
        )}
        {!conflict.current && (
          <p class="gone" role="alert">
            This dispute is no longer found in the texts. It can be read, and no longer judged.
          </p>
        )}
        <InForce conflict={conflict} />
        <p class="explanation">
          <Shown text={conflict.explanation} />
          {conflict.weakestLink !== null && !conflict.explanation.includes('weakest link') && (
            <span class="weakest">
              Weakest link: <Shown text={conflict.weakestLink} />.
            </span>
          )}
        </p>
        <div class={`positions ${many}`}>
          {positions.map((position) => (
            <section key={position.id} class="position" aria-labelledby={position.id}>
              <header>
                <h2 id={position.id}>
                  <Siglum number={position.number} />{' '}
                  <Shown text={draft.answers[position.id] ?? position.answer} />
                </h2>
                {position.answerFound !== null && (
                  <p class="found">
                    Found as: <Shown text={position.answerFound} />
                  </p>
                )}
                <p class="independence">
                  <b>{counted(position.independentSources, 'independent source')}</b>
                  {position.independentSources > 1 ||
                  position.evidence.some(({ copies }) => copies.length > 0) ? (
                    <>
                      {' '}
                      · <Shown text={position.independence} />
                    </>
                  ) : null}
                </p>
              </header>
              <ul class="witnesses">
                {position.evidence.map(({ shown, copies }) => (
                  <Witness
                    key={`${shown.source.document} ${shown.start}`}
                    shown={shown}
                    copies={copies}
                    {...acts}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <More title="On neither side" evidence={conflict.context} acts={acts} open />
        <Background conflict={conflict} draft={draft} change={setDraft} address={address} />
        <Names conflict={conflict} />
        <More title="Other claims on the same topic" evidence={conflict.otherClaims} acts={acts} />
      </main>
      {conflict.current && (
        <VerdictBar
          key={conflict.id}
          conflict={conflict}
          former={former}
          draft={draft}
          change={setDraft}
          give={give}
        />
      )}
      {correcting?.what === 'claim' && (
        <ClaimForm evidence={correcting.evidence} close={() => setCorrecting(null)} />
      )}
      {correcting?.what === 'source' && (
        <SourceForm source={correcting.evidence.source} close={() => setCorrecting(null)} />
      )}
    </div>
  )
}

/** What was decided, above everything that speaks for or against it. */
function InForce({ conflict }: { readonly conflict: ConflictDetail }): VNode | null {
  const entry = conflict.history.find(({ inForce, kind }) => inForce && kind === 'verdict')
  if (!entry) return null
  return (
    <p class="in-force">
      <b>
        <Shown text={entry.words} />
      </b>
      {' · '}
      <Shown text={entry.reviewer} />, {momentWords(entry.at)}
      {entry.note !== '' && (
        <span class="note">
          <Shown text={entry.note} />
        </span>
      )}
    </p>
  )
}

function Step({
  to,
  words,
  name,
  address,
}: {
  to: string | null
  words: string
  name: string
  address: Address
}) {
  if (to === null) return <span class="step off">{words}</span>
  return (
    <a class="step" href={writeAddress({ ...queuePart(address), dispute: to })} aria-label={name}>
      {words}
    </a>
  )
}

interface MoreProps {
  readonly title: string
  readonly evidence: readonly Evidence[]
  readonly acts: Pick<Parameters<typeof EvidenceCard>[0], 'address' | 'correctClaim' | 'correctSource'>
  readonly open?: boolean
}

function More({ title, evidence, acts, open = false }: MoreProps): VNode | null {
  if (evidence.length === 0) return null
  return (
    <details class="more" open={open && evidence.length <= 3}>
      <summary>
        {title} <span class="count">{evidence.length}</span>
      </summary>
      <div class="cards">
        {evidence.map((one) => (
          <EvidenceCard key={`${one.source.document} ${one.start}`} evidence={one} {...acts} />
        ))}
      </div>
    </details>
  )
}
