import { Parser } from 'htmlparser2'
import type { Known } from '../../model/document.ts'
import { NOTHING_STATED, type StatedMetadata } from '../stated-metadata.ts'
import { inline } from '../text-builder.ts'

/**
 * What the properties of a Word file say (Dublin Core): its title, and nothing else is trusted. "Creator" is whoever
 * sat at the machine, and the day that the file was made is no day of publication.
 */
export function documentMetadata(xml: string): StatedMetadata {
  let title = ''
  let inTitle = false
  const parser = new Parser(
    {
      onopentag(name) {
        inTitle = name === 'dc:title'
      },
      onclosetag() {
        inTitle = false
      },
      ontext(text) {
        if (inTitle) title += text
      },
    },
    { xmlMode: true },
  )
  parser.end(xml.slice(0, 100_000))
  return { ...NOTHING_STATED, title: propertyTitle(title) }
}

/** A title among a document's properties, unless it is what programs put there by themselves. */
export function propertyTitle(written: string): Known<string> | null {
  const title = inline(written).trim()
  const junk =
    title.split(' ').length < 2 ||
    title.length > 300 ||
    /^(?:untitled|document|microsoft word\b|powerpoint\b|slide \d|layout \d)|\.(?:docx?|pdf|tex|dvi|indd|qxd|rtf|p65)$/i.test(
      title,
    )
  return junk ? null : { value: title, basis: 'embedded', reason: 'document properties' }
}
