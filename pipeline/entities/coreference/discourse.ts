import type { WithWords, Word } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import { KIND_NOUNS } from '../cues.ts'
import type { Gender } from '../given.ts'

/**
 * Something that was spoken of: a name, several names together ("India and China"), or a common noun, which has no
 * entity and is here because a pronoun may well mean it.
 */
export interface Referent {
  readonly ids: readonly EntityId[]
  /** For a name that stayed open: whom it may mean. */
  readonly options: readonly EntityId[]
  /** What a noun says of "he" and "she": "the widow". */
  readonly gender: Gender | null
  readonly kind: 'person' | 'thing' | 'several'
  readonly type: EntityType | null
  readonly sentence: number
  /** Offset of its first character. */
  readonly start: number
  readonly subject: boolean
  /** A subject of the sentence itself, not of a clause inside it. */
  readonly main: boolean
  /** New in the text: a noun with "a". */
  readonly fresh: boolean
  /** Index of its head word. */
  readonly index: number
  /** Index of the word that it depends on; null at the root. */
  readonly governor: number | null
}

/** Everything that is spoken of, in reading order; references join it as they are resolved. */
export type Discourse = Referent[]

/** How many referents a reference looks back: keeps a line of nothing but names linear. */
export const LOOK_BACK = 40

/** The word of a stretch that depends on nothing inside it, or the last one. */
function headWord(words: readonly Word[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const { head } = words[at]!
    if (head === null || head < from || head >= to) return at
  }
  return to - 1
}

export function isSubject(word: Word): boolean {
  return word.deprel.startsWith('nsubj')
}

/** The subject of the sentence's root or of what is coordinated with it. */
export function isMainSubject(words: readonly Word[], word: Word): boolean {
  if (!isSubject(word) || word.head === null) return false
  const verb = words[word.head]!
  return verb.head === null || (verb.deprel === 'conj' && words[verb.head]!.head === null)
}

/** The names of one sentence, and the groups that "and", commas and hyphens make of them. */
export function nameReferents(doc: WithWords, sentence: number, mentions: readonly Mention[]): Referent[] {
  const referents: Referent[] = []
  let group: Referent[] = []
  let end = -1
  const close = () => {
    const ids = [...new Set(group.flatMap((member) => member.ids))]
    if (ids.length > 1) {
      // "Ada and Eve left": either of them is as much the subject as the other.
      const shared = { subject: group.some(({ subject }) => subject), main: group.some(({ main }) => main) }
      referents.length -= group.length
      for (const member of group) referents.push({ ...member, ...shared })
      referents.push({ ...group[0]!, ...shared, ids, kind: 'several' })
    }
    group = []
  }
  const { endWord, firstWord } = doc.sentences[sentence]!
  let at = firstWord
  for (const mention of mentions) {
    while (at < endWord && doc.words[at]!.end <= mention.start) at++
    let to = at
    while (to < endWord && doc.words[to]!.start < mention.end) to++
    const between = doc.text.slice(end, mention.start).trim()
    const joined =
      group.length > 0 && /^(,|and|, and|or|&|[-–—])$/.test(between) && mention.type === group[0]!.type
    if (!joined) close()
    end = mention.end
    if (to === at) continue
    const index = roleBearer(doc.words, headWord(doc.words, at, to))
    const head = doc.words[index]!
    const referent: Referent = {
      ids: mention.entity === null ? [] : [mention.entity],
      options: mention.entity === null ? mention.candidates : [],
      gender: null,
      kind: mention.type === 'person' ? 'person' : mention.type === 'group' ? 'several' : 'thing',
      type: mention.type,
      sentence,
      start: mention.start,
      subject: isSubject(head),
      main: isMainSubject(doc.words, head),
      fresh: false,
      index,
      governor: head.head,
    }
    // A people's adjective ("Uzbek officers") is spoken of only with what it describes.
    if (
      mention.type === 'group' &&
      (!/^(nsubj|obj|obl|conj|root)/.test(head.deprel) || /^(NOUN|PROPN)$/.test(doc.words[to]?.pos ?? ''))
    )
      continue
    referents.push(referent)
    group.push(referent)
  }
  close()
  return referents
}

/** In "the captain, Ada Roe, left" it is the captain's word that says who left. */
function roleBearer(words: readonly Word[], head: number): number {
  let at = head
  for (let steps = 0; steps < 3 && /^(appos|flat)/.test(words[at]!.deprel); steps++) at = words[at]!.head!
  return at
}

/**
 * True for a noun that only says what the name beside it is: "{the captain}, Ada Roe,", "Ada Roe, {the captain}", "a
 * {man} named Roe". The name speaks for both.
 */
function isApposed(doc: WithWords, at: number, mentions: readonly Mention[]): boolean {
  const { words, text } = doc
  const noun = words[at]!
  const covers = (index: number) =>
    mentions.some(({ start, end }) => start <= words[index]!.start && words[index]!.end <= end)
  if (noun.deprel === 'appos' && noun.head !== null && covers(noun.head)) return true
  const next = mentions.find(({ start }) => start >= noun.end)
  if (next === undefined || next.start - noun.end > 20) return false
  const between = text.slice(noun.end, next.start)
  if (/^ (named|called) $/.test(between)) return true
  const isPerson = KIND_NOUNS.get(noun.lemma.toLowerCase()) === 'person'
  return (
    between === ', ' &&
    (isPerson ? next.type === 'person' : covers(at + 2) && words[at + 2]?.deprel === 'appos')
  )
}

const MALE_NOUN =
  /^(man|boy|father|son|brother|husband|king|prince|uncle|widower|spokesman|chairman|priest|monk)$/
const FEMALE_NOUN =
  /^(woman|girl|mother|daughter|sister|wife|queen|princess|aunt|widow|spokeswoman|chairwoman|nun|actress)$/

function genderOfNoun(lemma: string): Gender | null {
  return MALE_NOUN.test(lemma) ? 'male' : FEMALE_NOUN.test(lemma) ? 'female' : null
}

/** Common nouns that could be meant instead of a name: subjects and objects outside of the names themselves. */
export function nounReferents(doc: WithWords, sentence: number, mentions: readonly Mention[]): Referent[] {
  const { firstWord, endWord } = doc.sentences[sentence]!
  const referents: Referent[] = []
  let next = 0
  for (let at = firstWord; at < endWord; at++) {
    const word = doc.words[at]!
    while (next < mentions.length && mentions[next]!.end <= word.start) next++
    if (next < mentions.length && mentions[next]!.start < word.end) continue
    if (word.pos !== 'NOUN' || !/^(nsubj|obj|root|conj)/.test(word.deprel)) continue
    if (isApposed(doc, at, mentions)) continue
    const several = word.tag === 'NNS'
    const gender = genderOfNoun(word.lemma)
    const person = KIND_NOUNS.get(word.lemma.toLowerCase()) === 'person' || gender !== null
    referents.push({
      ids: [],
      options: [],
      gender,
      kind: several ? 'several' : person ? 'person' : 'thing',
      type: null,
      sentence,
      start: word.start,
      subject: isSubject(word),
      main: isMainSubject(doc.words, word),
      fresh: doc.words
        .slice(Math.max(firstWord, at - 3), at)
        .some(({ pos, tag, lemma }) => pos === 'DET' && tag === 'DT' && /^an?$/i.test(lemma)),
      index: at,
      governor: word.head,
    })
  }
  return referents
}
