import { francAll } from 'franc-min'
import type { Block, Note, Source } from '../model/document.ts'

/** Shorter passages are names and figures as much as language. In UTF-16 units. */
const LEAST_DOCUMENT = 120
const LEAST_BLOCK = 160
const LOOKED_AT = 20_000

/**
 * Words that a tenth of any English prose consists of, and that no other large language shares as a set. They decide
 * for English where letter statistics doubt: in a text full of foreign names.
 */
const FUNCTION_WORDS = new Set(
  'the of and to a in that is was for it with as his he on be at by i this had not are but from or have an they which one you were her she there would their we him been has when who will more no if out so said what up its about into than them can only'.split(
    ' ',
  ),
)
const ENGLISH_SHARE = 0.12
const LATIN_SHARE = 0.5

/**
 * Marks the blocks that are not in English, and says so in a note: all of a document's in another language, else
 * those that by themselves are long enough to tell. They are kept, and have no sentences. By trigrams of letters
 * (franc, after Cavnar and Trenkle 1994); what is too short to tell counts as English.
 *
 * Finds "Der Hafen wurde am Montag vom Bürgermeister eröffnet ..."; leaves a list of Tajik ministers alone.
 */
export function detectLanguage(
  source: Source,
  blocks: readonly Block[],
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const words = ({ start, end }: Block): string => source.text.slice(start, end)
  const prose = blocks.filter(({ kind }) => kind !== 'boilerplate' && kind !== 'code' && kind !== 'reference')
  let sample = ''
  for (const block of prose) {
    if (sample.length > LOOKED_AT) break
    sample += `${words(block).slice(0, LOOKED_AT)}\n`
  }
  const whole = foreignLanguage(sample, LEAST_DOCUMENT)
  if (whole) {
    const message = `This text is not in English (${whole === 'und' ? 'its language is unknown' : `ISO 639-3: ${whole}`}); it is kept, and no claims are looked for.`
    return {
      blocks: blocks.map((block) => ({ ...block, language: whole })),
      notes: [...source.notes, { start: 0, end: 0, message }],
    }
  }
  const notes: Note[] = []
  const marked = blocks.map((block) => {
    if (block.kind === 'code' || block.kind === 'boilerplate') return block
    const language = foreignLanguage(words(block), LEAST_BLOCK)
    if (!language) return block
    const { start, end } = block
    notes.push({
      start,
      end,
      message: `A passage is not in English (${language}); no claims are looked for in it.`,
    })
    return { ...block, language }
  })
  return { blocks: marked, notes: [...source.notes, ...notes] }
}

/** ISO 639-3, or `und` for a script that we do not know; null for English and for what is too short to tell. */
function foreignLanguage(text: string, least: number): string | null {
  if (text.length < least / 3) return null
  const sample = text.slice(0, LOOKED_AT)
  // Asked first: it settles nearly every text.
  const tokens = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const english = tokens.filter((token) => FUNCTION_WORDS.has(token)).length
  if (english >= ENGLISH_SHARE * tokens.length) return null
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < least / 3) return null
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  // Other scripts say more with fewer letters, and need no long text to be told.
  if (latin >= LATIN_SHARE * letters && text.length < least) return null
  const ranked = francAll(sample)
  const best = ranked[0]?.[0] ?? 'und'
  if (latin < LATIN_SHARE * letters) return best === 'eng' ? 'und' : best
  const nearness = ranked.find(([language]) => language === 'eng')?.[1] ?? 0
  return best !== 'eng' && best !== 'und' && nearness < SURE ? best : null
}

/** How near English may come, where the best is 1, for the best to be believed. */
const SURE = 0.85
