import { defineConfig } from 'vitest/config';

/**
 * Three projects, run one after the other because they weigh differently on two cores:
 * `unit` is pure and quick; `databases` opens embedded databases of about 1 GB each; `e2e` drives a real browser.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/**/*.test.ts', 'apps/web/**/*.test.{ts,tsx}', 'apps/api/contract/**/*.test.ts', 'apps/cli/**/*.test.ts', 'data/**/*.test.ts', 'tests/bench/**/*.test.ts', 'tests/docs/**/*.test.ts'],
          exclude: ['apps/cli/**/*.process.test.ts', '**/node_modules/**', 'apps/web/dist/**'],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'databases',
          environment: 'node',
          include: ['db/**/*.test.ts', 'apps/api/**/*.test.ts', 'apps/cli/**/*.process.test.ts', 'tests/golden/**/*.test.ts', 'tests/hostile/**/*.test.ts'],
          exclude: ['apps/api/contract/**', '**/node_modules/**'],
          globalSetup: ['tests/start-postgis.mjs'],
          pool: 'forks',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
