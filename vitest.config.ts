import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/compile.ts'],
    pool: 'forks',
    // Every core: half of the time goes to tests that wait for the compiled command.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
})
