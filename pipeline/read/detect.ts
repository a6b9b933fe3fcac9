import type { SourceFormat } from '../model/document.ts'

/**
 * A file's format by its first bytes, for names lie; null where they do not tell and the name must. Pages and records
 * are only looked for in files that are not called Markdown: there, tags and brackets are text.
 *
 * Finds "%PDF-1.4" and "<!DOCTYPE html>" under any name, `{"title": ...}` in a .txt; leaves "<p>A note</p>" in a
 * .md and "[1] See below." alone.
 */
export function detectFormat(bytes: Uint8Array, name: string): SourceFormat | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  if (head.startsWith('PK\u0003\u0004')) return 'docx'
  if (/^(?:\u00ef\u00bb\u00bf)?\s{0,64}%PDF-\d/.test(head)) return 'pdf'
  const readable = head
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (
    /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,500}?-->\s*){0,4}(?:<!doctype\s+html|<html[\s>])/i.test(
      readable,
    )
  )
    return 'html'
  if (/\.(?:md|markdown|html?|xhtml)$/i.test(name)) return null
  return /^(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){1,60}"\s*:/.test(readable) ? 'json' : null
}
