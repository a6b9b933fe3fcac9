import type { ClaimRecord, ConflictRecord, DocumentRecord } from '../model/record.ts'
import { bySpan } from '../model/span.ts'
import type { Store } from '../store/index.ts'
import type { ClaimList, ClaimsQuery, DocumentDetail } from './api.ts'
import { entitiesOf, evidenceInfo } from './evidence-info.ts'
import { stanceWords } from './phrases.ts'
import { sourceInfo } from './source-info.ts'

type Mark = DocumentDetail['marks'][number]

/** An article with its claims marked: the evidence of one dispute, other claims on its topic, and the rest. */
export function documentDetail(
  document: DocumentRecord,
  claims: readonly ClaimRecord[],
  conflict: ConflictRecord | null,
  stamp: string,
): DocumentDetail {
  const backed = new Map<string, number>()
  const quoted: Mark[] = []
  for (const { number, evidence } of conflict?.positions ?? [])
    for (const { claim, document: at, start, end } of evidence) {
      if (claim) backed.set(claim.id, number)
      else if (at.id === document.id)
        quoted.push({ start, end, ...NO_CLAIM, kind: 'evidence', position: number })
    }
  const context = new Set(conflict?.context)
  const marks = claims.map(({ claim, start, end, topics }): Mark => {
    const position = backed.get(claim.id) ?? null
    const onTopic = context.has(claim.id) || (conflict !== null && topics.includes(conflict.topic))
    return {
      start,
      end,
      kind: position !== null ? 'evidence' : onTopic ? 'topic' : 'claim',
      claim: claim.id,
      position,
      says: claim.text,
      stance: stanceWords(claim),
      corrected: (claim.corrections ?? []).length > 0,
    }
  })
  return {
    stamp,
    id: document.id,
    source: sourceInfo(document),
    alsoAt: [...document.alsoAt],
    current: document.current,
    sha256: document.textSha256,
    text: document.text,
    blocks: blocksOf(document.text),
    marks: [...marks, ...quoted].sort(bySpan),
  }
}

/** A page of its claims, in the order of the text. */
export async function claimPage(
  store: Store,
  claims: readonly ClaimRecord[],
  { page, size }: ClaimsQuery,
  stamp: string,
): Promise<ClaimList> {
  const shown = [...claims].sort(bySpan).slice((page - 1) * size, page * size)
  const entities = await store.entitiesById([...new Set(shown.flatMap(entitiesOf))])
  return {
    stamp,
    total: claims.length,
    page,
    pages: Math.max(1, Math.ceil(claims.length / size)),
    size,
    claims: shown.map((claim) => evidenceInfo(claim, { entities })),
  }
}

const NO_CLAIM = { claim: null, says: null, stance: null, corrected: false }

/** Stretches between blank lines. */
function blocksOf(text: string): DocumentDetail['blocks'] {
  const blocks: DocumentDetail['blocks'] = []
  let start = -1
  let end = 0
  const close = () => {
    if (start >= 0)
      blocks.push({
        start,
        end,
        kind: /^#{1,6} /.test(text.slice(start, start + 7)) ? 'heading' : 'paragraph',
      })
    start = -1
  }
  for (const line of text.matchAll(/[^\r\n]+|\r\n|[\r\n]/g)) {
    const [content] = line
    const isBreak = content === '\n' || content === '\r\n' || content === '\r'
    if (isBreak) continue
    if (content.trim() === '' || isBehindBlankLine(text, line.index)) close()
    if (content.trim() === '') continue
    if (start < 0) start = line.index
    end = line.index + content.length
  }
  close()
  return blocks
}

const isBehindBlankLine = (text: string, at: number): boolean =>
  /(?:\r\n|\n|\r)(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, at - 4), at))
