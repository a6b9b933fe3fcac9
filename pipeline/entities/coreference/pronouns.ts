import type { WithWords, Word } from '../../model/document.ts'
import type { Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Gender } from '../given.ts'
import { type Discourse, isSubject, LOOK_BACK, type Referent } from './discourse.ts'

interface Pronoun {
  readonly kind: Referent['kind']
  readonly gender: Gender | null
  readonly possessive: boolean
}

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map(
  (
    [
      ['person', 'male', 'he him himself', 'his'],
      ['person', 'female', 'she herself', 'her hers'],
      ['thing', null, 'it itself', 'its'],
      ['several', null, 'they them themselves', 'their theirs'],
    ] as const
  ).flatMap(([kind, gender, plain, possessive]) => [
    ...plain.split(' ').map((word): [string, Pronoun] => [word, { kind, gender, possessive: false }]),
    ...possessive.split(' ').map((word): [string, Pronoun] => [word, { kind, gender, possessive: true }]),
  ]),
)

/** How much better the best antecedent must be than any other, in the points below; a thing has many rivals unnamed. */
const MARGIN = { person: 0.8, thing: 1.3, several: 1.3 } as const

/** In sentences; who acts and speaks stays in mind longer than what is spoken of. */
const WINDOW = { person: 4, thing: 2, several: 2 } as const

/** What a pronoun's meaning is looked for in. */
export interface Spoken {
  readonly doc: WithWords
  readonly discourse: Discourse
  /** Whose words the pronoun is part of, where they stand between quotation marks. */
  readonly speaker: EntityId | null
  /** The ship that the text is about; null where it is about none. */
  readonly ship: EntityId | null
  genderOf(id: EntityId): Gender | null
}

/** By its tag: nine words of ten are none, and nothing need be known of them. */
export function mayBePronoun({ pos }: Word): boolean {
  return pos === 'PRON' || pos === 'DET'
}

/**
 * A pronoun and what it refers to, or null for a word that is no pronoun of the third person or stands for nothing
 * ("it rained", "it is clear that").
 *
 * "Ada Roe left. {She=person:ada-roe} was tired." Left open: "Ada Roe met Eve Poe. {She} was tired."
 */
export function resolvePronoun(sentence: number, index: number, spoken: Spoken): Mention | null {
  const { doc } = spoken
  const word = doc.words[index]!
  const pronoun = PRONOUNS.get(doc.text.slice(word.start, word.end).toLowerCase())
  if (pronoun === undefined || (pronoun.kind === 'thing' && !pronoun.possessive && isExpletive(doc, index)))
    return null
  const base = { start: word.start, end: word.end, form: 'pronoun' as const }
  const ranked = rank(sentence, index, pronoun, spoken)
  const [best, second] = ranked
  if (best === undefined && pronoun.gender === 'female' && spoken.ship !== null && !isActor(doc, word))
    return { ...base, type: 'product', entity: spoken.ship, candidates: [], plural: false }
  const clear =
    best !== undefined &&
    best.ids.length > 0 &&
    (second === undefined || best.score - second.score >= MARGIN[pronoun.kind])
  const open = ranked.flatMap(({ ids }) => ids)
  const type = best?.referent.type ?? (pronoun.kind === 'person' ? 'person' : 'other')
  if (!clear)
    return { ...base, type, entity: null, candidates: [...new Set(open)].slice(0, 5), plural: false }
  if (best.ids.length > 1) return { ...base, type, entity: null, candidates: best.ids, plural: true }
  return { ...base, type, entity: best.ids[0]!, candidates: [], plural: false }
}

interface Ranked {
  readonly referent: Referent
  /** Whom it means here: of the options of an open name, the one that the pronoun's gender leaves. */
  readonly ids: readonly EntityId[]
  readonly score: number
}

/**
 * Possible antecedents, best first: near ones, subjects, those spoken of again and again, whoever says what the pronoun
 * is part of ("{Roe} said that {she}"), and, for "her car", the subject of its clause.
 */
function rank(sentence: number, index: number, pronoun: Pronoun, spoken: Spoken): Ranked[] {
  const { doc, discourse } = spoken
  const word = doc.words[index]!
  const scores = new Map<string, Ranked & { readonly again: number }>()
  const reflexive = /sel(f|ves)$/.test(doc.text.slice(word.start, word.end))
  const above = headsOf(doc, word)
  const clause = clauseOf(doc, word)
  const acts = isActor(doc, word)
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const referent = discourse[at]!
    const distance = sentence - referent.sentence
    if (distance > WINDOW[pronoun.kind]) break
    if (referent.start >= word.start || !agrees(referent, pronoun)) continue
    if (distance > 0 && isFar(doc, referent.sentence, sentence, distance, pronoun)) continue
    const ids = meant(referent, pronoun, spoken)
    if (ids === null || (acts && pronoun.kind === 'thing' && !isAgent(referent))) continue
    if (acts && pronoun.gender !== null && referent.type === 'product') continue
    const rival =
      distance === 0 &&
      referent.governor !== null &&
      clause.has(referent.governor) &&
      !above.has(referent.index)
    if (rival && !reflexive && !pronoun.possessive) continue
    const score =
      (distance === 0 ? 3.5 : Math.max(0, 3 - distance)) +
      (referent.main ? 1.5 : referent.subject ? 0.5 : 0) +
      (referent.fresh && pronoun.kind === 'thing' ? 2 : 0) +
      (distance === 1 && isSubject(word) && referent.main ? 0.5 : 0) +
      (distance === 0 && says(doc, referent, above) ? 1.5 : 0) +
      (distance === 0 && isParallel(doc, word, referent) ? 1 : 0) +
      (pronoun.possessive && rival && referent.subject ? 1 : 0)
    const key = ids.join(' ') || `${referent.start}`
    const before = scores.get(key)
    if (before === undefined) scores.set(key, { referent, ids, score, again: 0 })
    else scores.set(key, { ...before, score: Math.max(before.score, score), again: 0.3 })
  }
  return [...scores.values()]
    .map(({ again, ...ranked }) => ({ ...ranked, score: ranked.score + again }))
    .sort((a, b) => b.score - a.score || b.referent.start - a.referent.start)
}

/** The entities that a referent can be for this pronoun; null where it cannot be meant. */
function meant(
  referent: Referent,
  { gender }: Pronoun,
  { speaker, genderOf }: Spoken,
): readonly EntityId[] | null {
  const { ids, options } = referent
  if (speaker !== null && ids.length === 1 && ids[0] === speaker) return null
  if (gender === null) return ids
  if (referent.gender !== null && referent.gender !== gender) return null
  const fits = (id: EntityId) => id !== speaker && (genderOf(id) ?? gender) === gender
  if (ids.length === 1) return fits(ids[0]!) ? ids : null
  const left = options.filter(fits)
  return left.length === 1 ? left : options.length > 0 && left.length === 0 ? null : ids
}

/** True where the referent is the subject of a verb of saying or thinking with the pronoun in what is said. */
function says(doc: WithWords, { subject, governor }: Referent, above: ReadonlySet<number>): boolean {
  if (!subject || governor === null || !above.has(governor)) return false
  return [...above].some((at) => {
    const { head, deprel } = doc.words[at]!
    return head === governor && deprel === 'ccomp'
  })
}

/** "{The board} has no answer, and {it} gives none": subjects of two clauses side by side. */
function isParallel(doc: WithWords, word: Word, { subject, governor }: Referent): boolean {
  if (!subject || governor === null || word.deprel !== 'nsubj' || word.head === null) return false
  const verb = doc.words[word.head]!
  return verb.deprel === 'conj' && verb.head === governor
}

/** "It said", "it pledged": only people, bodies and states do that. */
const ACTS =
  /^(say|tell|announce|pledge|promise|reply|respond|deny|insist|expect|hope|plan|intend|refuse|reject|agree|accuse|declare|cooperate|decide|believe|want|warn|ask|urge|call|acknowledge|admit|apologise|apologize|criticise|criticize|vow|demand|propose|offer|claim|add|argue|write|explain|think|remember|know|buy|hire|employ|sue)$/

function isActor({ words }: WithWords, { deprel, head }: Word): boolean {
  return deprel === 'nsubj' && head !== null && ACTS.test(words[head]!.lemma)
}

function isAgent({ type, ids, index }: Referent): boolean {
  return index >= 0 && ids.length > 0 && /^(organization|place|facility|group|other)$/.test(type ?? '')
}

/** How deep a tree is looked up: no prose is deeper, but a line of nothing but "he" is, and each of them would climb it. */
const DEEPEST = 60

/** All that a word depends on, directly or not. */
function headsOf(doc: WithWords, word: Word): Set<number> {
  const heads = new Set<number>()
  for (let at = word.head; at !== null && heads.size < DEEPEST; at = doc.words[at]!.head) heads.add(at)
  return heads
}

/** What a word depends on inside its clause: "relations with it" is as near to the verb as "it". */
function clauseOf(doc: WithWords, word: Word): Set<number> {
  const heads = new Set<number>()
  for (let at = word.head; at !== null && heads.size < DEEPEST; at = doc.words[at]!.head) {
    heads.add(at)
    if (/^(VERB|AUX)$/.test(doc.words[at]!.pos)) break
  }
  return heads
}

/** In number and kind; a ship is "it" and "she". */
function agrees({ kind, type }: Referent, pronoun: Pronoun): boolean {
  return kind === pronoun.kind || (pronoun.gender === 'female' && type === 'product')
}

/** More than one paragraph away, or under another heading; or a paragraph and too many sentences. */
function isFar(doc: WithWords, earlier: number, later: number, distance: number, { kind }: Pronoun): boolean {
  const from = doc.sentences[earlier]!.block
  const to = doc.sentences[later]!.block
  const reach = distance > (kind === 'person' ? 3 : 1) ? 0 : 1
  return to - from > reach || doc.blocks[from]!.kind !== doc.blocks[to]!.kind
}

const PROPOSITIONAL = /^(know|believe|deny|doubt|mean|regret|confirm|say|understand|prove|dispute)$/

/** "It is clear that", "it rained", "it took years to": stands for nothing that was named. */
function isExpletive(doc: WithWords, index: number): boolean {
  const { words } = doc
  const word = words[index]!
  if (word.deprel === 'expl') return true
  const head = word.head === null ? undefined : words[word.head]
  // "She knew it", "he denied it": what was said, and no thing.
  if (word.deprel === 'obj' && head !== undefined && PROPOSITIONAL.test(head.lemma)) return true
  if (head !== undefined && /^(seem|appear|rain|snow|happen|turn|take|matter|follow)$/.test(head.lemma))
    return true
  const next = words[index + 1]
  if (next === undefined || (next.pos !== 'AUX' && next.lemma !== 'be')) return false
  for (let at = index + 2; at < Math.min(words.length, index + 9); at++) {
    const { pos, lemma } = words[at]!
    if (pos === 'PUNCT') return false
    if (/^(that|to|whether|who|when|if)$/.test(lemma.toLowerCase()) && at > index + 2)
      return words[at - 1]!.pos === 'ADJ' || pos === 'SCONJ'
  }
  return false
}
