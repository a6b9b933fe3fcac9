import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Brings `dist/`, the review page with it, up to date before the tests, so that those of the command, of the library
 * face and of the page run the code that stands here. Mistakes in types are not its matter: `npm run check` looks for those.
 */
export default function compile(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const tsc = `${root}node_modules/typescript/bin/tsc`
  const { error } = spawnSync(process.execPath, [tsc, '-p', `${root}tsconfig.build.json`], { cwd: root })
  if (error) throw error
  const page = spawnSync(process.execPath, [`${root}scripts/build-page.mjs`], { cwd: root })
  if (page.status !== 0) throw new Error(`the review page was not bundled: ${page.stderr}`)
}
