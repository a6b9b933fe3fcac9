import { parseHTML } from 'linkedom'

/*
 * As much of the Document Object Model as reading a page takes; the types of the whole would let every file of ours
 * speak of windows and documents.
 */

export interface PageNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly textContent: string | null
}

export interface PageElement extends PageNode {
  readonly tagName: string
  readonly childNodes: Iterable<PageNode>
  readonly previousElementSibling: PageElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  getAttributeNames(): string[]
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement> & ArrayLike<PageElement>
}

export interface Page extends PageNode {
  readonly body: PageElement
  readonly documentElement: PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement> & ArrayLike<PageElement>
  cloneNode(deep: boolean): Page
}

/** The tree of a page; nothing in it runs, and nothing is fetched. A fragment becomes the body of a page. */
export function parsePage(html: string): Page {
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as Page
}
