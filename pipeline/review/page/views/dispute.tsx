import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConflictDetail, Evidence } from '../../api.ts'
import { type Address, conflictPath, queuePart } from '../address.ts'
import { ClaimForm } from '../forms/claim-form.tsx'
import { SourceForm } from '../forms/source-form.tsx'
import { useKeys } from '../keys.ts'
import { go, leaveTo } from '../navigation.ts'
import { Background } from '../parts/background.tsx'
import { type Acts, MoreEvidence } from '../parts/evidence.tsx'
import { InForce } from '../parts/in-force.tsx'
import { Names } from '../parts/names.tsx'
import { Place } from '../parts/place.tsx'
import { Position } from '../parts/position.tsx'
import { Status, Strength } from '../parts/strength.tsx'
import { VerdictBar } from '../parts/verdict-bar.tsx'
import { Failure, Waiting } from '../parts/waiting.tsx'
import { Wording } from '../parts/wording.tsx'
import { fetchAhead, useServer } from '../server.ts'
import { Shown } from '../shown.tsx'
import { currentStop, focusStop, stepStops } from '../stops.ts'
import { type Judgement, judge, undo, useDraft } from '../verdicts.ts'
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

  const acts: Acts = {
    address,
    correctClaim: (evidence: Evidence) => setCorrecting({ what: 'claim', evidence }),
    correctSource: (evidence: Evidence) => setCorrecting({ what: 'source', evidence }),
  }
  const many = positions.length > 3 ? 'many' : `of-${positions.length}`
  return (
    <div class="dispute">
      <main>
        <Place place={place} address={address} />
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
            <Position
              key={position.id}
              position={position}
              answer={draft.answers[position.id] ?? position.answer}
              acts={acts}
            />
          ))}
        </div>
        <MoreEvidence
          title="On neither side"
          evidence={conflict.context}
          acts={acts}
          open={conflict.context.length <= 3}
        />
        <Background conflict={conflict} draft={draft} change={setDraft} address={address} />
        <Names conflict={conflict} />
        <MoreEvidence title="Other claims on the same topic" evidence={conflict.otherClaims} acts={acts} />
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
