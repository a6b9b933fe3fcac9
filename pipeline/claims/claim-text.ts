import type { Claim } from '../model/claim.ts'
import { plain } from './argument.ts'

/** A claim but for its sentence, and the auxiliary that a reduced passive lacks ("was", or nothing). */
export type ClaimParts = Pick<
  Claim,
  'subject' | 'relation' | 'object' | 'qualifiers' | 'polarity' | 'factuality' | 'attribution' | 'stanceCues'
> & {
  readonly auxiliary: string
  /** "Oman's presence at Zeila": the relation is a noun, and the subject its owner. */
  readonly nominal: boolean
}

/**
 * One plain sentence that stands alone in a spreadsheet and carries the stance: "Rumoured, without evidence: Oman
 * kept a garrison in Zeila." Names stand in place of pronouns.
 */
export function claimText(parts: ClaimParts): string {
  const { subject, relation, object, qualifiers } = parts
  const leading = qualifiers.filter(
    ({ start }) => start !== null && subject.start !== null && start < subject.start,
  )
  const before = object?.start ?? null
  const inner = qualifiers.filter(
    ({ start, role }) =>
      role === 'other' &&
      start !== null &&
      before !== null &&
      start < before &&
      !leading.some((one) => one.start === start),
  )
  const trailing = qualifiers.filter(
    (qualifier) => !leading.includes(qualifier) && !inner.includes(qualifier),
  )
  const existential = relation.lemma === 'exist' && /\bthere\b/i.test(relation.text)
  const words = existential
    ? [relation.text, subject.name, ...trailing.map(({ name }) => name), ...leading.map(({ name }) => name)]
    : [
        parts.nominal ? possessive(subject.name) : subject.name,
        parts.auxiliary,
        relation.text,
        ...inner.map(({ name }) => name),
        lowerFirst(object?.name ?? ''),
        ...trailing.map(({ name }) => name),
        ...leading.map(({ name }) => lowerFirst(name)),
      ]
  const sentence = plain(words.filter((word) => word !== '').join(' ')).replace(/[.;,:]+$/, '')
  const stance = stancePrefix(parts)
  return `${stance}${stance === '' ? upperFirst(sentence) : lowerFirst(sentence)}.`
}

/** What has to be said before the sentence, so that nobody takes it for more than the source says. */
function stancePrefix({ factuality, attribution, stanceCues }: ClaimParts): string {
  const speaker = attribution?.speaker ? asObject(lowerFirst(attribution.speaker.name)) : null
  const cues = stanceCues.map(({ text }) => text.toLowerCase()).join(' ')
  switch (factuality) {
    case 'rumoured':
      return `${/rumou?r/.test(cues) ? 'Rumoured' : 'Unconfirmed'}${/(?:without|no) (?:any )?(?:evidence|proof)/.test(cues) ? ', without evidence' : ''}: `
    case 'denied':
      return speaker === null ? 'Denied: ' : `Denied by ${speaker}: `
    case 'reported':
      return speaker === null ? 'Reported: ' : `According to ${speaker}: `
    case 'hypothetical':
      return speaker === null ? 'Not stated as fact: ' : `According to ${speaker}, not as fact: `
    case 'normative':
      return speaker === null ? 'Recommended: ' : `Recommended by ${speaker}: `
    case 'asserted':
      return ''
  }
}

const OBJECTIVE: Readonly<Record<string, string>> = {
  i: 'the author',
  he: 'him',
  she: 'her',
  they: 'them',
  we: 'the authors',
}

/** An unresolved pronoun behind "according to": "him", and not "he". */
function asObject(speaker: string): string {
  return OBJECTIVE[speaker] ?? speaker
}

function possessive(name: string): string {
  return /[’']s?$/.test(name) ? name : name.endsWith('s') ? `${name}’` : `${name}’s`
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lowerFirst(text: string): string {
  const [first = ''] = text.split(' ')
  return /^[A-Z][a-z]*$/.test(first) && SMALL.has(first.toLowerCase())
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

/** Words that have a capital only because they opened a sentence. */
const SMALL = new Set([
  'a',
  'an',
  'additionally',
  'currently',
  'finally',
  'previously',
  'recently',
  'similarly',
  'this',
  'that',
  'these',
  'those',
  'some',
  'several',
  'his',
  'her',
  'its',
  'their',

  'in',
  'on',
  'at',
  'during',
  'after',
  'before',
  'since',
  'from',
  'between',
  'under',
  'over',
  'until',
  'by',
  'with',
  'for',
  'within',
  'through',
  'as',
  'despite',
  'following',
  'last',
  'earlier',
  'the',
  'to',
  'of',
  'like',
  'against',
  'without',
  'near',
])
