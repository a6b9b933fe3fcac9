/** So many words in a row are no chance and no formula: the one text took them from the other, or both from a third. */
const RUN = 10

/** A sentence in which a text tells what is counted. */
export interface Telling {
  readonly document: string
  readonly sentence: string
}

/**
 * Pairs of texts that tell a thing in one wording, each pair once: a passage taken over, or one statement quoted.
 *
 *     He said that "no ship of ours was within ten miles of the reef that night", it is reported.     a pair
 *     The company wrote: "No ship of ours was within ten miles of the reef that night."
 *     The ship was ten miles from the reef, he said.                                                  not with either
 */
export function sharedPassages(tellings: readonly Telling[]): readonly (readonly [string, string])[] {
  const firstWith = new Map<string, string>()
  const pairs = new Map<string, readonly [string, string]>()
  for (const { document, sentence } of tellings) {
    for (const run of runsOf(sentence)) {
      const other = firstWith.get(run)
      if (other === undefined) firstWith.set(run, document)
      else if (other !== document) pairs.set(`${other} ${document}`, [other, document])
    }
  }
  return [...pairs.values()]
}

function runsOf(sentence: string): string[] {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(' '))
}
