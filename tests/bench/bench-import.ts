import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '#api/services/import/import-file';
import { openDatabase } from '#db/database';
import { makeZones } from './make-country';

interface Cluster { createDatabase: (name: string) => Promise<string>; stop: () => Promise<void> }
/** Plain JavaScript, because the tests start it before anything is compiled. */
const CLUSTER = new URL('../postgis-cluster.mjs', import.meta.url).href;

const ROWS = Number(process.env['BENCH_IMPORT_ROWS'] ?? 100_000);
const ZONES = 519;
const SEED = 7;
/** What one row of the file becomes, in the order in which the tables lean on each other. */
const TABLES = ['initiative', 'initiative_area', 'initiative_kind', 'initiative_organisation', 'initiative_target_group'] as const;

const zoneCode = (zone: number): string => `XX${String(10 + Math.floor(zone / 60))}01ZS${String(10 + (zone % 60))}`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const zonesFile = (): Uint8Array => utf8(JSON.stringify({
  type: 'FeatureCollection',
  features: makeZones(ZONES, 2, SEED).map((coordinates, zone) => ({ type: 'Feature', properties: { zs_pcode: zoneCode(zone), zs_name: `Zone ${String(zone)}` }, geometry: { type: 'MultiPolygon', coordinates } })),
}));

/** A 3W: 60 organisations, 1,000 projects, each in very many zones. */
function rowsFile(): Uint8Array {
  const headers = 'NOM ACTIVITE,CLUSTER,TYPE DE BENEFICIAIRES,ETAT PROJET,BAILLEUR,DATE DEBUT,DATE FIN,NOMBRE BENEFICIAIRES DIRECTS,Pcode ZS,Nom organization,Type organisation,ID_Projet';
  const lines = Array.from({ length: ROWS }, (_, i) => `Sensibilisation sur les VBG ${String(i % 1000)},Protection: VBG,Déplacés,En cours,Bailleur ${String(i % 20)},2025-01-01,2025-12-31,${String(10 + ((i * 7) % 900))},${zoneCode(i % ZONES)},Organisation ${String(i % 60)},ONG Nationale,P${String(i)}`);
  return utf8([headers, ...lines].join('\n'));
}

/**
 * 100,000 rows of CSV through the importer, against `psql \copy` of the rows that it made, ready for the same tables with the same indexes.
 * Prints both rates, their ratio (goal: at least 0.5), and the memory over that of the idle process (goal: at most 300 MB).
 */
export async function benchmarkImport(): Promise<void> {
  const { startCluster } = (await import(CLUSTER)) as { startCluster: () => Promise<Cluster> };
  const cluster = await startCluster();
  const directory = mkdtempSync(join(tmpdir(), 'jonction-copy-'));
  try {
    const url = await cluster.createDatabase('bench_import');
    const database = await openDatabase({ kind: 'postgis', databaseUrl: url });
    const load = (bytes: Uint8Array, fileName: string) => importFile({ database }, bytes, { fileName, dryRun: false, acceptPartial: false });
    await load(zonesFile(), 'zones.geojson');
    const bytes = rowsFile();
    const idle = process.memoryUsage().rss;
    let peak = idle;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
    const startedAt = performance.now();
    const report = await load(bytes, '3w.csv');
    const importMs = performance.now() - startedAt;
    clearInterval(watch);
    if (report.outcome !== 'applied' || report.accepted !== ROWS) throw new Error(`${report.outcome}, ${String(report.accepted)} of ${String(ROWS)} rows: all expected`);
    await database.close();

    const psql = (...commands: string[]): void => void execFileSync('psql', [url, '-q', '-v', 'ON_ERROR_STOP=1', ...commands.flatMap((command) => ['-c', command])]);
    psql(...TABLES.map((table) => `\\copy ${table} to '${join(directory, table)}'`), ...TABLES.toReversed().map((table) => `delete from ${table}`), 'vacuum');
    const copyStartedAt = performance.now();
    psql(...TABLES.map((table) => `\\copy ${table} from '${join(directory, table)}'`));
    const copyMs = performance.now() - copyStartedAt;
    const rate = (ms: number): string => `${Math.round(ROWS / (ms / 1000)).toLocaleString('en')} rows/s`;
    console.log(`import of ${String(ROWS)} rows of CSV, PostGIS: ${rate(importMs)} (${(importMs / 1000).toFixed(1)} s); psql \\copy of the ready rows: ${rate(copyMs)} (${(copyMs / 1000).toFixed(1)} s); ratio ${(copyMs / importMs).toFixed(2)}; memory over the idle process ${String(Math.round((peak - idle) / 1e6))} MB`);
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
