import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFile } from '#api/services/import/import-file';
import { openDatabase } from '#db/database';
import { startCluster } from './cluster';
import { makeZones } from './make-country';
import { ZONES, zoneCode } from './make-import-file';

const MAKER = fileURLToPath(new URL('make-import-file.ts', import.meta.url));
const MEASURER = fileURLToPath(new URL('measure-import.ts', import.meta.url));

const ROWS = Number(process.env['BENCH_IMPORT_ROWS'] ?? 100_000);
const ROUNDS = Number(process.env['BENCH_IMPORT_ROUNDS'] ?? 3);
const SEED = 7;
/** What one row of the file becomes, in the order in which the tables lean on each other. */
const TABLES = ['initiative', 'initiative_area', 'initiative_kind', 'initiative_organisation', 'initiative_target_group'] as const;

const zonesFile = (): Uint8Array => new TextEncoder().encode(JSON.stringify({
  type: 'FeatureCollection',
  features: makeZones(ZONES, 2, SEED).map((coordinates, zone) => ({ type: 'Feature', properties: { zs_pcode: zoneCode(zone), zs_name: `Zone ${String(zone)}` }, geometry: { type: 'MultiPolygon', coordinates } })),
}));

interface Measured { readonly ms: number; readonly memoryMb: number }

/** Imports a file of so many rows, in a process of its own: its memory is that over what the process held before. */
const measureImport = (url: string, path: string, rows: number): Measured => JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', MEASURER, url, path, String(rows)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Measured;

/** Copies the rows that an import made out of their tables, and, once these are as empty as before it, into them again; answers how long that took. */
function measureCopy(url: string, directory: string): number {
  const psql = (...commands: string[]): void => void execFileSync('psql', [url, '-q', '-v', 'ON_ERROR_STOP=1', ...commands.flatMap((command) => ['-c', command])], { stdio: ['ignore', 'ignore', 'inherit'] });
  psql(...TABLES.map((table) => `\\copy ${table} to '${join(directory, table)}'`), `set client_min_messages to warning; truncate ${TABLES.join(', ')} cascade`, 'checkpoint');
  const startedAt = performance.now();
  psql(...TABLES.map((table) => `\\copy ${table} from '${join(directory, table)}'`));
  return performance.now() - startedAt;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const spread = (values: readonly number[], digits: number): string => [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(digits)).join(' / ');

/**
 * 100,000 rows of CSV through the importer, against `psql \copy` of the rows that it made, ready for the same tables with the same indexes and constraints, in turn, each
 * round on a database of its own. Prints the seconds and the ratio (goal: at least 0.5) as minimum / median / maximum, and the memory over that of the idle process
 * (goal: at most 300 MB); then the memory of half as many rows of XLSX (goal: at most 400 MB).
 */
export async function benchmarkImport(): Promise<void> {
  const cluster = await startCluster();
  const directory = mkdtempSync(join(tmpdir(), 'jonction-copy-'));
  const make = (kind: 'csv' | 'xlsx', rows: number): string => {
    const path = join(directory, `3w.${kind}`);
    execFileSync(process.execPath, ['--import', 'tsx', MAKER, kind, String(rows), path]);
    return path;
  };
  /** A database that knows the zones, and nothing else. */
  const fresh = async (name: string): Promise<string> => {
    const url = await cluster.createDatabase(name);
    const database = await openDatabase({ kind: 'postgis', databaseUrl: url });
    await importFile({ database }, zonesFile(), { fileName: 'zones.geojson', dryRun: false, acceptPartial: false });
    await database.close();
    return url;
  };
  try {
    const csv = make('csv', ROWS);
    const rounds: (Measured & { readonly copyMs: number })[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const url = await fresh(`bench_import_${String(round)}`);
      rounds.push({ ...measureImport(url, csv, ROWS), copyMs: measureCopy(url, directory) });
    }
    const seconds = (times: readonly number[]): string => `${spread(times.map((ms) => ms / 1000), 1)} s`;
    console.log(`import of ${String(ROWS)} rows of CSV, PostGIS, ${String(ROUNDS)} rounds, min / median / max: ${seconds(rounds.map(({ ms }) => ms))}; psql \\copy of the ready rows: ${seconds(rounds.map(({ copyMs }) => copyMs))}; ratio ${spread(rounds.map(({ ms, copyMs }) => copyMs / ms), 2)}; memory over the idle process at most ${Math.max(...rounds.map(({ memoryMb }) => memoryMb)).toFixed(0)} MB`);
    const half = Math.ceil(ROWS / 2);
    const xlsx = make('xlsx', half);
    const { ms, memoryMb } = measureImport(await fresh('bench_import_xlsx'), xlsx, half);
    console.log(`import of ${String(half)} rows of XLSX: ${seconds([ms])}; memory over the idle process ${memoryMb.toFixed(0)} MB`);
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
