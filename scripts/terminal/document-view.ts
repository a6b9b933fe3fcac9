import type { ClaimRecord, DocumentRecord, TopicRecord } from '../../pipeline/model/record.ts'
import { appearanceFields } from './appearances.ts'
import { printClaim } from './claim-view.ts'
import { printFields } from './fields.ts'
import { harmless } from './harmless.ts'
import { counted, wrap } from './layout.ts'
import { correctedBy, nameSource, shortId } from './phrases.ts'
import type { Terminal } from './terminal.ts'

/** A text with what is known of it, then its claims. */
export function printDocument(
  document: DocumentRecord,
  claims: readonly ClaimRecord[],
  terminal: Terminal,
): void {
  const { metadata } = document
  terminal.print(terminal.colors.bold(nameSource(document)))
  printFields(
    [
      ['Path', harmless(document.path)],
      ['Author', metadata.author && harmless(metadata.author.value)],
      ['Address', metadata.url && harmless(metadata.url.value)],
      ['Restates', metadata.summaryOf && harmless(metadata.summaryOf.value)],
      ['Graded', metadata.reliability ? harmless(metadata.reliability.value) : null],
      ['By hand', correctedBy(document.corrections).join('; ')],
      ...appearanceFields(document),
      ['Document', `${document.id}${document.current ? '' : ' (an earlier version)'}`],
      ['SHA-256', `${document.sha256} (file)`],
      ['Claims', counted(claims.length, 'claim')],
    ],
    terminal,
  )
  printClaims(claims, terminal)
}

/** A question that claims speak of, then the claims. */
export function printTopic(topic: TopicRecord, terminal: Terminal): void {
  for (const line of wrap(harmless(topic.label), terminal.width)) terminal.print(terminal.colors.bold(line))
  printFields(
    [
      ['Topic', topic.id],
      ['Key', harmless(topic.key)],
      ['Disputes', topic.conflicts.map(shortId).join(', ')],
    ],
    terminal,
  )
  printClaims(topic.claims, terminal)
}

function printClaims(claims: readonly ClaimRecord[], terminal: Terminal): void {
  for (const claim of claims) {
    terminal.print()
    printClaim(claim, terminal)
  }
}
