import { closeSync, type Dirent, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../model/errors.ts'
import { detectFormat } from './detect.ts'

/** A file to read. */
export interface SourceFile {
  /** Absolute path, to open it with. */
  readonly file: string
  /**
   * The name to show and to store: the given folder's own name and the way down from it, with `/`
   * ("sources/2025/ferry.md"). It does not depend on the working directory.
   */
  readonly path: string
}

export interface SourceListing {
  /** In the order of their paths by code unit, each file once. */
  readonly files: readonly SourceFile[]
  /** The folders that were looked through, as the paths of their files begin. */
  readonly folders: readonly string[]
  /** What was asked for and cannot be had; the rest goes on. */
  readonly problems: readonly UserError[]
}

/**
 * A file name that may hold an article; not those of system, editor and sidecar files (".x.md", "x.md~", "x.meta.md").
 * Texts in formats that are not read are listed, too: to pass them over would hide that they are not in.
 */
const ARTICLE =
  /^[^.~].*\.(?:txt|text|md|markdown|html?|xhtml|pdf|docx|docm|jsonl?|ndjson|doc|odt|rtf|epub|mhtml?|eml)$/is
/** A name that does not tell: none that a program would give, or that of a page which a server made. */
const TELLS_NOTHING = /^[^.~][^.]*$|\.(?:php\d?|aspx?|jsp|cgi|do)(?:[?@].*)?$|^[^.~].*[?@].*$/is
const SIDECAR = /\.(?:meta|annotations?|bak|orig|tmp)\.[^.]+$/i

/**
 * The articles among the given files and folders, folders read through to the bottom. A file that is named outright
 * is taken whatever its name. Symbolic links are followed; a folder is entered once, so that loops end.
 */
export function listSources(paths: readonly string[]): SourceListing {
  const problems: UserError[] = []
  const files = new Map<string, SourceFile>()
  const folders: string[] = []
  for (const given of paths) {
    const path = resolve(given)
    try {
      if (!statSync(path).isDirectory()) {
        add(files, { file: path, path: `${basename(dirname(path))}/${basename(path)}`.replace(/^\//, '') })
        continue
      }
      const found = walk(realpathSync(path), basename(path), new Set(), problems)
      folders.push(basename(path))
      if (found.length === 0) {
        problems.push(
          new UserError('this folder holds no articles.', {
            where: given,
            remedy: 'Put .txt, .md, .html, .pdf, .docx or .json files into it, or name another folder.',
          }),
        )
      }
      for (const file of found) {
        try {
          add(files, file)
        } catch (cause) {
          problems.push(unreachable(file.path, cause))
        }
      }
    } catch (cause) {
      problems.push(unreachable(given, cause))
    }
  }
  const byPath = (a: SourceFile, b: SourceFile): number => compare(a.path, b.path) || compare(a.file, b.file)
  const sorted = [...files.values()].sort(byPath)
  for (const [index, file] of sorted.entries()) {
    if (index > 0 && file.path === sorted[index - 1]!.path) problems.push(namesake(file))
  }
  return { files: sorted.filter(({ path }, index) => path !== sorted[index - 1]?.path), folders, problems }
}

/** Keyed by the real file, so that a link and its target are read once: under its own name, the one that says most. */
function add(files: Map<string, SourceFile>, file: SourceFile): void {
  const real = realpathSync(file.file)
  const known = files.get(real)
  const rank = ({ file: way, path }: SourceFile): number => (way === real ? 0 : 1e6) - path.length
  if (!known || (rank(file) - rank(known) || compare(file.path, known.path)) < 0) files.set(real, file)
}

function walk(folder: string, shown: string, entered: Set<string>, problems: UserError[]): SourceFile[] {
  const real = realpathSync(folder)
  if (entered.has(real)) return []
  entered.add(real)
  const found: SourceFile[] = []
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name))
  const names = new Set(entries.map(({ name }) => name))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || isOfASavedPage(entry.name, names)) continue
    const file = join(folder, entry.name)
    const path = `${shown}/${entry.name}`
    try {
      const kind = kindOf(entry, file)
      if (kind === 'folder') found.push(...walk(file, path, entered, problems))
      else if (kind === 'file' && !SIDECAR.test(entry.name)) {
        if (ARTICLE.test(entry.name) || (TELLS_NOTHING.test(entry.name) && isPage(file)))
          found.push({ file, path })
      }
    } catch (cause) {
      problems.push(unreachable(path, cause))
    }
  }
  return found
}

/** A web page or a PDF by its first bytes; what cannot be opened had no name that promised a text. */
function isPage(file: string): boolean {
  let descriptor: number | null = null
  try {
    descriptor = openSync(file, 'r')
    const head = new Uint8Array(1024)
    const length = readSync(descriptor, head, 0, head.length, 0)
    const format = detectFormat(head.subarray(0, length), file)
    return format === 'html' || format === 'pdf'
  } catch {
    return false
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

/** Browsers save a page's pictures, scripts and frames in `NAME_files/` beside `NAME.html`. */
function isOfASavedPage(name: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)_files$/s.exec(name)?.[1]
  return page !== undefined && (names.has(`${page}.html`) || names.has(`${page}.htm`))
}

function kindOf(entry: Dirent, file: string): 'folder' | 'file' | 'other' {
  const stat = entry.isSymbolicLink() ? statSync(file) : entry
  return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other'
}

/** Two texts under one stored name would take turns at replacing each other. */
function namesake({ file, path }: SourceFile): UserError {
  return new UserError(`another file of this run is kept under the same name, ${path}.`, {
    where: file,
    remedy: 'Rename the file or its folder.',
  })
}

function unreachable(where: string, cause: unknown): UserError {
  const code = (cause as NodeJS.ErrnoException).code
  const [what, remedy] =
    code === 'ENOENT' && where.includes('\ufffd')
      ? ['the name of this file or folder is no valid UTF-8.', 'Rename it.']
      : code === 'ENOENT'
        ? ['there is no such file or folder.', 'Check the path.']
        : code === 'EACCES' || code === 'EPERM'
          ? ['we may not read this.', 'Give yourself permission to read it.']
          : [`this cannot be read (${code ?? String(cause)}).`, '']
  return new UserError(what, { where, remedy, cause })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
