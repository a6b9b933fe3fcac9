import type { Block } from '../../model/document.ts'
import { quote } from '../../model/span.ts'

/** News agencies whose short names stand in datelines and credits. */
const AGENCIES: Readonly<Record<string, string>> = {
  AP: 'Associated Press',
  AFP: 'Agence France-Presse',
  PTI: 'Press Trust of India',
  ANI: 'Asian News International',
  IANS: 'Indo-Asian News Service',
  UPI: 'United Press International',
  DPA: 'Deutsche Presse-Agentur',
  AAP: 'Australian Associated Press',
  EFE: 'EFE',
  ANSA: 'ANSA',
  NTB: 'NTB',
  Lusa: 'Lusa',
  Belga: 'Belga',
  Reuters: 'Reuters',
  Xinhua: 'Xinhua',
  TASS: 'TASS',
  Interfax: 'Interfax',
  Bloomberg: 'Bloomberg',
  Kyodo: 'Kyodo News',
  Yonhap: 'Yonhap',
  Anadolu: 'Anadolu Agency',
  Bernama: 'Bernama',
  Ukrinform: 'Ukrinform',
  Kazinform: 'Kazinform',
  'PA Media': 'Press Association',
  'Canadian Press': 'The Canadian Press',
}

const CREDITS = Object.entries(AGENCIES).map(([short, long]) => {
  const either = `(?:${short}|${long.replace('-', '[- ]')})`
  const credit = new RegExp(
    `\\((?:${either})\\)|\\baccording to (?:the )?${either}\\b|\\b${either} (?:reported|reports|contributed)\\b|\\b(?:told|by|via|from|source:|agency:) (?:the )?${either}\\b|(?:©|\\bcopyright) (?:\\d{4} )?(?:the )?${either}\\b`,
  )
  return { short, long, credit }
})

/** A block of furniture longer than this is no byline. */
const LONGEST_BYLINE = 200
/** A block that tells where an article was taken from is a line or two. */
const LONGEST_REPRINT_LINE = 600

const PIECE = '(?:article|story|report|piece|post|interview|essay|column|commentary|item|release|version)'
const WORD = "\\p{Lu}[\\p{L}\\p{N}'’&-]*(?:\\.\\p{L}{2,}\\b)?"
const NAME = `((?:[Tt]he )?${WORD}(?: (?:(?:of|and|for|the|de) )?${WORD}){0,5})`
const REPRINT = new RegExp(
  `(?:\\b${PIECE} (?:was |is |has been )?(?:first |originally )?(?:appeared|published|posted|released|produced|written|provided|distributed)|\\b(?:[Ff]irst|[Oo]riginally) (?:appeared|published|posted)|\\b(?:[Rr]eproduced|[Rr]epublished|[Rr]eprinted|[Ss]yndicated)(?: here)?(?: with (?:the )?(?:kind )?permission)?) (?:by|in|on|at|from|of|through|courtesy of) ${NAME}`,
  'u',
)

/**
 * Sources that the text itself leans on, as written.
 *
 * Finds: "OSTIA (AP) -", "(Reuters)", "according to Reuters", "Reuters reported", a byline "Associated Press",
 * "This article first appeared in The Coast Observer.", "Republished with permission from Harbour Weekly".
 * Leaves: "the AP exam", "according to the minister", "The law was first published in May."
 */
export function findCredits(text: string, blocks: readonly Block[]): readonly string[] {
  const found = new Set<string>()
  for (const block of blocks) {
    if (block.kind === 'reference' || block.kind === 'code') continue
    const words = quote(text, block)
    const byline = block.kind === 'boilerplate' && words.length < LONGEST_BYLINE
    for (const { short, long, credit } of CREDITS) {
      if (!words.includes(short) && !words.includes(long)) continue
      if (credit.test(words) || (byline && words.includes(long))) found.add(long)
    }
    const from = words.length < LONGEST_REPRINT_LINE ? REPRINT.exec(words)?.[1] : undefined
    if (from && !MONTH.test(from)) found.add(from)
  }
  return [...found].sort()
}

/** "First published in May" names no publisher. */
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter)\b/
