import { Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'

/** One line for each flow map, whatever its length, as the shipped files are written. */
const STYLE = { lineWidth: 0, flowCollectionPadding: false }

/**
 * The text of a YAML list after some of its maps were changed or added at its end: only these are written anew, so that
 * every other byte of what people wrote, and every comment, stays. Where that cannot be done (the whole list in
 * brackets, anchors) the whole document is written anew, with its comments and in its order.
 */
export function splice(text: string, document: Document, touched: readonly YAMLMap[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const whole = () => document.toString({ lineWidth: 0 }).replace(/\r?\n/g, newline)
  const list = document.contents
  const isBlock = isSeq(list) && !list.flow
  if (!isBlock || /(^|[\s,[{])[&*]\w/m.test(text)) return whole()
  let written = text
  const changed = [...new Set(touched)].filter(isPlaced).sort((a, b) => b.range[0] - a.range[0])
  for (const entry of changed) {
    const [start, end] = entry.range
    const before = text.slice(start, end)
    const column = start - (text.lastIndexOf('\n', start - 1) + 1)
    const after = render(entry, column, newline)
    written = `${written.slice(0, start)}${after}${written.slice(start + before.trimEnd().length)}`
  }
  const first = list.items.find((item) => isMap(item) && isPlaced(item)) as Placed | undefined
  const dash = first ? text.lastIndexOf('-', first.range[0]) : 0
  const margin = ' '.repeat(dash - (text.lastIndexOf('\n', dash - 1) + 1))
  for (const entry of new Set(touched)) {
    if (isPlaced(entry)) continue
    if (written !== '' && !written.endsWith('\n')) written += newline
    written += `${margin}- ${render(entry, margin.length + 2, newline)}${newline}`
  }
  return sameData(written, document) ? written : whole()
}

type Placed = YAMLMap & { readonly range: [number, number, number] }

/** True for what was read, false for what was added since. */
function isPlaced(entry: YAMLMap): entry is Placed {
  return Array.isArray(entry.range)
}

function render(entry: YAMLMap, column: number, newline: string): string {
  const lone = new Document()
  const { comment, commentBefore } = entry
  // What stands before an entry or behind its end is outside of it and stays where it is.
  entry.commentBefore = null
  entry.comment = null
  lone.contents = entry as never
  const text = lone.toString(STYLE).trimEnd()
  Object.assign(entry, { comment, commentBefore })
  if (entry.flow) return text.replace(/^\{(.*)\}$/s, '{ $1 }')
  return text.replace(/\n/g, `${newline}${' '.repeat(column)}`)
}

function sameData(text: string, document: Document): boolean {
  const read = parseDocument(text, { schema: 'core' })
  return read.errors.length === 0 && JSON.stringify(read.toJS()) === JSON.stringify(document.toJS())
}
