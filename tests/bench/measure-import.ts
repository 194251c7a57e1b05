/**
 * Imports one file into a PostGIS database, in a process of its own, and prints as JSON how long it took and what memory the process took over what it held before:
 * `npx tsx tests/bench/measure-import.ts <database url> <path> <rows>`. Part of the benchmark of imports.
 */
import { readFileSync } from 'node:fs';
import { importFile } from '#api/services/import/import-file';
import { openDatabase } from '#db/database';

const [, , databaseUrl = '', path = '', rows = ''] = process.argv;
const database = await openDatabase({ kind: 'postgis', databaseUrl });
const bytes = new Uint8Array(readFileSync(path));
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 25);
const startedAt = performance.now();
const report = await importFile({ database }, bytes, { fileName: path, dryRun: false, acceptPartial: false });
const ms = performance.now() - startedAt;
clearInterval(watch);
await database.close();
if (report.outcome !== 'applied' || report.accepted !== Number(rows)) throw new Error(`${report.outcome}, ${String(report.accepted)} of ${rows} rows: all expected`);
console.log(JSON.stringify({ ms, memoryMb: (peak - idle) / 1e6 }));
