import type { Argument, Qualifier } from '../../pipeline/model/claim.ts'
import type { ClaimRecord } from '../../pipeline/model/record.ts'
import { appearanceFields } from './appearances.ts'
import { contextOf } from './context.ts'
import { printFields } from './fields.ts'
import { harmless } from './harmless.ts'
import { wrap } from './layout.ts'
import { correctedBy, nameSource, placeOf, quoted, shortId, stanceOf, standing } from './phrases.ts'
import type { Terminal } from './terminal.ts'

/** A claim in a listing: what it says, its quote, then id, stance, place and standing. */
export function printClaim(record: ClaimRecord, terminal: Terminal): void {
  const { colors, width } = terminal
  for (const line of wrap(harmless(record.claim.text), width)) terminal.print(colors.bold(line))
  for (const line of wrap(quoted(record.quote), width, '  ', '   ')) terminal.print(line)
  const facts = [shortId(record.claim.id), stanceOf(record.claim), placeOf(record), ...standing(record)]
  for (const line of wrap(facts.join(' · '), width, '  ')) terminal.print(colors.dim(line))
}

/** A claim whole: its sentence in context with the evidence marked, its parts, and where all of it comes from. */
export function printClaimWhole(record: ClaimRecord, terminal: Terminal): void {
  const { claim, document } = record
  for (const line of wrap(harmless(claim.text), terminal.width)) terminal.print(terminal.colors.bold(line))
  terminal.print()
  printContext(record, terminal)
  terminal.print()
  printFields(
    [
      ['Stance', stanceOf(claim)],
      ['Cues', harmless(claim.stanceCues.map(({ text }) => text).join(', '))],
      ['Kind', claim.kind],
      ['Subject', describe(claim.subject, record.subjectEntity)],
      [
        'Relation',
        harmless(
          [claim.relation.text || claim.relation.lemma, claim.relation.type].filter(Boolean).join(' → '),
        ),
      ],
      ['Object', claim.object && describe(claim.object, record.objectEntity)],
      ...claim.qualifiers.map((qualifier) => [qualifier.role, describeQualifier(qualifier)] as const),
      [
        'Said by',
        claim.attribution && harmless(claim.attribution.speaker?.name ?? claim.attribution.cue.text),
      ],
      ['Stands', standing(record).join(', ')],
    ],
    terminal,
  )
  terminal.print()
  printFields(
    [
      ['Source', nameSource(document)],
      ['By hand', correctedBy(document.corrections).join('; ')],
      ['Place', placeOf(record)],
      ['Section', harmless(claim.section.join(' › '))],
      ['Offsets', `${record.start}-${record.end} (UTF-16, half-open)`],
      ['Document', document.id],
      ['SHA-256', `${document.sha256} (file)`],
      ...appearanceFields(document),
      ['Claim', claim.id],
      ['Rule', `${claim.rule}, confidence ${claim.confidence.toFixed(2)}`],
      ['Versions', document.fingerprint.pipelineVersion],
      ['Knowledge', document.fingerprint.annotationsSha256],
    ],
    terminal,
  )
}

/** On a terminal with colours the evidence is bold; elsewhere it stands between ⟦ and ⟧. */
function printContext(record: ClaimRecord, terminal: Terminal): void {
  const { before, evidence, after } = contextOf(record)
  const text = harmless(`${before.trimStart()}⟦${evidence}⟧${after.trimEnd()}`)
  let marked = false
  for (const line of wrap(text, terminal.width, '  ')) {
    const painted = terminal.colors.isColorSupported ? paint(line, marked, terminal) : line
    marked = line.lastIndexOf('⟦') > line.lastIndexOf('⟧') || (marked && !line.includes('⟧'))
    terminal.print(painted)
  }
}

/** A line of which a part is marked; `open` says that the mark began on an earlier line. */
function paint(line: string, open: boolean, { colors }: Terminal): string {
  const [, before, evidence, after] = /^([^⟦⟧]*)⟦?([^⟧]*)⟧?(.*)$/.exec(open ? `⟦${line}` : line) ?? []
  if (!open && !line.includes('⟦')) return colors.dim(line)
  return `${colors.dim(before ?? '')}${colors.bold(evidence ?? '')}${colors.dim(after ?? '')}`
}

function describe(argument: Argument, entity: string | null): string {
  const name = argument.name !== argument.text ? ` (${argument.name})` : ''
  return harmless(`${argument.text || '(understood)'}${name}${entity ? ` → ${entity}` : ''}`)
}

function describeQualifier({ text, edtf, entity }: Qualifier): string {
  const resolved = edtf ?? entity
  return harmless(resolved ? `${text} → ${resolved}` : text)
}
