import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { StoredRaster } from '#db/stores/rasters';
import type { FileContent } from '../import/file-source';

/** A file on its way in. */
const INCOMING = 'incoming-';
/** Whoever writes into the folder now has begun less than so long ago: another process may share it. */
const SWEPT_AFTER_MS = 24 * 3600 * 1000;

/** Where the file of a raster lies. */
export const rasterPath = (rastersDir: string, sha256: string): string => join(rastersDir, `${sha256}.tif`);

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** Is the file of this raster in its place? */
export const holdsRaster = (rastersDir: string, sha256: string): Promise<boolean> => exists(rasterPath(rastersDir, sha256));

/** A raster that was handed in, on disk under a name of its own. */
export interface IncomingRaster {
  readonly path: string;
  /** Puts it in its place under its digest, whole or not at all; a file that is there already stays. */
  keep(): Promise<void>;
  /** Leaves nothing of it, unless it was kept. */
  drop(): Promise<void>;
}

export async function takeRaster(rastersDir: string, content: FileContent, sha256: string): Promise<IncomingRaster> {
  await mkdir(rastersDir, { recursive: true });
  const path = join(rastersDir, `${INCOMING}${randomUUID()}.tif`);
  if (content instanceof Uint8Array) await writeFile(path, content);
  else await copyFile(content.path, path);
  return {
    path,
    async keep() {
      if (!(await exists(rasterPath(rastersDir, sha256)))) await rename(path, rasterPath(rastersDir, sha256));
    },
    drop: () => rm(path, { force: true }),
  };
}

/** What was worked out of a raster, from its file beside it; made, and kept there, where there is none yet or it cannot be read. */
export async function derived<Value>(rastersDir: string, sha256: string, name: string, make: () => Promise<Value>): Promise<Value> {
  const path = join(rastersDir, `${sha256}.${name}`);
  try {
    return deserialize(await readFile(path)) as Value;
  } catch {
    const value = await make();
    const half = join(rastersDir, `${INCOMING}${randomUUID()}`);
    // A full disk must not keep anybody from an answer: it is worked out again next time.
    await mkdir(rastersDir, { recursive: true }).then(() => writeFile(half, serialize(value))).then(() => rename(half, path)).catch(() => rm(half, { force: true }));
    return value;
  }
}

/**
 * Removes what no record points to. Answers how many files went. `now`: milliseconds. `alone`: nobody else writes into the folder, so that what
 * lies there now was left behind.
 */
export async function sweepRasters(rastersDir: string, rasters: readonly StoredRaster[], now: number, alone = false): Promise<number> {
  const kept = new Set(rasters.map(({ record }) => record.sha256));
  const names = await readdir(rastersDir).catch(() => []);
  let gone = 0;
  for (const name of names) {
    const sha256 = /^([0-9a-f]{64})\./.exec(name)?.[1];
    const ours = sha256 !== undefined || name.startsWith(INCOMING);
    if (!ours || (sha256 !== undefined && kept.has(sha256))) continue;
    const path = join(rastersDir, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (!alone && now - mtimeMs < SWEPT_AFTER_MS) continue;
    await rm(path, { force: true });
    gone += 1;
  }
  return gone;
}
