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

/**
 * A pronoun and what it refers to, or null for a word that is no pronoun of the third person or stands for nothing
 * ("it rained", "it is clear that").
 *
 * "Ada Roe left. {She=person:ada-roe} was tired." Left open: "Ada Roe met Eve Poe. {She} was tired."
 */
export function resolvePronoun(
  doc: WithWords,
  sentence: number,
  index: number,
  discourse: Discourse,
  genderOf: (id: EntityId) => Gender | null,
): Mention | null {
  const word = doc.words[index]!
  if (word.pos !== 'PRON' && word.pos !== 'DET') return null
  const pronoun = PRONOUNS.get(doc.text.slice(word.start, word.end).toLowerCase())
  if (pronoun === undefined || (pronoun.kind === 'thing' && !pronoun.possessive && isExpletive(doc, index)))
    return null
  const ranked = rank(doc, sentence, word, pronoun, discourse, genderOf)
  const [best, second] = ranked
  const clear =
    best !== undefined &&
    best.referent.ids.length > 0 &&
    (second === undefined || best.score - second.score >= MARGIN[pronoun.kind])
  const base = { start: word.start, end: word.end, form: 'pronoun' as const }
  const open = ranked.flatMap(({ referent }) => referent.ids)
  const type = best?.referent.type ?? (pronoun.kind === 'person' ? 'person' : 'other')
  if (!clear)
    return { ...base, type, entity: null, candidates: [...new Set(open)].slice(0, 5), plural: false }
  const { ids } = best.referent
  if (ids.length > 1) return { ...base, type, entity: null, candidates: ids, plural: true }
  return { ...base, type, entity: ids[0]!, candidates: [], plural: false }
}

interface Ranked {
  readonly referent: Referent
  readonly score: number
}

/** Possible antecedents, best first: near ones, subjects, and those spoken of again and again. */
function rank(
  doc: WithWords,
  sentence: number,
  word: Word,
  pronoun: Pronoun,
  discourse: Discourse,
  genderOf: (id: EntityId) => Gender | null,
): Ranked[] {
  const scores = new Map<string, Ranked & { readonly again: number }>()
  const reflexive = /sel(f|ves)$/.test(word.lemma) || /sel(f|ves)$/.test(doc.text.slice(word.start, word.end))
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const referent = discourse[at]!
    const distance = sentence - referent.sentence
    if (distance > 2) break
    if (referent.start >= word.start || !agrees(referent, pronoun)) continue
    if (distance > 0 && isFar(doc, referent.sentence, sentence, distance)) continue
    const gender = referent.ids.length === 1 ? genderOf(referent.ids[0]!) : null
    if (pronoun.gender !== null && gender !== null && gender !== pronoun.gender) continue
    const rival =
      referent.sentence === sentence &&
      referent.governor !== null &&
      clauseOf(doc, word).has(referent.governor)
    if (rival && !reflexive && !pronoun.possessive) continue
    const score =
      (distance === 0 ? 3.5 : 3 - distance) +
      (referent.main ? 1.5 : referent.subject ? 0.5 : 0) +
      (referent.fresh && pronoun.kind === 'thing' ? 2 : 0) +
      (distance === 1 && isSubject(word) && referent.main ? 0.5 : 0)
    const key = referent.ids.join(' ') || `${referent.start}`
    const before = scores.get(key)
    if (before === undefined) scores.set(key, { referent, score, again: 0 })
    else scores.set(key, { referent: before.referent, score: Math.max(before.score, score), again: 0.3 })
  }
  return [...scores.values()]
    .map(({ referent, score, again }) => ({ referent, score: score + again }))
    .sort((a, b) => b.score - a.score || b.referent.start - a.referent.start)
}

/** What a word depends on inside its clause: "relations with it" is as near to the verb as "it". */
function clauseOf(doc: WithWords, word: Word): Set<number> {
  const heads = new Set<number>()
  for (let at = word.head; at !== null && !heads.has(at); at = doc.words[at]!.head) {
    heads.add(at)
    if (/^(VERB|AUX)$/.test(doc.words[at]!.pos)) break
  }
  return heads
}

/** In number and kind; a ship is "it" and "she". */
function agrees({ kind, type }: Referent, pronoun: Pronoun): boolean {
  return kind === pronoun.kind || (pronoun.gender === 'female' && type === 'product')
}

/** More than one paragraph away, under another heading, or two sentences and a paragraph. */
function isFar(doc: WithWords, earlier: number, later: number, distance: number): boolean {
  const from = doc.sentences[earlier]!.block
  const to = doc.sentences[later]!.block
  return to - from > (distance > 1 ? 0 : 1) || doc.blocks[from]!.kind !== doc.blocks[to]!.kind
}

/** "It is clear that", "it rained", "it took years to": stands for nothing that was named. */
function isExpletive(doc: WithWords, index: number): boolean {
  const { words } = doc
  const word = words[index]!
  if (word.deprel === 'expl') return true
  const head = word.head === null ? undefined : words[word.head]
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
