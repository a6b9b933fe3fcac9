import { type Context, formAt, mentionsIn, timesIn } from '../context.ts'
import { nounPhrase, type Phrase } from '../phrase.ts'
import { subjectOf } from '../subject.ts'
import {
  dependentsBy,
  firstDependent,
  isNominal,
  isRelated,
  lemmaAt,
  subtree,
  type Tree,
  wordAt,
} from '../tree.ts'

/**
 * Who says what a verb or noun of saying reports: "[The ministry] said", "said in [its] report", "[the firm] issued a
 * statement that". A name or pronoun right before the verb is believed before the parse: in "The toll was 350, Mr Sand
 * said" nobody else can have said it. "people who know [Rolf Sand] said" has its own subject, which holds the name.
 */
export function speakerOf(context: Context, tree: Tree, cue: number): Phrase | null {
  const parsed = parsedSpeaker(tree, cue)
  if (wordAt(tree, cue).pos !== 'VERB' || firstDependent(tree, cue, 'aux:pass') !== null) return parsed
  const name = nameBefore(context, tree, cue)
  if (name === null) return parsed
  if (parsed === null) return name
  const joined = parsed.words.includes(name.words[0]! - 1) || parsed.words.includes(name.head)
  if (joined && !parsed.words.some((index) => wordAt(tree, index).pos === 'PUNCT'))
    return { head: parsed.head, words: [...new Set([...parsed.words, ...name.words])].sort((a, b) => a - b) }
  return !joined && subtree(tree, parsed.head).includes(name.head) ? parsed : name
}

function parsedSpeaker(tree: Tree, cue: number): Phrase | null {
  let index: number | null = cue
  for (let depth = 0; index !== null && depth < 5; depth++) {
    const verb: number = index
    const { heads, basis } = subjectOf(tree, verb)
    const subject = nearestSubject(tree, verb) ?? heads[0]
    const own = basis !== 'shared' && firstDependent(tree, verb, 'nsubj:pass') === null
    if (own && subject !== undefined && isNominalised(tree, subject)) {
      return nounPhrase(tree, subject, {
        conjuncts: isRelated(tree, subject, 'nsubj'),
        leaveOut: (word) => word === verb,
      })
    }
    const agent = agentOf(tree, verb)
    if (agent !== null) return agent
    const possessor = firstDependent(tree, verb, 'nmod:poss')
    if (possessor !== null) return owner(tree, possessor)
    if (!passesOn(tree, verb)) return null
    index = wordAt(tree, verb).head
  }
  return null
}

/** Of two subjects, one is another clause's: "[The quake] struck the valley, [the ministry] said". Null where not two. */
function nearestSubject(tree: Tree, verb: number): number | null {
  const subjects = dependentsBy(tree, verb, 'nsubj').filter((index) => index < verb)
  return subjects.length > 1 ? subjects.at(-1)! : null
}

/** A noun, or what stands for one: "[many] complained". */
function isNominalised(tree: Tree, index: number): boolean {
  return isNominal(tree, index) || ['DET', 'ADJ'].includes(wordAt(tree, index).pos)
}

const ISSUING = new Set('say announce declare issue release publish make give post repeat add'.split(' '))

/**
 * The subject is the one of the word above: of verbs joined or controlled, of "said in a [statement]", and of what a
 * speaker said to have been done: in "denied that it was left open and [said]" nothing that was left says anything.
 */
function passesOn(tree: Tree, index: number): boolean {
  const { head } = wordAt(tree, index)
  if (head === null) return false
  if (isRelated(tree, index, 'conj', 'xcomp', 'advcl')) return true
  if (isRelated(tree, index, 'ccomp')) return firstDependent(tree, index, 'nsubj:pass') !== null
  return isRelated(tree, index, 'obj', 'obl') && ISSUING.has(lemmaAt(tree, head))
}

/** The agent of a passive: "was said by [officials]". */
export function agentOf(tree: Tree, verb: number): Phrase | null {
  const agent = firstDependent(tree, verb, 'obl:agent')
  return agent === null ? null : nounPhrase(tree, agent, { conjuncts: true })
}

/** "[the minister]'s account". */
export function owner(tree: Tree, possessor: number): Phrase {
  const { head, words } = nounPhrase(tree, possessor)
  return { head, words: words.filter((index) => wordAt(tree, index).tag !== 'POS') }
}

const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'lady',
  'lord',
  'prof',
  'mr.',
  'mrs.',
  'ms.',
  'dr.',
])
const PERSONAL = new Set(['he', 'she', 'they', 'we', 'i'])

/** The name or personal pronoun that ends right before a verb: "[Ms Brook] has said", "[he] also said". */
function nameBefore(context: Context, tree: Tree, verb: number): Phrase | null {
  let at = verb - 1
  const first = tree.sentence.firstWord
  while (at >= first && ['AUX', 'ADV'].includes(wordAt(tree, at).pos)) at--
  if (at >= first && PERSONAL.has(formAt(context, at))) return { head: at, words: [at] }
  const words: number[] = []
  while (at >= first && wordAt(tree, at).pos === 'PROPN') words.unshift(at--)
  if (words.length === 0) return null
  const head = words.at(-1)!
  if (at >= first && TITLES.has(formAt(context, at))) words.unshift(at)
  return { head, words }
}

/** Verbs of saying whose object is who is told. */
export const TELLING = new Set(
  'tell inform assure warn remind notify advise persuade convince show promise ask teach'.split(' '),
)

/** What happens or is the case says nothing, though it may "underscore" something. */
const MUTE = new Set(
  'exercise drill manoeuvre maneuver visit trip attack strike war conflict crisis quake earthquake storm flood crash incident accident event move step shift trend trajectory change growth rise fall decline increase development success failure presence absence fact reality situation history cooperation engagement'.split(
    ' ',
  ),
)

/** True for persons, bodies, countries, documents and what nobody knows; not for exercises, dates and "this". */
export function canSpeak(context: Context, tree: Tree, { head }: Phrase): boolean {
  const word = wordAt(tree, head)
  if (!isNominalised(tree, head)) return false
  if (word.pos === 'NOUN' && MUTE.has(lemmaAt(tree, head))) return false
  if (['this', 'that', 'these', 'those', 'which'].includes(lemmaAt(tree, head))) return false
  const covers = ({ start, end }: { start: number; end: number }) => start <= word.start && word.end <= end
  if (timesIn(context, tree.sentence).some(covers)) return false
  return mentionsIn(context, tree.sentence)
    .filter(covers)
    .every(({ type }) => type !== 'event' && type !== 'product')
}
