/**
 * Benchmarks of the engines at country scale and ten times that. One command, from the root of the project:
 *
 *   npx tsx tests/bench/run.ts            everything
 *   npx tsx tests/bench/run.ts overlaps   the tasks whose name holds the word
 *
 * Seeded: the same data every time. Rivals run in the same process, in turn with ours, once both have been seen to answer alike.
 * Goals are for an otherwise idle machine: the load printed first should be near 0. What was measured is also written to
 * `.cache/bench-results.json`, with the machine and the day.
 */
import { relative } from 'node:path';
import { benchmarkClasses } from './bench-classes';
import { benchmarkImport } from './bench-import';
import { benchmarkOverlaps } from './bench-overlaps';
import { benchmarkPostgis } from './bench-postgis';
import { benchmarkReach } from './bench-reach';
import { benchmarkReadiness } from './bench-readiness';
import { benchmarkRealZones } from './bench-real-zones';
import { benchmarkSiting } from './bench-siting';
import { benchmarkSpace } from './bench-space';
import { benchmarkTravel } from './bench-travel';
import { benchmarkWhatIf } from './bench-what-if';
import { machine, writeResults } from './results';

const tasks: Readonly<Record<string, () => void | Promise<void>>> = { space: benchmarkSpace, classes: benchmarkClasses, overlaps: benchmarkOverlaps, realZones: benchmarkRealZones, readiness: benchmarkReadiness, postgis: benchmarkPostgis, travel: benchmarkTravel, reach: benchmarkReach, siting: benchmarkSiting, whatIf: benchmarkWhatIf, import: benchmarkImport };
console.log(Object.entries(machine()).map(([name, value]) => `${name} ${String(value)}`).join(', '));
const word = process.argv[2] ?? '';
for (const [name, benchmark] of Object.entries(tasks)) if (name.includes(word)) await benchmark();
console.log(`\nwritten to ${relative(process.cwd(), writeResults())}`);
