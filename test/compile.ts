import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Brings `dist/` up to date before the tests, so that those of the command and of the library face run the code that
 * stands here. Mistakes in types are not its matter: `npm run check` looks for those.
 */
export default function compile(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const tsc = `${root}node_modules/typescript/bin/tsc`
  const { error } = spawnSync(process.execPath, [tsc, '-p', `${root}tsconfig.build.json`], { cwd: root })
  if (error) throw error
}
