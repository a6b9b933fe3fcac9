import type { Known, Metadata } from '../model/document.ts'
import { inferAuthor } from './infer/author.ts'
import { headOf } from './infer/head.ts'
import { inferPublished } from './infer/published.ts'
import { inferPublisher } from './infer/publisher.ts'
import { findTitle } from './infer/title.ts'
import { inferUrl } from './infer/url.ts'

/**
 * What is known of a text's publication: what the file states, and for the rest what the head of the text shows -
 * title line, masthead, byline, date line. Where nothing shows it, it stays null.
 */
export function inferMetadata(text: string, bodyStart: number, stated: Metadata): Metadata {
  const head = headOf(text, bodyStart)
  const title = findTitle(head, stated.title?.value ?? null)
  const inferred = (
    known: Known<string> | null,
    infer: () => Omit<Known<string>, 'basis'> | null,
  ): Known<string> | null => {
    if (known) return known
    const found = infer()
    return found && { value: found.value, basis: 'text', reason: found.reason }
  }
  return {
    title: inferred(stated.title, () => title && { value: title.value, reason: title.reason }),
    publisher: inferred(stated.publisher, () => inferPublisher(text, head, title)),
    author: inferred(stated.author, () => inferAuthor(text, head, title)),
    published: inferred(stated.published, () => inferPublished(head, title)),
    url: inferred(stated.url, () => inferUrl(head)),
    summaryOf: stated.summaryOf,
    ...(stated.reliability && { reliability: stated.reliability }),
  }
}
