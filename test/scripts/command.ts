import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const command = `${root}dist/scripts/gainsay.js`

/** Brings `dist/` up to date, so that the command under test is the code that stands here; types are not its matter. */
export function compile(): void {
  const tsc = `${root}node_modules/typescript/bin/tsc`
  const { error } = spawnSync(process.execPath, [tsc, '-p', `${root}tsconfig.build.json`], { cwd: root })
  if (error) throw error
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `gainsay` as a person would, without a terminal. `watch` sees standard error while it comes. */
export function gainsay(
  args: readonly string[],
  { cwd, watch }: { readonly cwd: string; readonly watch?: (stderr: string, interrupt: () => void) => void },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { cwd })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk
      watch?.(stderr, () => child.kill('SIGINT'))
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
