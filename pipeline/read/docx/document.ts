import { Parser } from 'htmlparser2'
import type { BlockKind } from '../../model/document.ts'
import { inline, type TextBuilder } from '../text-builder.ts'

/**
 * Writes the text of a WordprocessingML part, paragraph by paragraph. The parser knows no document type definitions,
 * so that no entity expands to anything; deleted words, field codes and comments show nothing.
 *
 *     <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Storm damage</w:t></w:r></w:p>   ->   a heading
 */
export function readDocument(xml: string, builder: TextBuilder): void {
  let line = ''
  let style = ''
  let outline: number | null = null
  let listed = false
  let inText = false
  let hidden = 0
  let cells = 0
  let firstCell = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? ''
        if (SILENT.has(name)) hidden++
        else if (name === 'w:p') {
          line = ''
          style = ''
          outline = null
          listed = false
        } else if (name === 'w:pStyle') style = value
        else if (name === 'w:outlineLvl') outline = Number(value)
        else if (name === 'w:numPr') listed = true
        else if (name === 'w:t') inText = true
        else if (name === 'w:tab') line += ' '
        else if (name === 'w:br' || name === 'w:cr') line += '\n'
        else if (name === 'w:noBreakHyphen') line += '-'
        else if (name === 'w:tc') cells++
        else if (name === 'w:tr') firstCell = true
      },
      ontext(text) {
        if (inText && hidden === 0) line += text
      },
      onclosetag(name) {
        if (SILENT.has(name)) hidden--
        else if (name === 'w:t') inText = false
        else if (name === 'w:tc') cells--
        else if (name === 'w:p') {
          const { kind, level } = kindOf(style, outline, listed, cells > 0)
          const separator = kind !== 'cell' ? '\n\n' : firstCell ? '\n' : '\t'
          if (kind === 'cell' && line.trim() !== '') firstCell = false
          builder.add(kind, line.split('\n').map(inline).join('\n'), {
            separator,
            ...(level ? { level } : {}),
          })
          line = ''
        }
      },
    },
    { xmlMode: true },
  )
  for (let at = 0; at < xml.length; at += PIECE) parser.write(xml.slice(at, at + PIECE))
  parser.end()
}

const PIECE = 65_536
/** Deleted words, field codes, and what is written a second time for older programs. */
const SILENT = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback'])

function kindOf(
  style: string,
  outline: number | null,
  listed: boolean,
  inCell: boolean,
): { readonly kind: BlockKind; readonly level: number | null } {
  const heading = /^heading\s?([1-9])/i.exec(style)
  if (heading) return { kind: 'heading', level: Number(heading[1]) }
  if (/^title$/i.test(style)) return { kind: 'heading', level: 1 }
  if (outline !== null && outline < 9) return { kind: 'heading', level: outline + 1 }
  if (inCell) return { kind: 'cell', level: null }
  if (/^(?:header|footer|caption|toc)/i.test(style)) return { kind: 'boilerplate', level: null }
  if (/quote/i.test(style)) return { kind: 'quote', level: null }
  return { kind: listed || /^list/i.test(style) ? 'item' : 'paragraph', level: null }
}
