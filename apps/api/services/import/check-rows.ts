import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Database } from '#db/database';
import { areaIndex, areasExtent } from '#db/stores/areas';
import { listNameVerdicts } from '#db/stores/verdicts';
import type { Issue } from '#domain/issue';
import { NameQuestions } from '../matching/name-questions';
import { AreaIndex, type KnownArea } from './area-index';
import { checkAreaGeometries } from './check-area-geometries';
import { keepProvince } from './keep-province';
import { countryOfCode } from './record-places';
import { resolveClaims } from './resolve-claims';
import { resolvePopulations, type RowPopulation } from './resolve-populations';
import type { StagedRow } from './staged-row';
import { findSwappedAxes } from './swapped-axes';

/** Rows checked before other work gets its turn. */
const ROWS_PER_TURN = 500;

export interface CheckedRows {
  readonly fileIssues: readonly Issue[];
  readonly populations: readonly RowPopulation[];
  /** What people said of names before, and what only a person can say now. */
  readonly questions: NameQuestions;
}

/**
 * Checks staged rows against what the database knows, and against the areas that the file itself brings, in any order.
 * What a row gets wrong is noted on the row; what is wrong with the whole file is answered. Stores nothing.
 */
export async function checkRows(database: Database, rows: readonly StagedRow[], province: string | null, onDone: (rowsDone: number) => void): Promise<CheckedRows> {
  const known: readonly KnownArea[] = await areaIndex(database.kysely);
  const questions = new NameQuestions(await listNameVerdicts(database.kysely, 'area'));
  const countries = new Set(known.flatMap(({ code }) => countryOfCode(code) ?? []));
  const swapped = findSwappedAxes(rows, await areasExtent(database.kysely), countries);
  if (swapped !== null) return { fileIssues: [swapped], populations: [], questions };

  await checkAreaGeometries(database, rows, onDone);
  const everywhere = new AreaIndex([...known, ...areasOf(rows)]);
  const provinceFault = province === null ? null : await keepProvince(database, rows, everywhere, province, questions);
  if (provinceFault !== null) return { fileIssues: [provinceFault], populations: [], questions };
  // Areas that were left out with their rows are known to nobody else.
  const index = province === null ? everywhere : new AreaIndex([...known, ...areasOf(rows)]);
  for (const [at, row] of rows.entries()) {
    if (row.outcome === 'pending') resolveClaims(row, index, questions);
    if (at % ROWS_PER_TURN === ROWS_PER_TURN - 1) {
      onDone(at + 1);
      await letOthersRun();
    }
  }
  return { fileIssues: [], populations: resolvePopulations(rows, index, province, questions), questions };
}

const areasOf = (rows: readonly StagedRow[]): KnownArea[] => rows.flatMap((row) => row.records.flatMap((entry) => (entry.kind === 'area' ? [entry.record] : [])));
