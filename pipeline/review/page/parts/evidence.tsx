import type { VNode } from 'preact'
import type { Evidence } from '../../api.ts'
import { type Address, writeAddress } from '../address.ts'
import { plainText } from '../control-characters.ts'
import { shownNodes } from '../shown.tsx'
import { counted } from '../words.ts'
import { Corrections, SourceLine } from './source.tsx'

interface Props {
  readonly evidence: Evidence
  readonly address: Address
  readonly correctClaim: (evidence: Evidence) => void
  readonly correctSource: (evidence: Evidence) => void
}

/** A quote in its sentence, with who says so, when and how firmly; its link opens the article there. */
export function EvidenceCard({ evidence, address, correctClaim, correctSource }: Props): VNode {
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

/** One independent source: its first quote, and folded under it what only repeats it. */
export function Witness(
  props: Omit<Props, 'evidence'> & { readonly shown: Evidence; readonly copies: readonly Evidence[] },
) {
  const { shown, copies, ...rest } = props
  return (
    <li class="witness">
      <EvidenceCard evidence={shown} {...rest} />
      {copies.length > 0 && (
        <details class="copies">
          <summary>{counted(copies.length, 'further quote')} of the same origin</summary>
          {copies.map((copy) => (
            <EvidenceCard key={`${copy.source.document} ${copy.start}`} evidence={copy} {...rest} />
          ))}
        </details>
      )}
    </li>
  )
}
