import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createImporter } from '#api/services/import/import-queue';
import { loadExerciseIfEmpty } from '#api/services/import/load-exercise';
import { useApp } from '../api/open-app';
import { describeOnBothDatabases } from '../databases';

/**
 * Whole answers on the exercise data, as a person would read them in a diff. They change only on purpose:
 * `UPDATE_GOLDEN=1 npx vitest run --project databases tests/golden`.
 */
const QUESTIONS = {
  'gaps-health-zones': '/api/gaps?areaType=healthZone&asOf=2025-05-31',
  'gaps-provinces-assessed': '/api/gaps?areaType=province&asOf=2025-05-31&evidence=assessed',
  'gap-of-masisi': '/api/gaps/XX6104ZS01?areaType=healthZone&asOf=2025-05-31',
  overlaps: '/api/overlaps?asOf=2025-05-31&limit=100',
};
const PUBLIC_QUESTIONS = { 'public-structures-csv': '/api/structures?format=csv&asOf=2025-05-31' };

const here = dirname(fileURLToPath(import.meta.url));
const updating = process.env['UPDATE_GOLDEN'] === '1';

function compare(name: string, text: string): void {
  const path = join(here, 'answers', name);
  if (updating) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${name}: no golden file; make it with UPDATE_GOLDEN=1`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describeOnBothDatabases('the exercise data, seen by the coordination', (database) => {
  const api = useApp(database, 'coordination', (db) => loadExerciseIfEmpty(db, createImporter(db)));

  it.each(Object.entries(QUESTIONS))('%s', async (name, url) => {
    compare(`${name}.json`, `${JSON.stringify(await api().json(url), null, 1)}\n`);
  });
});

describeOnBothDatabases('the exercise data, seen by the public', (database) => {
  const api = useApp(database, 'public', (db) => loadExerciseIfEmpty(db, createImporter(db)));

  it.each(Object.entries(PUBLIC_QUESTIONS))('%s', async (name, url) => {
    const response = await api().app.inject(url);
    expect(response.statusCode).toBe(200);
    compare(`${name}.csv`, response.body);
  });
});
