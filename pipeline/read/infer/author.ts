import { bylineNames, isPersonName } from './byline.ts'
import { parseDateLine, readingTime } from './date-line.ts'
import { type Finding, type HeadLine, wordsOf } from './head.ts'
import type { Title } from './title.ts'

const AFFILIATION =
  /\b(?:university|institute|department|faculty|school|college|academy|scholar|professor|lecturer|researcher|fellow|student|ph\.?\s?d|correspondent|editor|analyst|columnist|ministry|centre|center|laboratory)\b/i
const CONTACT =
  /^(?:number|tel|phone|mobile|e-?mail|orcid|corresponding author|contact)\b.*[:@+]|^[\w.+-]+@[\w.-]+$/i
const FRONT_PART = /^(?:abstract|key ?words|annotation|summary)\b/i

/**
 * Who wrote the text: a byline ("By Jane Roe"), or below the title a lone name whose next lines only an author has:
 * a rank or an institution, a telephone number, a reading time, an abstract. A lone name without such company may
 * be a place or a topic, and stays null.
 */
export function inferAuthor(text: string, head: readonly HeadLine[], title: Title | null): Finding | null {
  for (const line of head) {
    if (line.prose) continue
    const names = bylineNames(line.text)
    if (names !== null) return { value: names, reason: `byline, line ${line.number}` }
  }
  if (!title) return null
  const names: string[] = []
  let first = 0
  for (let at = title.endLine; at < head.length && at < title.endLine + 6; at++) {
    const line = head[at]!
    if (line.prose || line.heading !== null) break
    const name = nameAlone(line)
    if (name === null || isPlaceIn(text, name)) {
      if (names.length > 0) break
      continue
    }
    if (names.length === 0) first = line.number
    const company = companyOf(head, at + 1)
    const handleAllowed = company === 'reading time'
    if (!isPersonName(name) && !handleAllowed) continue
    names.push(name)
    if (company) return { value: names.join(', '), reason: `name above ${company}, line ${first}` }
  }
  return null
}

function nameAlone(line: HeadLine): string | null {
  const plain = line.text.replace(/,$/, '').trim()
  const unnumbered = plain.replace(/[\d*†‡¹²³]+$/u, '').trim()
  const name = isPersonName(unnumbered) ? unnumbered : plain
  const words = wordsOf(name).length
  const stop = /[.:!?;]$/.test(name.replace(/\b\p{Lu}\.$/u, ''))
  return words >= 1 && words <= 5 && /^[@\p{Lu}]/u.test(name) && !stop ? name : null
}

/** What stands in the next two lines that only an author's name has beside it. */
function companyOf(head: readonly HeadLine[], from: number): string | null {
  for (const line of head.slice(from, from + 2)) {
    if (readingTime(line.text)) return 'reading time'
    if (CONTACT.test(line.text)) return 'a contact'
    if (FRONT_PART.test(line.text)) return 'the abstract'
    if (line.prose) return null
    if (AFFILIATION.test(line.text) && wordsOf(line.text).length <= 14) return 'an affiliation'
    if (parseDateLine(line.text) === null) return null
  }
  return null
}

/** The text itself uses the name as a place: "in New Harbour". */
function isPlaceIn(text: string, name: string): boolean {
  return [`in ${name}`, `from ${name}`, `at ${name}`].some((phrase) => text.includes(phrase))
}
