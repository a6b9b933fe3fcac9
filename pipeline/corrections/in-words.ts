import type { ClaimCorrection, Correction, SourceCorrection } from '../model/correction.ts'
import { afterOf } from './change-claim.ts'
import { claimWords, metadataWords } from './field-words.ts'

/** What an entry of the log did, in one sentence; `path` is where its text stands. */
export function inWords(entry: Correction, log: readonly Correction[], path: string | null): string {
  switch (entry.kind) {
    case 'claim':
      return `Of “${clipped(entry.found.text)}” ${claimValues(entry)}.`
    case 'not-a-claim':
      return `“${clipped(entry.found.text)}” is taken for no claim.`
    case 'missed-claim':
      return `${entry.attached ? 'Words of' : 'In'} ${path ?? 'the text'} ${entry.attached ? 'were attached to a position' : 'a claim was added'}: “${clipped(entry.claim.text)}”`
    case 'source':
      return `Of ${entry.path ?? path ?? 'the text'} ${sourceValues(entry)}.`
    case 'undo': {
      const undone = log.find(({ id }) => id === entry.undoes)
      return `Taken back: ${undone ? inWords(undone, log, path) : entry.undoes}`
    }
  }
}

function claimValues({ changes }: ClaimCorrection): string {
  return listed(changes.map((change) => [claimWords(change.field), change.before, afterOf(change)]))
}

function sourceValues({ changes }: SourceCorrection): string {
  return listed(changes.map(({ field, before, after }) => [metadataWords(field), before, after]))
}

function listed(values: readonly (readonly [name: string, before: string | null, after: string | null])[]) {
  return values
    .map(
      ([name, before, after]) =>
        `the ${name} is ${after === null ? 'taken away' : `now ${after}`}${before === null ? '' : ` (was ${before})`}`,
    )
    .join(', ')
}

/** A claim's sentence without its full stop, short enough to stand in another. */
function clipped(text: string): string {
  const bare = text.replace(/\.$/, '')
  return bare.length <= 120 ? bare : `${bare.slice(0, 119).trimEnd()}…`
}
