import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TravelGrid } from '#analysis/travel-grid';

/** A process that ended: how long it took, processor time, and the most memory that it held. */
export interface ProcessUse { readonly seconds: number; readonly cpuSeconds: number; readonly peakMb: number }

/** Runs a program to its end under GNU time, whoever wrote it: both sides are measured by the same rule. */
export function measureProcess(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): ProcessUse {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', program, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const [seconds = NaN, user = NaN, system = NaN, kilobytes = NaN] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr.slice(-500)}`);
  return { seconds, cpuSeconds: user + system, peakMb: kilobytes / 1024 };
}

/** GRASS with a raster of friction in a place of its own. Its modules run as the processes that they are, without the shell of GRASS around them. */
export class Grass {
  private readonly env: NodeJS.ProcessEnv;
  private readonly grid: TravelGrid;

  /** Null where GRASS or GNU time is missing. */
  static open(directory: string, frictionPath: string, grid: TravelGrid): Grass | null {
    const [grass, time] = [spawnSync('grass', ['--config', 'path'], { encoding: 'utf8' }), spawnSync('/usr/bin/time', ['true'])];
    return grass.status === 0 && time.status === 0 ? new Grass(grass.stdout.trim(), directory, frictionPath, grid) : null;
  }

  private constructor(base: string, directory: string, frictionPath: string, grid: TravelGrid) {
    this.grid = grid;
    execFileSync('grass', ['-c', 'XY', join(directory, 'bench'), '-e'], { stdio: 'ignore' });
    const rc = join(directory, 'grass.rc');
    writeFileSync(rc, `GISDBASE: ${directory}\nLOCATION_NAME: bench\nMAPSET: PERMANENT\nGUI: text\n`);
    this.env = { ...process.env, GISBASE: base, GISRC: rc, LD_LIBRARY_PATH: join(base, 'lib'), PATH: `${join(base, 'bin')}:${process.env['PATH'] ?? ''}` };
    this.module('r.in.bin', '-f', `input=${frictionPath}`, 'output=friction', 'bytes=4', 'west=0', 'south=0', `north=${this.north}`, `east=${grid.width * (grid.cellWidthM[0] ?? 0)}`, `rows=${grid.height}`, `cols=${grid.width}`, 'anull=nan');
    this.module('g.region', 'raster=friction');
  }

  /** `r.cost` from the centres of these cells, as a whole process: it reads its own raster and writes its own. */
  cost(sources: Int32Array): ProcessUse {
    const { width, cellWidthM, cellHeightM } = this.grid;
    const coordinates = [...sources].map((cell) => `${((cell % width) + 0.5) * (cellWidthM[0] ?? 0)},${this.north - (Math.floor(cell / width) + 0.5) * (cellHeightM[0] ?? 0)}`);
    return measureProcess('r.cost', ['--overwrite', '--quiet', 'input=friction', 'output=cost', `start_coordinates=${coordinates.join(',')}`], this.env);
  }

  /** What it found, in minutes, written as doubles: it counts in widths of a cell. NaN: never. */
  minutes(path: string): void {
    this.module('r.mapcalc', '--overwrite', `expression=minutes = double(cost * ${this.grid.cellWidthM[0] ?? 0})`);
    this.module('r.out.bin', '-f', 'input=minutes', `output=${path}`, 'bytes=8', 'null=-1');
  }

  private get north(): number {
    return this.grid.height * (this.grid.cellHeightM[0] ?? 0);
  }

  private module(name: string, ...args: readonly string[]): void {
    execFileSync(name, ['--quiet', ...args], { env: this.env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
