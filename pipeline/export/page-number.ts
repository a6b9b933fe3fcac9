import type { DocumentRecord } from '../model/record.ts'

/** From 1; null in a text without pages. A quote over a page break is on the page that it begins on. */
export function pageNumber({ pages = [] }: DocumentRecord, offset: number): number | null {
  const index = pages.findIndex(({ start, end }) => start <= offset && offset < end)
  return index < 0 ? null : index + 1
}
