import type { DocumentEvidence } from '../../model/corpus.ts'
import type { AnnotatedDocument } from '../../model/document.ts'
import { quote, type Span } from '../../model/span.ts'
import { findCredits } from './credits.ts'
import { signatureOf } from './minhash.ts'

/** What the cross-document stages need of a document beside its claims. */
export function collectEvidence(document: AnnotatedDocument): DocumentEvidence {
  const { text, blocks } = document
  const body = blocks.filter(({ kind }) => kind !== 'boilerplate' && kind !== 'reference' && kind !== 'code')
  return {
    references: blocks
      .filter(({ kind }) => kind === 'reference')
      .map((block) => ({ start: block.start, end: block.end, text: quote(text, block) })),
    citations: body.flatMap((block) => findCitations(text, block)),
    acronyms: document.acronyms,
    credits: findCredits(text, blocks),
    signature: signatureOf(body.map((block) => quote(text, block)).join('\n')),
  }
}

/**
 * In-text citations, author and year.
 *
 * Finds: "(Rell 2013, 6)", "(Rell and Sol 2020)", "(Rell, Sol, and Ott 2020, 9-11; Amsel 1999)".
 * Leaves: "(May 2013)", "(June 2013)", "(since 2013)", "(about 2013)".
 */
function findCitations(text: string, block: Span): DocumentEvidence['citations'] {
  const found: { start: number; end: number; text: string; author: string; year: string }[] = []
  const parentheses = /\(([^()]{4,200})\)/g
  for (const match of text.slice(block.start, block.end).matchAll(parentheses)) {
    for (const part of match[1]!.matchAll(/[^;]+/g)) {
      const entry =
        /^\s*(\p{Lu}[\p{L}'’-]+)((?:,? (?:and|&) |, )[\p{Lu}][\p{L}'’., -]*| et al\.)?,? ((?:1[5-9]|20)\d\d)[a-z]?\s*(?:$|[,:])/u.exec(
          part[0],
        )
      if (!entry || MONTHS.has(entry[1]!.toLowerCase())) continue
      const start = block.start + match.index + 1 + part.index + (part[0].length - part[0].trimStart().length)
      const end = start + part[0].trim().length
      found.push({ start, end, text: text.slice(start, end), author: entry[1]!, year: entry[3]! })
    }
  }
  return found
}

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec since about circa spring summer autumn winter fall'.split(
    ' ',
  ),
)
