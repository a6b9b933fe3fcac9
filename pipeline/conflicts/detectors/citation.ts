import type { CorpusDocument } from '../../model/corpus.ts'
import type { SourceCheck } from '../disputes/source-checks.ts'
import { sourceName } from '../sources/sources.ts'

/**
 * A work cited with one year in the text and another in the reference list of the same document.
 *
 * Finds: "(Rell 2013, 6)" with the entry "Rell, Ada. 2023. Dams of the North."
 * Leaves: "(Rell 2013)" with two entries of Rell, one of them 2013; "(Rell 2013)" without any entry of Rell; "(Rell,
 * Sol and Ott 2020)", which begins with another name than "Sol, Mina. 2019."
 */
export function detectCitations(document: CorpusDocument): readonly SourceCheck[] {
  const checks = new Map<string, SourceCheck>()
  const { citations, references } = document.evidence
  for (const citation of citations) {
    const entries = references.filter(({ text }) => leadAuthor(text) === citation.author.toLowerCase())
    if (entries.length !== 1) continue
    const entry = entries[0]!
    const year = entryYear(entry.text)
    if (year === null || year === citation.year) continue
    const also = entry.text.includes(citation.year)
    const key = `citation|${document.id}|${citation.author.toLowerCase()}`
    const before = checks.get(key)
    const quote = { document: document.id, start: citation.start, end: citation.end }
    if (before) {
      checks.set(key, {
        ...before,
        answers: before.answers.map((answer, at) =>
          at === 0 ? { ...answer, quotes: [...answer.quotes, quote] } : answer,
        ),
      })
      continue
    }
    checks.set(key, {
      type: 'citation',
      key,
      slot: 'year',
      question: `Of which year is the work of ${citation.author} that ${sourceName(document)} cites?`,
      explanation:
        `${sourceName(document)} cites ${citation.author} ${citation.year} in the text, and its reference list gives ${year}` +
        `${also ? `, though the same entry also holds ${citation.year}` : ''}.`,
      answers: [
        { answer: `${citation.year}, in the text`, quotes: [quote], documents: [document] },
        {
          answer: `${year}, in the reference list`,
          quotes: [{ document: document.id, start: entry.start, end: entry.end }],
          documents: [document],
        },
      ],
    })
  }
  return [...checks.values()]
}

/** "7. Rell, Ada. 2023." begins with "rell"; entries of organisations have no comma, and give nothing. */
function leadAuthor(entry: string): string | null {
  return /^[\s\d.[\]()*-]*(\p{Lu}[\p{L}'’-]+),/u.exec(entry)?.[1]?.toLowerCase() ?? null
}

/** The year that stands where author-date styles put it: behind the authors. */
function entryYear(entry: string): string | null {
  return /^[^"“]{0,200}?[.,(]\s*((?:1[5-9]|20)\d\d)[a-z]?\b/.exec(entry)?.[1] ?? null
}
