import type { VNode } from 'preact'
import type { Evidence } from '../../api.ts'
import { type Address, writeAddress } from '../address.ts'
import { plainText } from '../control-characters.ts'
import { shownNodes } from '../shown.tsx'
import { counted } from '../words.ts'
import { Corrections, SourceLine } from './source.tsx'

/** What a quote leads to. */
export interface Acts {
  readonly address: Address
  readonly correctClaim: (evidence: Evidence) => void
  readonly correctSource: (evidence: Evidence) => void
}

interface Props {
  readonly evidence: Evidence
  readonly acts: Acts
}

/** A quote in its sentence, with who says so, when and how firmly; its link opens the article there. */
export function EvidenceCard({ evidence, acts }: Props): VNode {
  const { address, correctClaim, correctSource } = acts
  const { source, claim, start, end, line, page, stance, isNew, corrected } = evidence
  const place = page === null ? `line ${line}` : `page ${page}`
  const article = writeAddress({ ...address, article: source.document, at: `${start}-${end}` })
  return (
    <article class="evidence">
      <p class="from">
        <SourceLine source={source} />
        {isNew && <span class="new">new since the verdict</span>}
      </p>
      <Sentence evidence={evidence} />
      <p class="facts">
        {stance !== null && (
          <span class={`stance ${/unproven|denied|not so|deni/i.test(stance) ? 'doubted' : ''}`}>
            {shownNodes(stance)}
          </span>
        )}
        <span class="acts">
          <a href={article} data-stop={`${source.document} ${start}-${end}`}>
            {place} in the article
            <span class="spoken">: {plainText(source.name)}</span>
          </a>
          {claim !== null && (
            <button type="button" class="quiet" onClick={() => correctClaim(evidence)}>
              correct claim
            </button>
          )}
          <button type="button" class="quiet" onClick={() => correctSource(evidence)}>
            correct source
          </button>
        </span>
      </p>
      <Corrections corrected={[...corrected, ...source.corrected]} />
    </article>
  )
}

/** The sentence with the quote marked in it. */
export function Sentence({ evidence: { before, quote, after } }: { readonly evidence: Evidence }): VNode {
  return (
    <blockquote dir="auto">
      {shownNodes(before)}
      <mark>{shownNodes(quote)}</mark>
      {shownNodes(after)}
    </blockquote>
  )
}

interface WitnessProps {
  readonly shown: Evidence
  readonly copies: readonly Evidence[]
  readonly acts: Acts
}

/** One independent source: its first quote, and folded under it what only repeats it. */
export function Witness({ shown, copies, acts }: WitnessProps): VNode {
  return (
    <li class="witness">
      <EvidenceCard evidence={shown} acts={acts} />
      {copies.length > 0 && (
        <details class="copies">
          <summary>{counted(copies.length, 'further quote')} of the same origin</summary>
          <Cards evidence={copies} acts={acts} />
        </details>
      )}
    </li>
  )
}

interface MoreProps {
  readonly title: string
  readonly evidence: readonly Evidence[]
  readonly acts: Acts
  readonly open?: boolean
}

/** Quotes that back no position, under a title that unfolds them. */
export function MoreEvidence({ title, evidence, acts, open = false }: MoreProps): VNode | null {
  if (evidence.length === 0) return null
  return (
    <details class="more" open={open}>
      <summary>
        {title} <span class="count">{evidence.length}</span>
      </summary>
      <div class="cards">
        <Cards evidence={evidence} acts={acts} />
      </div>
    </details>
  )
}

function Cards({ evidence, acts }: Pick<MoreProps, 'evidence' | 'acts'>): VNode {
  return (
    <>
      {evidence.map((one) => (
        <EvidenceCard key={`${one.source.document} ${one.start}`} evidence={one} acts={acts} />
      ))}
    </>
  )
}
