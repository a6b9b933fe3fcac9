import { type UnzipFileInfo, unzipSync } from 'fflate'
import { UserError } from '../../model/errors.ts'
import type { Limits } from '../limits.ts'

const WANTED =
  /^(?:word\/(?:document\d{0,3}|footnotes|endnotes|styles|(?:header|footer)\d{0,3})\.xml|docProps\/core\.xml)$/

/** The text itself; some programs number it. */
export const MAIN = /^word\/document\d{0,3}\.xml$/

/**
 * The parts of a Word file that hold text, by name. Only those are unpacked, and no more than they declare and the
 * limit allows: an archive that lies about its sizes is cut off by the buffer that was made for it. Throws a UserError
 * for what is no Word file, is locked, broken or too large.
 */
export function unpack(bytes: Uint8Array, path: string, limits: Limits): ReadonlyMap<string, string> {
  let total = 0
  const names: string[] = []
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    names.push(name)
    if (!WANTED.test(name)) return false
    total += originalSize
    if (total > limits.unpackedBytes) {
      throw new UserError(`this file unpacks to more than ${Math.round(limits.unpackedBytes / 1e6)} MB.`, {
        where: path,
        remedy: 'Save its text alone, or raise the limit with --limit unpackedBytes=...',
      })
    }
    return true
  }
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, { filter })
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw new UserError('this archive is broken or cut short.', {
      where: path,
      remedy: 'Get the file again, or open it in a word processor and save it anew.',
      cause,
    })
  }
  if (!Object.keys(files).some((name) => MAIN.test(name))) throw notWord(names, path)
  return new Map(Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)]))
}

function notWord(names: readonly string[], path: string): UserError {
  const what = names.includes('content.xml')
    ? 'an OpenDocument file'
    : names.some((name) => name.startsWith('xl/'))
      ? 'an Excel file'
      : names.some((name) => name.startsWith('ppt/'))
        ? 'a PowerPoint file'
        : names.some((name) => name === 'META-INF/container.xml')
          ? 'an e-book (EPUB)'
          : 'a ZIP archive'
  return new UserError(`this is ${what}, not a Word file.`, {
    where: path,
    remedy: 'Unpack it, or save it as .docx, .html or .txt.',
  })
}
