import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the installed package, whether this file runs from `pipeline/` or from `dist/pipeline/`: the nearest
 * folder above with a package.json named "gainsay". What is shipped beside the code (`annotations/`, models, SQL) is
 * found from here. Throws where there is none, which only a broken installation can cause.
 */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'gainsay') return folder
    if (folder === dirname(folder)) throw new Error(`no package.json of gainsay above ${import.meta.url}`)
  }
}
