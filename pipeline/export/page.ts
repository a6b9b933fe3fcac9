import type { ConflictRecord, DocumentRecord, PositionRecord } from '../model/record.ts'
import { verdictCell } from './conflicts-csv.ts'
import { markInWords, marksOf } from './corrected.ts'
import type { DeepLinks } from './deep-link.ts'
import { type Markup, markup, trusted } from './markup.ts'
import { POLICY, SCRIPT, STYLE } from './page-assets.ts'
import { writeWhole } from './whole-file.ts'

/**
 * Writes one self-contained page for somebody without Gainsay: the disputes with their positions, quotes and
 * sources; to be searched and printed. Gives the number of disputes.
 */
export async function writePage(
  conflicts: AsyncIterable<ConflictRecord>,
  path: string,
  { links }: { readonly links: DeepLinks },
): Promise<number> {
  let count = 0
  /** What the list of sources says of each text, by path. */
  const sources = new Map<string, string>()
  async function* text() {
    yield HEAD.html
    for await (const conflict of conflicts) {
      count++
      yield dispute(conflict, links).html
      for (const { document } of conflict.positions.flatMap(({ evidence }) => evidence))
        if (!sources.has(document.path)) sources.set(document.path, source(document).html)
    }
    const listed = [...sources.keys()].sort().map((path) => trusted(sources.get(path)!))
    yield markup`${count === 0 ? markup`<p>No dispute.</p>` : null}</main>
<h2>Sources</h2>
<ul class="sources">
${listed}</ul>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.html
  }
  await writeWhole(path, text())
  return count
}

const HEAD = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gainsay: disputes</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<h1>Disputes</h1>
<p class="note">What the sources say against each other, in their own words. Nothing here says who is right, unless a person decided so.</p>
<label class="search" hidden><input type="search" aria-label="Show disputes with these words" placeholder="Show disputes with these words"> <span role="status"></span></label>
<main>
`

function dispute(conflict: ConflictRecord, links: DeepLinks): Markup {
  const { id, question, strength, status, types, explanation, positions } = conflict
  return markup`<article class="dispute" id="${id}">
<h2 dir="auto">${question}</h2>
<p class="facts">${strength} · ${status} · ${types.join(', ')}</p>
<p dir="auto">${explanation}</p>
${positions.map((one) => position(one, links))}${verdict(conflict)}</article>
`
}

function position({ number, answer, independence, evidence }: PositionRecord, links: DeepLinks): Markup {
  return markup`<section>
<h3 dir="auto">${number}. ${answer}</h3>
<p class="note" dir="auto">${independence}</p>
${evidence.map((one) => quotation(one, links))}</section>
`
}

/** The whole sentence, the quote in it marked. */
function quotation(evidence: PositionRecord['evidence'][number], links: DeepLinks): Markup {
  const { document, quote, sentence, line } = evidence
  const at = sentence.indexOf(quote)
  const text =
    at < 0
      ? markup`<mark>${quote}</mark>`
      : markup`${sentence.slice(0, at)}<mark>${quote}</mark>${sentence.slice(at + quote.length)}`
  const marks = marksOf(evidence).map(markInWords)
  const corrected = marks.length > 0 ? ` · corrected: ${marks.join('; ')}` : ''
  return markup`<blockquote><p dir="auto">${text}</p>
<p class="from" dir="auto">${described(document)}, line ${line}${corrected}${anchor(links(document, evidence), 'in the article')}</p></blockquote>
`
}

function verdict(conflict: ConflictRecord): Markup | null {
  const { verdict } = conflict
  if (!verdict) return null
  const decision = verdictCell(conflict)
  const note = verdict.note === '' ? null : markup`<br>${verdict.note}`
  return markup`<p class="verdict" dir="auto">Decided: <strong>${decision}</strong>, ${verdict.reviewer}, ${verdict.at}${note}</p>
`
}

function source(document: DocumentRecord): Markup {
  const url = document.metadata.url?.value ?? null
  return markup`<li dir="auto">${described(document)} · SHA-256 ${document.sha256}${anchor(url, 'article')}</li>
`
}

/** Publisher, title, author and date as far as they are known, and the file. */
function described({ metadata, path }: DocumentRecord): string {
  const { publisher, title, author, published } = metadata
  const known = [publisher, title, author, published].flatMap((one) => (one ? [one.value] : []))
  return [...known, path].join(', ')
}

/** Only what leads to a page of the web: an article may call anything its address. */
function anchor(url: string | null, words: string): Markup | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null
  return markup` · <a href="${url}" rel="noopener noreferrer">${words}</a>`
}
