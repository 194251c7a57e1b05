import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was measured of one task, in ms unless the task says otherwise. */
export interface BenchResult {
  readonly task: string;
  readonly [measure: string]: unknown;
}

const FILE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.cache/bench-results.json');
const noted: BenchResult[] = [];

/** Keeps a result for the file that `writeResults` writes. */
export function noteResult(result: BenchResult): void {
  noted.push(result);
}

/** The machine, as far as it decides how fast things are. */
export const machine = (): object => ({ node: process.version, platform: `${process.platform} ${process.arch}`, cpu: cpus()[0]?.model ?? '?', cores: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), load: Number((loadavg()[0] ?? NaN).toFixed(1)) });

/** Writes what this run measured, with the machine and the day; results of other tasks stay. Answers the file. */
export function writeResults(): string {
  const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as BenchResult[]) : [];
  const measured = new Set(noted.map(({ task }) => task));
  const stamp = { on: new Date().toISOString(), machine: machine() };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify([...before.filter(({ task }) => !measured.has(task)), ...noted.map((result) => ({ ...result, ...stamp }))], null, 1)}\n`);
  return FILE;
}
