import type { Appearance, DocumentRecord, NearCopy } from '../../pipeline/model/record.ts'
import type { Field } from './fields.ts'
import { harmless } from './harmless.ts'

/** Where else a text appeared, which earlier text it nearly is, and what came before and behind it; nothing where there is none of it. */
export function appearanceFields(document: DocumentRecord): readonly Field[] {
  const { appearances, copyOf, copies, revisionOf, supersededBy } = document
  return [
    ...appearances.slice(1).map((place): Field => ['Also at', harmless(describeAppearance(place))]),
    ...(copyOf ? [['Copy of', describeCopy(copyOf)] as const] : []),
    ...copies.map((copy): Field => ['Copied', describeCopy(copy)]),
    ...(revisionOf ? [['Revises', revisionOf] as const] : []),
    ...(supersededBy ? [['Revised', `by ${supersededBy}`] as const] : []),
  ]
}

/** "wire/ferry.txt (The Courier, 2031-05-02, https://...)" */
function describeAppearance({ path, publisher, published, url }: Appearance): string {
  const known = [publisher, published, url].filter((part) => part !== null)
  return known.length > 0 ? `${path} (${known.join(', ')})` : path
}

function describeCopy({ path, similarity }: NearCopy): string {
  return harmless(`${path} (about ${Math.round(similarity * 100)} % of its phrases)`)
}
