import { found, type Rule } from '../found.ts'

const PHRASES: readonly string[] = [
  'now',
  'right now',
  'nowadays',
  'currently',
  'presently',
  'recently',
  'at present',
  'the present day',
  'these days',
  'those days',
  'the same time',
  'the same period',
  'the time',
  'this time',
  'that time',
  'this period',
  'that period',
  'the future',
  'the past',
  'the time being',
  'that point',
  'this point',
]
const BY_FIRST = new Map<string, string[][]>()
for (const phrase of [...PHRASES].sort((a, b) => b.length - a.length)) {
  const words = phrase.split(' ')
  BY_FIRST.set(words[0]!, [...(BY_FIRST.get(words[0]!) ?? []), words])
}
const BEFORE_TIME = new Set('at by during throughout from since until in over of around about'.split(' '))

/**
 * Times that no calendar says: "now", "currently", "at the time", "during this period", "in the future". Left
 * alone: "the time has come", "this time the vote failed", "future sales".
 */
export const vague: Rule = {
  id: 'vague',
  opens: [...BY_FIRST.keys()],
  find(tokens, index) {
    for (const words of BY_FIRST.get(tokens[index]!.text) ?? []) {
      if (!words.every((word, k) => tokens[index + k]?.text === word)) continue
      const noun = words.at(-1)!
      const needs = words.length > 1 && ['time', 'period', 'future', 'past', 'point', 'days'].includes(noun)
      const follow = tokens[index + words.length]
      if (follow?.text === '-') continue
      if (words[0] === 'the' && noun === 'time' && tokens[index - 1]?.text !== 'at') continue
      if (needs && !BEFORE_TIME.has(tokens[index - 1]?.text ?? '') && noun !== 'days') continue
      return [found(index, index + words.length, { type: 'none' })]
    }
    return null
  },
}

/** "until then", "since then", "by then": the date before. Left alone: "and then", "by then Senator Roe". */
export const untilThen: Rule = {
  id: 'then',
  opens: ['then'],
  find(tokens, index) {
    if (!['until', 'till', 'since', 'by', 'from'].includes(tokens[index - 1]?.text ?? '')) return null
    if (tokens[index + 1]?.capital && !tokens[index + 1]!.glued) return null
    return [found(index, index + 1, { type: 'then' })]
  },
}
