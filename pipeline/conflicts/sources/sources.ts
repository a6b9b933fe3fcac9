import type { CorpusDocument } from '../../model/corpus.ts'

/** As a person would name it; a restatement is named after what it restates. */
export function sourceName(document: CorpusDocument): string {
  const file = document.path.split('/').at(-1) ?? document.path
  if (document.summaryOf) return `${shorten(document.summaryOf)} (as restated in ${file})`
  return shorten(document.publisher ?? document.author ?? document.title ?? file)
}

function shorten(name: string): string {
  return name.length <= 80 ? name : `${name.slice(0, 77).trimEnd()}...`
}

/** Names of several, each once; those that share a name are told apart by their files. */
export function sourceNames(documents: readonly CorpusDocument[]): readonly string[] {
  const names = documents.map(sourceName)
  return documents.map((document, at) => {
    const name = names[at]!
    const shared = names.some((next, other) => next === name && documents[other]!.id !== document.id)
    return shared && !document.summaryOf ? `${name} (${document.path.split('/').at(-1)})` : name
  })
}
