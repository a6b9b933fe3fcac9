// npm runs this after `npm ci`. With `--omit=dev` there is no compiler: a packed install brings its `dist/`,
// and there is nothing to do.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'

if (existsSync('node_modules/typescript') && existsSync('tsconfig.build.json')) {
  const { status } = spawnSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  await import('./build-page.mjs')
  chmodSync('dist/scripts/gainsay.js', 0o755)
}
