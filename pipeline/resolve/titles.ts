/** Capitals that stand before a name and say nothing of its bearer: words that begin a sentence. */
const NO_TITLE =
  /^(the|a|an|and|but|for|in|on|at|of|to|by|from|with|when|while|as|if|then|that|this|these|those|he|she|it|they|his|her|its|their|after|before|although|however|today|yesterday|like|said|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|miss|sir|dr)$/

/**
 * The titles that names follow, lower case, each once: "Prime Minister Ada Roe" has "prime minister", "The mayor Roe"
 * none, for without a capital it may be anything; neither has "Mr Roe", which says too little. Takes the texts up to
 * the names.
 */
export function titlesBefore(texts: readonly string[]): string[] {
  const titles = new Set<string>()
  for (const text of texts) {
    const before = /(?:^|[^\p{L}.])((?:\p{Lu}[\p{L}-]+ ){1,3})$/u.exec(text.slice(-60))?.[1]
    const words = (before ?? '').toLowerCase().split(' ').filter(Boolean)
    while (words.length > 0 && NO_TITLE.test(words[0]!)) words.shift()
    if (words.length > 0 && !words.some((word) => NO_TITLE.test(word))) titles.add(words.join(' '))
  }
  return [...titles].sort()
}
