import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'
import type { DocumentRecord } from '../model/record.ts'
import { writeWhole } from './whole-file.ts'

/** The folder beside the exports that holds texts by their hash. */
const TEXTS_FOLDER = 'texts'

/** The name of a text's file, relative to the exports. */
export function textFile(textSha256: string): string {
  return join(TEXTS_FOLDER, `${textSha256}.txt`)
}

/**
 * Keeps the text of a document that is not byte for byte its file (a byte-order mark, another encoding, HTML, PDF):
 * it is what the offsets address. One that is there already is left alone.
 */
export async function keepText(document: DocumentRecord, directory: string): Promise<void> {
  const path = join(directory, textFile(document.textSha256))
  if (document.sha256 === document.textSha256 || existsSync(path)) return
  try {
    await mkdir(join(directory, TEXTS_FOLDER), { recursive: true })
  } catch (error) {
    throw new UserError('this folder cannot be made.', {
      where: join(directory, TEXTS_FOLDER),
      remedy: 'Check the permissions of the folder, or choose another one with --out.',
      cause: error,
    })
  }
  await writeWhole(path, [document.text])
}
