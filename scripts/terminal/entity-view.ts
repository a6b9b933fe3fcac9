import type { Duplicate } from '../../pipeline/corrections/duplicates.ts'
import type { EntityRecord, OpenMention, QuoteRecord } from '../../pipeline/model/record.ts'
import { printFields } from './fields.ts'
import { harmless } from './harmless.ts'
import { clip, counted, wrap } from './layout.ts'
import { placeOf } from './phrases.ts'
import type { Terminal } from './terminal.ts'

/** Most aliases of a line, and most places of a list. */
const ALIASES = 6
const PLACES = 12

/** An entity in a listing: name, then type, use, other names and how it is known. */
export function printEntity(entity: EntityRecord, terminal: Terminal): void {
  const { colors, width, print } = terminal
  print(colors.bold(clip(harmless(entity.name), width)))
  const facts = [entity.id, entity.type, ...useOf(entity), BASES[entity.basis], ...aliasesOf(entity)]
  for (const line of wrap(harmless(facts.join(' · ')), width, '  ')) print(colors.dim(line))
}

/** An entity with all its names and ids, and where texts name it. */
export function printEntityWhole(
  entity: EntityRecord,
  mentions: readonly QuoteRecord[],
  terminal: Terminal,
): void {
  const { colors, width, print } = terminal
  print(colors.bold(clip(harmless(entity.name), width)))
  printFields(
    [
      ['Id', harmless(entity.id)],
      ['Type', entity.type],
      ['Known', BASES[entity.basis]],
      ['Names', harmless(entity.aliases.join(', '))],
      ['Part of', harmless(entity.partOf.join(', '))],
      ['Wikidata', entity.wikidata],
      ['Stands for', harmless(entity.ids.filter((id) => id !== entity.id).join(', '))],
      ['Use', useOf(entity).join(', ')],
    ],
    terminal,
  )
  for (const mention of mentions.slice(0, PLACES)) {
    const text = `${placeOf(mention)}  ${harmless(mention.sentence)}`
    print(`  ${colors.dim(clip(text, width - 2))}`)
  }
  if (mentions.length > PLACES) print(colors.dim('  and more'))
  print()
}

/** Two entities that may be one, what speaks for it and against it, and how to say so. */
export function printDuplicate({ a, b, ...evidence }: Duplicate, terminal: Terminal): void {
  const { colors, width, print } = terminal
  const line = `${a.name} (${a.id}) and ${b.name} (${b.id})`
  for (const part of wrap(harmless(line), width)) print(colors.bold(part))
  printFields(
    [
      ['For', harmless(evidence.for.join('; '))],
      ['Against', harmless(evidence.against.join('; '))],
      ['If one', harmless(`npx gainsay entities merge ${typed(a.id)} ${typed(b.id)}`)],
    ],
    terminal,
  )
}

/** An open mention: its words, where they stand, and who may be meant. */
export function printOpen(
  mention: Omit<OpenMention, 'candidates'> & { readonly candidates: readonly { id: string; name: string }[] },
  terminal: Terminal,
): void {
  const { colors, width, print } = terminal
  const head = `${mention.path}:${mention.line}  ${mention.text} (${mention.form}, ${mention.type})`
  const who = mention.candidates.map(({ id, name }) => `${name} (${id})`).join(' or ')
  print(clip(harmless(head), width))
  for (const line of wrap(harmless(who ? `may be ${who}` : 'nobody in question'), width, '  '))
    print(colors.dim(line))
}

const BASES = {
  catalogue: 'in the catalogue',
  gazetteer: 'generally known',
  text: 'from the texts',
} as const

function useOf({ mentions, claims, documents }: EntityRecord): string[] {
  return [counted(mentions, 'mention'), counted(claims, 'claim'), counted(documents.length, 'text')]
}

function aliasesOf({ aliases }: EntityRecord): string[] {
  if (aliases.length === 0) return []
  const more = aliases.length - ALIASES
  return [`also ${aliases.slice(0, ALIASES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
}

/** As a shell takes it. */
function typed(id: string): string {
  return /^[\w./:-]+$/.test(id) ? id : JSON.stringify(id)
}
