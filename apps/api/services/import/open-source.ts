import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { Database } from '#db/database';
import { isTiff } from '#interchange/containers/detect-container';
import { RasterSource } from '../rasters/raster-source';
import { type FileContent, type FileSource, rowsOf } from './file-source';

/** Bytes that tell a raster from anything else. */
const START = 4;

/** Opens what was handed in, by its first bytes: a raster is read by window from disk, anything else is read whole. `onRaster`: rows of cells read, of how many. */
export async function openSource(database: Database, content: FileContent, onRaster: (done: number, total: number) => void): Promise<{ readonly source: FileSource; readonly sha256: string }> {
  const raster = (sha256: string): FileSource => new RasterSource(database, content, sha256, onRaster);
  if (content instanceof Uint8Array) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { sha256, source: isTiff(content.subarray(0, START)) ? raster(sha256) : rowsOf(content) };
  }
  if (!isTiff(await startOf(content.path))) return openSource(database, new Uint8Array(await readFile(content.path)), onRaster);
  const sha256 = await digestOf(content.path);
  return { sha256, source: raster(sha256) };
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
