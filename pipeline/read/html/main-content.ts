import { Readability } from '@mozilla/readability'
import type { Page, PageElement } from './page.ts'

const MARK = 'data-gainsay-'
/** Below so many characters Readability has found a teaser, not the article. */
const LEAST = 200

/**
 * The elements of a page's article, as Readability tells them from navigation and advertising; null where it finds
 * no article. The page's tree is left as it was, but for attributes: Readability works on a copy, whose elements are
 * recognised by the number that each was given. (A number is the attribute's name, not its value: Readability merges
 * an only child with its parent, and then both names are kept.)
 */
export function mainContent(document: Page, title: string | null): ReadonlySet<PageElement> | null {
  const elements = [...document.querySelectorAll('*')]
  elements.forEach((element, number) => {
    element.setAttribute(MARK + number, '')
  })
  const copy = document.cloneNode(true)
  const article = new Readability<PageElement>(copy as never, {
    serializer: (node) => node as unknown as PageElement,
  }).parse()
  const root = article?.content
  if (!root || (root.textContent ?? '').trim().length < LEAST) return null
  const kept = new Set<PageElement>()
  const unmarked = new Set<string>()
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const marks = element.getAttributeNames().filter((name) => name.startsWith(MARK))
    for (const name of marks) kept.add(elements[Number(name.slice(MARK.length))]!)
    if (marks.length === 0 && element.tagName.toLowerCase() === 'p') unmarked.add(wordsOf(element))
  }
  // A box that holds nothing but words became a new paragraph, which knows no number: its words tell.
  unmarked.delete('')
  if (unmarked.size > 0) {
    for (const element of elements)
      if (holdsWords(element) && unmarked.has(wordsOf(element))) kept.add(element)
  }
  for (const heading of document.querySelectorAll('h1')) if (isTitle(heading, title)) kept.add(heading)
  return kept
}

/** The page's heading is the article's, though Readability drops it; not the site's name, which others have as theirs. */
function isTitle(heading: PageElement, title: string | null): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  return title !== null && words(heading.textContent ?? '') === words(title)
}

const TEXT = 3

/** Has text of its own, beside that of the elements inside. */
function holdsWords({ childNodes }: PageElement): boolean {
  for (const { nodeType, nodeValue } of childNodes) {
    if (nodeType === TEXT && (nodeValue ?? '').trim() !== '') return true
  }
  return false
}

function wordsOf(element: PageElement): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}
