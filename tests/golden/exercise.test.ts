import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { CheckAnswer } from '#api/contract/check';
import type { GapsAnswer } from '#api/contract/gaps';
import type { WhatIfAnswer } from '#api/contract/what-if';
import type { WhereNextAnswer } from '#api/contract/where-next';
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

const english = new Intl.NumberFormat('en');
const readme = readFileSync(join(here, '../../README.md'), 'utf8');

describeOnBothDatabases('the tour of the README tells what the exercise data answer', (database) => {
  const api = useApp(database, 'coordination', (db) => loadExerciseIfEmpty(db, createImporter(db)));
  const peopleInGap = async (query: string): Promise<number> => (await api().json<GapsAnswer>(`/api/gaps?${query}`)).summary.peopleInGap;

  it('how long to care', async () => {
    expect(readme).toContain(`in two hours ${english.format(await peopleInGap('reach=travelTime&threshold=120'))} people are in the gap, against ${english.format(await peopleInGap('threshold=5'))} within 5 km`);
  });

  it('what if, and where next', async () => {
    const { chosen, structures: [first] } = await api().json<WhereNextAnswer>('/api/where-next?k=10');
    expect(readme).toContain(`ten structures, made ready, give care to ${english.format(chosen.people)} people`);
    const { gained } = await api().json<WhatIfAnswer>(`/api/what-if?changes=r:${first?.structureId ?? ''}`);
    expect(readme).toContain(`${first?.structureName ?? '?'} made ready takes ${english.format(gained.gap ?? NaN)} people out of the gap`);
  });

  it('before a campaign', async () => {
    const { verdicts, care } = await api().json<CheckAnswer>('/api/check?areas=XX6103ZS01&kind=awareness&from=2025-05-31&to=2025-08-31');
    expect(verdicts[0]).toBe('verify');
    const reported = care[0]?.levels.find(({ level }) => level === 'reported')?.share ?? NaN;
    expect(readme).toContain(`for ${Math.round(reported * 100)} % of its people care is only reported`);
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
