import { Parser } from 'htmlparser2'
import type { BlockKind } from '../../model/document.ts'
import { inline, raised, type TextBuilder } from '../text-builder.ts'
import type { Style } from './styles.ts'

/** What the text of a part was like, beside the text. */
export interface ReadPart {
  /** Words are marked as put in or taken out, and nobody has accepted it. */
  readonly trackedChanges: boolean
  /** Why the part was not read to its end, as a clause; null where it was. */
  readonly fault: string | null
}

export interface PartOptions {
  readonly styleOf: (id: string) => Style
  /** For a part whose paragraphs are all of one kind: heads and feet of pages. */
  readonly kind?: BlockKind
  readonly mostCharacters: number
}

/** A paragraph in the making: one may stand inside another, in a text box. */
interface Paragraph {
  line: string
  style: string
  outline: number | null
  listed: boolean
}

/** Elements in elements: real files have some dozens, and the parser's time grows with the square. */
const MOST_DEPTH = 500

/**
 * Writes the text of a WordprocessingML part, paragraph by paragraph, as it reads with all changes accepted. The parser
 * knows no document type definitions, so that no entity expands to anything; deleted and hidden words, field codes and
 * comments show nothing.
 *
 *     <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Storm damage</w:t></w:r></w:p>   ->   a heading
 */
export function readPart(xml: string, builder: TextBuilder, options: PartOptions): ReadPart {
  const open: Paragraph[] = []
  let inText = false
  let silent = 0
  let hidden = false
  let superscript = false
  let cells = 0
  let firstCell = false
  let depth = 0
  let characters = 0
  let trackedChanges = false
  let fault: string | null = null
  const write = (text: string): void => {
    const paragraph = open.at(-1)
    if (silent > 0 || hidden || !paragraph) return
    paragraph.line += superscript ? raised(text) : text
    characters += text.length
    if (characters > options.mostCharacters) fault = `it has more than ${options.mostCharacters} characters`
  }
  const finish = ({ line, style, outline, listed }: Paragraph): void => {
    const { kind, level } = options.kind
      ? { kind: options.kind, level: null }
      : kindOf(options.styleOf(style), outline, listed, cells > 0)
    const separator = kind !== 'cell' ? '\n\n' : firstCell ? '\n' : '\t'
    if (kind === 'cell' && line.trim() !== '') firstCell = false
    builder.add(kind, line.split('\n').map(inline).join('\n'), { separator, ...(level ? { level } : {}) })
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > MOST_DEPTH) fault = `its elements are nested more than ${MOST_DEPTH} deep`
        const value = attributes['w:val'] ?? ''
        const paragraph = open.at(-1)
        if (CHANGE.has(name)) trackedChanges = true
        if (SILENT.has(name)) silent++
        else if (name === 'w:p') open.push({ line: '', style: '', outline: null, listed: false })
        else if (name === 'w:tc') cells++
        else if (name === 'w:tr') firstCell = true
        else if (name === 'w:t' || name === 'm:t') inText = true
        else if (name === 'w:r') hidden = superscript = false
        else if (name === 'w:vertAlign') superscript = value === 'superscript'
        else if (name === 'w:vanish') hidden = value !== '0' && value !== 'false'
        else if (name === 'w:tab') write(' ')
        else if (name === 'w:br' || name === 'w:cr') write('\n')
        else if (name === 'w:noBreakHyphen') write('-')
        else if (!paragraph) return
        else if (name === 'w:pStyle') paragraph.style = value
        else if (name === 'w:outlineLvl') paragraph.outline = Number(value)
        else if (name === 'w:numPr') paragraph.listed = true
        // Numbered as nothing: taken out of the list.
        else if (name === 'w:numId') paragraph.listed = value !== '0'
      },
      ontext(text) {
        if (inText) write(text)
      },
      onclosetag(name) {
        depth--
        if (SILENT.has(name)) silent--
        else if (name === 'w:t' || name === 'm:t') inText = false
        else if (name === 'w:r') hidden = superscript = false
        else if (name === 'w:tc') cells--
        else if (name === 'w:p') {
          const paragraph = open.pop()
          if (paragraph && silent === 0) finish(paragraph)
        }
      },
    },
    { xmlMode: true },
  )
  for (let at = 0; at < xml.length && fault === null; at += PIECE) parser.write(xml.slice(at, at + PIECE))
  if (fault === null) parser.end()
  return { trackedChanges, fault }
}

const PIECE = 65_536
/** Words put in, taken out or moved while changes are tracked. */
const CHANGE = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])
/** Deleted words, field codes, and what is written a second time for older programs. */
const SILENT = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:rPrChange',
  'w:pPrChange',
])

function kindOf(
  { name, outline: styled, listed: inStyle }: Style,
  outline: number | null,
  listed: boolean,
  inCell: boolean,
): { readonly kind: BlockKind; readonly level: number | null } {
  const level = outline !== null && outline < 9 ? outline + 1 : styled
  if (level !== null) return { kind: 'heading', level }
  if (inCell) return { kind: 'cell', level: null }
  if (/^(?:header|footer|caption|toc\b|table of|index\b|image caption|table caption)/.test(name))
    return { kind: 'boilerplate', level: null }
  if (/quote|block text/.test(name)) return { kind: 'quote', level: null }
  if (/^(?:source code|code|html preformatted|plain code)/.test(name)) return { kind: 'code', level: null }
  if (/^bibliography/.test(name)) return { kind: 'reference', level: null }
  return { kind: listed || inStyle ? 'item' : 'paragraph', level: null }
}
