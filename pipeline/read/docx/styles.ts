import { Parser } from 'htmlparser2'

/** What a paragraph's style says of it. */
export interface Style {
  /** Word's own name for it, lower case, the same in every language ("heading 2"); of the file's own styles, theirs. */
  readonly name: string
  /** From 1; null for what is no heading. */
  readonly outline: number | null
  readonly listed: boolean
}

interface Raw {
  name: string
  basedOn: string | null
  outline: number | null
  listed: boolean
}

/** Longer chains of styles that build on each other are loops. */
const MOST_STEPS = 20

/**
 * The paragraph styles of a file by their ids. The ids are in the language of the program ("berschrift1"), the names
 * are not; a style of the house that builds on a heading is a heading.
 */
export function readStyles(xml: string): (id: string) => Style {
  const styles = new Map<string, Raw>()
  let open: Raw | null = null
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const value = attributes['w:val'] ?? ''
        if (tag === 'w:style') {
          open = { name: '', basedOn: null, outline: null, listed: false }
          styles.set(attributes['w:styleId'] ?? '', open)
        } else if (!open) return
        else if (tag === 'w:name') open.name = value.toLowerCase()
        else if (tag === 'w:basedOn') open.basedOn = value
        else if (tag === 'w:outlineLvl') open.outline = Number(value)
        else if (tag === 'w:numPr') open.listed = true
      },
      onclosetag(tag) {
        if (tag === 'w:style') open = null
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return (id) => resolve(id, styles)
}

function resolve(id: string, styles: ReadonlyMap<string, Raw>): Style {
  const own = styles.get(id)
  // Without a table of styles the id is all there is: "Heading1".
  const name = own?.name || id.toLowerCase()
  let outline = levelOf(name)
  let listed = /^list/.test(name)
  let style = own
  for (let step = 0; style && step < MOST_STEPS; step++) {
    outline ??=
      levelOf(style.name) ?? (style.outline !== null && style.outline < 9 ? style.outline + 1 : null)
    listed ||= style.listed
    style = style.basedOn === null ? undefined : styles.get(style.basedOn)
  }
  return { name, outline, listed }
}

function levelOf(name: string): number | null {
  const heading = /^heading\s?([1-9])$/.exec(name)
  return heading ? Number(heading[1]) : name === 'title' ? 1 : null
}
