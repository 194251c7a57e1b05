import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { isochrone } from '#analysis/isochrones';
import type { TravelField, TravelGrid } from '#analysis/travel-grid';
import { createTravelRuns } from '#analysis/travel-runs';
import { travelTable } from '#analysis/travel-table';
import { createTravelTimes, type TravelTimes } from '#analysis/travel-times';
import { compare, expectEqual } from './compare';
import { Grass, measureProcess, type ProcessUse } from './grass';
import { makeFriction, makeSources } from './make-friction';
import { noteResult } from './results';
import { travelByHeap } from './rivals-in-travel';

const [WIDTH, HEIGHT] = [2300, 2304];
const MOST_DIFFERENCE_MIN = 0.01;

/** Travel time over a country of 5.3 million cells from 2,000 structures: whole processes against GRASS, then in this one. */
export async function benchmarkTravel(): Promise<void> {
  const grid = makeFriction(WIDTH, HEIGHT, 11);
  const sources = makeSources(grid, 2000, 12);
  const directory = mkdtempSync(join(tmpdir(), 'jonction-travel-'));
  try {
    await againstGrass(directory, grid, sources);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  inThisProcess(grid, sources);
}

async function againstGrass(directory: string, grid: TravelGrid, sources: Int32Array): Promise<void> {
  const [friction, cells, minutes, theirs] = ['friction.f32', 'sources.i32', 'minutes.f32', 'grass.f64'].map((name) => join(directory, name)) as [string, string, string, string];
  writeFileSync(friction, new Uint8Array(grid.friction.buffer));
  writeFileSync(cells, new Uint8Array(sources.buffer));
  const grass = Grass.open(directory, friction, grid);
  if (grass === null) {
    console.log('\nGRASS or GNU time is missing (apt-get install grass-core time): not compared with r.cost');
    return;
  }
  const program = await compileMeasurer(directory);
  const uses = { ours: [] as ProcessUse[], theirs: [] as ProcessUse[] };
  compare({
    task: `${WIDTH * HEIGHT} cells, 2,000 sources, whole processes`, goalRatio: 5, rounds: 5,
    ours: { name: 'reads, works, writes', run: () => { uses.ours.push(measureProcess(process.execPath, [program, friction, cells, ...[WIDTH, HEIGHT, grid.cellWidthM[0], grid.cellHeightM[0]].map(String), minutes])); } },
    rival: { name: 'GRASS r.cost', run: () => { uses.theirs.push(grass.cost(sources)); } },
    check: () => {
      grass.minutes(theirs);
      console.log(`\nlargest difference from r.cost: ${largestDifference(readFileSync(minutes), readFileSync(theirs)).toFixed(5)} min`);
    },
  });
  const of = (list: readonly ProcessUse[], measure: keyof ProcessUse): number => [...list].sort((a, b) => a[measure] - b[measure])[Math.floor(list.length / 2)]?.[measure] ?? NaN;
  const [mine, rival] = [of(uses.ours, 'peakMb'), of(uses.theirs, 'peakMb')];
  console.log(`  processor ${of(uses.ours, 'cpuSeconds').toFixed(2)} s against ${of(uses.theirs, 'cpuSeconds').toFixed(2)} s; peak memory ${mine.toFixed(0)} MB against ${rival.toFixed(0)} MB   goal, no higher: ${mine <= rival ? 'met' : 'MISSED'}`);
  noteResult({ task: 'travel time, peak memory of whole processes, MB', ours: mine, rival, goal: { met: mine <= rival } });
}

/** As plain JavaScript in one file, the way a program is delivered: neither side compiles while it is measured. */
async function compileMeasurer(directory: string): Promise<string> {
  const entry = fileURLToPath(new URL('measure-travel.ts', import.meta.url));
  await build({ configFile: false, logLevel: 'error', root: process.cwd(), build: { ssr: entry, outDir: directory, emptyOutDir: false, target: 'node20' } });
  return join(directory, 'measure-travel.js');
}

/** Throws where one gets and the other does not, or where they differ by as much as is not allowed. */
function largestDifference(ours: Buffer, theirs: Buffer): number {
  let largest = 0;
  for (let cell = 0; cell < ours.byteLength / 4; cell += 1) {
    const [mine, rival] = [ours.readFloatLE(4 * cell), theirs.readDoubleLE(8 * cell)];
    if ((mine === Infinity) !== (rival < 0)) throw new Error(`cell ${cell}: ${mine} min against ${rival} of r.cost (below 0: never)`);
    if (mine !== Infinity) largest = Math.max(largest, Math.abs(mine - rival));
  }
  if (largest >= MOST_DIFFERENCE_MIN) throw new Error(`${largest} min from r.cost; less than ${MOST_DIFFERENCE_MIN} expected`);
  return largest;
}

function inThisProcess(grid: TravelGrid, sources: Int32Array): void {
  const travel = createTravelTimes(grid);
  const check = (ours: TravelField, rival: TravelField): void => {
    expectEqual('minutes', ours.minutes, rival.minutes);
    expectEqual('sources', ours.source, rival.source);
  };
  compare({ task: 'Grid of 5.3 million cells', rounds: 3, ours: { name: 'prepared', run: () => createTravelTimes(grid) } });
  compare({ task: '5.3 million cells, 2,000 sources', rounds: 2, ours: { name: 'strips and buckets', run: () => travel.run(sources) }, rival: { name: 'binary heap', run: () => travelByHeap(grid, sources) }, check });
  compare({ task: 'the same, up to 120 minutes', goalMs: 100, ours: { name: 'strips and buckets', run: () => travel.run(sources, 120) } });
  check(travel.run(sources, 120), travelByHeap(grid, sources, 120));
  for (const capMin of [Infinity, 120]) sourcesComeAndGo(travel, grid, sources, capMin);
  areaCloses(travel, grid, sources);
  const runs = createTravelRuns(grid);
  compare({ task: 'what each of 2,000 sources reaches within 120 minutes', rounds: 3, ours: { name: 'one after the other', run: () => travelTable(runs, sources, 120) } });
  const { minutes } = travel.run(sources);
  compare({ task: 'isochrone of 120 minutes', rounds: 3, ours: { name: 'marching squares', run: () => isochrone(WIDTH, HEIGHT, minutes, 120) } });
}

/** A square of 60 × 60 cells is closed to movement, and opened again: patched, against a run over the other ground. */
function areaCloses(travel: TravelTimes, grid: TravelGrid, sources: Int32Array): void {
  const friction = grid.friction.slice();
  for (let row = 1000; row < 1060; row += 1) friction.fill(NaN, row * WIDTH + 1000, row * WIDTH + 1060);
  const other = createTravelTimes({ ...grid, friction });
  travel.run(sources, 120);
  let closed = false;
  const turn = (): TravelField => {
    closed = !closed;
    travel.changeGround(closed ? friction : grid.friction);
    return travel.field;
  };
  compare({
    task: 'an area of 3,600 cells is closed or opened, up to 120 minutes', rounds: 8,
    ours: { name: 'patched', run: turn }, rival: { name: 'run anew', run: () => other.run(sources, 120) },
    check: (ours, rival) => {
      expectEqual('minutes', ours.minutes, rival.minutes);
      expectEqual('sources', ours.source, rival.source);
    },
  });
}

/** One source more and it goes again, one less and it comes back, a hundred times each; the field is then that of a full run, bit for bit. */
function sourcesComeAndGo(travel: TravelTimes, grid: TravelGrid, sources: Int32Array, capMin: number): void {
  travel.run(sources, capMin);
  const added: number[] = [];
  const removed: number[] = [];
  const time = (times: number[], change: () => void): void => {
    const start = performance.now();
    change();
    times.push(performance.now() - start);
  };
  const now = [...sources];
  const more = makeSources(grid, 100, 13);
  for (const [i, cell] of more.entries()) {
    time(added, () => (now[travel.add(cell)] = cell));
    time(removed, () => travel.remove(i));
    now[i] = -1;
    if (i % 2 === 0) continue;
    time(added, () => (now[travel.add(sources[i]!, i)] = sources[i]!));
    time(removed, () => travel.remove(now.length - 1));
    now[now.length - 1] = -1;
  }
  const kept = { minutes: travel.field.minutes.slice(), source: travel.field.source.slice() };
  const whole = travel.run(Int32Array.from(now), capMin);
  expectEqual('minutes', kept.minutes, whole.minutes);
  expectEqual('sources', kept.source, whole.source);
  for (const [what, times] of [['one source more', added], ['one source less', removed]] as const) {
    const sorted = [...times].sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map((part) => sorted[Math.floor(part * sorted.length)] ?? NaN) as [number, number];
    const task = `${what}, ${capMin === Infinity ? 'without a cap' : `up to ${capMin} minutes`}`;
    console.log(`\n${task}\n  median ${median.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms   goal p95 5 ms: ${p95 <= 5 ? 'met' : 'MISSED'}, cell by cell as a full run`);
    noteResult({ task: `travel time: ${task}`, median, p95, goal: { p95: 5, met: p95 <= 5 } });
  }
}
