import type { AcronymDefinition } from '../../model/entity.ts'
import type { CheckedText, SourceCheck } from '../disputes/source-checks.ts'
import { shareSubject } from '../propositions/about.ts'
import type { World } from '../propositions/world.ts'
import { sourceNames } from '../sources/sources.ts'

interface Expansion {
  readonly text: CheckedText
  readonly acronym: AcronymDefinition
  readonly words: readonly string[]
}

/**
 * One acronym with two names.
 *
 * Finds: "Coastal Rescue Board (CRB)" / "Coastal Safety Board (CRB)", where only one of them spells the letters.
 * Finds also: "Marine Safety Board (MSB)" / "Maritime Safety Board (MSB)"; "Metal Workers' Union (MWU)" / "Machine
 * Workers' Union (MWU)" in texts about the same firm.
 * Leaves: "Ostian Rail Board (ORB)" / "Ocean Research Bureau (ORB)", two bodies; "Organisation" / "Organization";
 * "the Coastal Rescue Board" / "Coastal Rescue Board".
 */
export function detectNames(
  short: string,
  texts: readonly CheckedText[],
  world: World,
): readonly SourceCheck[] {
  const expansions = texts.flatMap((text) =>
    text.document.evidence.acronyms
      .filter((acronym) => acronym.short === short)
      .map((acronym): Expansion => ({ text, acronym, words: wordsOf(acronym.long) })),
  )
  const variants = groupVariants(expansions)
  if (variants.length < 2) return []
  const model = variants[0]!
  const rivals = variants.filter(
    (variant) =>
      variant === model ||
      isRival(short, model[0]!, variant[0]!) ||
      (differInOneWord(model[0]!, variant[0]!) && haveOneSubject(model, variant, world)),
  )
  if (rivals.length < 2) return []
  const answers = rivals.map((variant) => ({
    answer: variant[0]!.acronym.long,
    quotes: variant.map(({ text, acronym }) => ({
      document: text.document.id,
      start: acronym.start,
      end: acronym.end,
    })),
    documents: [...new Map(variant.map(({ text }) => [text.document.id, text.document])).values()],
  }))
  const said = answers.map(
    ({ answer, documents }) => `${sourceNames(documents).slice(0, 2).join(' and ')}: “${answer}”`,
  )
  return [
    {
      type: 'name',
      key: `acronym|${short}`,
      slot: 'name',
      question: `What does ${short} stand for?`,
      explanation: `One acronym has two names: ${said.join('; ')}.`,
      answers,
    },
  ]
}

/** What tells an acronym's expansions apart, as far as two texts must differ to be worth a look. */
export function expansionKey(long: string): string {
  return wordsOf(long).join(' ')
}

/** Expansions that differ in more than spelling, the most used first. */
function groupVariants(expansions: readonly Expansion[]): readonly (readonly Expansion[])[] {
  const groups = new Map<string, Expansion[]>()
  for (const expansion of expansions) {
    const key = expansion.words.join(' ')
    groups.set(key, [...(groups.get(key) ?? []), expansion])
  }
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([, group]) => group)
}

const SMALL_WORDS = new Set(['the', 'of', 'and', 'for', 'on', 'in', 'to', 'a', 's'])

/** Words by what they mean to a reader: British and American spelling, number and hyphens aside. */
function wordsOf(long: string): readonly string[] {
  const words = long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) =>
      word
        .replace(/is(ation|e|ing)/, 'iz$1')
        .replace(/our$/, 'or')
        .replace(/ence$/, 'ense')
        .replace(/re$/, 'er')
        .replace(/s$/, ''),
    )
}

/** Two names of one body: linked to one entity, or alike in half of their words while only one spells the letters. */
function isRival(short: string, a: Expansion, b: Expansion): boolean {
  if (a.acronym.entity !== null && a.acronym.entity === b.acronym.entity) return true
  const shared = a.words.filter((word) => b.words.includes(word)).length
  if (shared / Math.max(a.words.length, b.words.length) < 0.5) return false
  return spells(short, a.words) !== spells(short, b.words) || isMisspelling(a.words, b.words)
}

/** "Metal Workers' Union" and "Machine Workers' Union" may be one in texts about the same firm. */
function differInOneWord(a: Expansion, b: Expansion): boolean {
  const differing = a.words.filter((word, at) => b.words[at] !== word).length
  return a.words.length === b.words.length && a.words.length > 2 && differing === 1
}

/** Texts of either name, none of them with both, that are about the same. */
function haveOneSubject(a: readonly Expansion[], b: readonly Expansion[], world: World): boolean {
  if (a.some(({ text }) => b.some((other) => other.text.document.id === text.document.id))) return false
  return a.some((one) => b.some((other) => shareSubject(one.text.about, other.text.about, world)))
}

/** "Maritime" for "Marine", "Regional" for "Region": the words that differ begin alike. */
function isMisspelling(a: readonly string[], b: readonly string[]): boolean {
  const own = a.filter((word) => !b.includes(word))
  const others = b.filter((word) => !a.includes(word))
  return (
    own.length === 1 &&
    others.length === 1 &&
    own[0]!.slice(0, 4) === others[0]!.slice(0, 4) &&
    own[0]!.length > 4
  )
}

function spells(short: string, words: readonly string[]): boolean {
  return words.map((word) => word[0]).join('') === short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
