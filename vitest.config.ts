import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/compile.ts', 'test/support/postgres-run.ts'],
    pool: 'forks',
    // Every core: half of the time goes to tests that wait for the compiled command.
    maxWorkers: '100%',
    // A slow day fails no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
