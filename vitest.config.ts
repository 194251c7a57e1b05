import { relative, sep } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take minutes, or nearly: begun last, one of them would run alone at the end while the other core waits. Browsers and databases by turns: three browsers at once keep each other waiting. */
const LONG = [
  'tests/e2e/country.test.ts',
  'tests/e2e/exercise.test.ts',
  'apps/cli/start.process.test.ts',
  'tests/hostile/hostile-files.test.ts',
  'tests/e2e/readiness.test.ts',
  'apps/api/services/import/real-files.test.ts',
  'apps/api/templates.test.ts',
  'tests/e2e/imports.test.ts',
  'apps/api/imports.test.ts',
  'tests/e2e/planning.test.ts',
  'apps/api/entries.test.ts',
  'apps/api/serving.test.ts',
  'tests/e2e/reach.test.ts',
  'db/database.test.ts',
  'tests/e2e/care.test.ts',
  'db/stores/undo-batch.test.ts',
  'apps/api/public.test.ts',
  'tests/e2e/what-if.test.ts',
  'apps/api/rasters.test.ts',
  'apps/api/lists.test.ts',
  'db/drivers/pglite-guard.test.ts',
];

/** Group by group, and in each the long files first, whatever project they belong to; the same order on a fresh checkout. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONG.indexOf(relative(this.ctx.config.root, moduleId).split(sep).join('/'));
      return found === -1 ? LONG.length : found;
    };
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    return sorted.sort((a, b) => group(a) - group(b) || place(a) - place(b));
  }
}

/**
 * Three projects: `unit` is pure and quick; `databases` opens embedded databases of about 1 GB each; `e2e` drives a real
 * browser. The last two run side by side: a browser test waits half of its time, and the databases use it. Three at once
 * keep two cores busy, and take some 5 GB.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/**/*.test.ts', 'apps/web/**/*.test.{ts,tsx}', 'apps/api/contract/**/*.test.ts', 'apps/cli/**/*.test.ts', 'data/**/*.test.ts', 'tests/bench/**/*.test.ts', 'tests/docs/**/*.test.ts'],
          exclude: ['apps/cli/**/*.process.test.ts', '**/node_modules/**', 'apps/web/dist/**'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'databases',
          environment: 'node',
          include: ['db/**/*.test.ts', 'apps/api/**/*.test.ts', 'apps/cli/**/*.process.test.ts', 'tests/golden/**/*.test.ts', 'tests/hostile/**/*.test.ts', 'tests/crash/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
          exclude: ['apps/api/contract/**', '**/node_modules/**'],
          globalSetup: ['tests/start-postgis.mjs'],
          pool: 'forks',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/build-page.mjs'],
          pool: 'forks',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
        },
      },
    ],
  },
});
