import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseProblem, type Database } from '#db/database';
import { EMBEDDED_PART, type Manifest, MANIFEST, MANIFEST_DIGEST, RASTERS, SECRETS, SERVER_PART } from './manifest';
import { packFolder, PackedFile } from './pack-file';

export interface BackupSources {
  readonly database: Pick<Database, 'kind' | 'rastersDir' | 'save'>;
  /** Files that the data cannot do without, as a generated secret: the second factor of an account is of no use without it. Those that are not there are left out. */
  readonly secretFiles?: readonly string[];
}

export type BackupProgress = { readonly step: 'save' | 'pack' | 'write'; readonly done: number; readonly total: number | null };

export interface MadeBackup {
  readonly path: string;
  readonly bytes: number;
  readonly madeAt: string;
  readonly dataVersion: number;
  readonly rasters: number;
}

/** Left free, so that a backup does not take the last room from the database. */
const SPARE_BYTES = 256 * 1024 * 1024;

/**
 * Writes the database, the rasters and the secrets into one file, which is there whole or not at all. The database may be in use; rasters are read after it, so that
 * every raster that it names is there. No more than a piece of a file is in memory. Throws `DatabaseProblem` `diskFull`, `postgresToolMissing`, `postgresToolFailed`.
 */
export async function makeBackup({ database, secretFiles = [] }: BackupSources, path: string, onProgress: (progress: BackupProgress) => void = () => undefined): Promise<MadeBackup> {
  const target = resolve(path);
  const madeAt = new Date().toISOString();
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const workshop = `${target}.partial`;
  // What is there was left behind by a backup that was cut short.
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop, { mode: 0o700 });
  let packed: PackedFile | null = null;
  try {
    await requireRoom(workshop, await bytesOfRasters(database.rastersDir));
    onProgress({ step: 'save', done: 0, total: null });
    const embedded = database.kind === 'pglite';
    const saved = join(workshop, embedded ? 'database' : SERVER_PART);
    const facts = await database.save(saved);
    onProgress({ step: 'pack', done: 0, total: null });
    if (embedded) await packFolder(saved, join(workshop, EMBEDDED_PART));

    const name = embedded ? EMBEDDED_PART : SERVER_PART;
    const files = [{ name, path: join(workshop, name) }, ...(await rasterFiles(database.rastersDir)), ...(await presentFiles(secretFiles))];
    const total = await bytesOf(files);
    await requireRoom(workshop, total);
    let done = 0;
    packed = await PackedFile.create(join(workshop, 'whole'));
    for (const file of files) await packed.addFile(file.name, file.path, (bytes) => onProgress({ step: 'write', done: (done += bytes), total }));
    const manifest: Manifest = { format: 1, madeAt, database: { ...facts, migrations: [...facts.migrations] }, parts: packed.parts };
    const words = `${JSON.stringify(manifest, null, 1)}\n`;
    await packed.addText(MANIFEST, words);
    await packed.addText(MANIFEST_DIGEST, `${createHash('sha256').update(words).digest('hex')}\n`);
    await packed.end();
    await rename(join(workshop, 'whole'), target);
    return { path: target, bytes: (await stat(target)).size, madeAt, dataVersion: facts.dataVersion, rasters: files.filter((file) => file.name.startsWith(`${RASTERS}/`)).length };
  } catch (cause) {
    await packed?.abandon();
    throw cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC' ? new DatabaseProblem('diskFull', target) : cause;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** What is worked out of a raster is made again where it is missing; files on their way in are nobody’s yet. */
async function rasterFiles(rastersDir: string): Promise<NamedFile[]> {
  const names = await readdir(rastersDir).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{64}\.tif$/.test(name)).sort().map((name) => ({ name: `${RASTERS}/${name}`, path: join(rastersDir, name) }));
}

async function presentFiles(paths: readonly string[]): Promise<NamedFile[]> {
  const found = await Promise.all(paths.map((path) => stat(path).then((file) => file.isFile(), () => false)));
  return paths.filter((_path, at) => found[at]).map((path) => ({ name: `${SECRETS}/${basename(path)}`, path }));
}

const bytesOf = async (files: readonly NamedFile[]): Promise<number> => (await Promise.all(files.map(({ path }) => stat(path)))).reduce((sum, { size }) => sum + size, 0);
const bytesOfRasters = async (rastersDir: string): Promise<number> => bytesOf(await rasterFiles(rastersDir));

async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const megabytes = (value: number): string => `${Math.ceil(value / 1e6)} MB`;
  if (bavail * bsize < bytes + SPARE_BYTES) throw new DatabaseProblem('diskFull', `${folder}: ${megabytes(bavail * bsize)}, ${megabytes(bytes + SPARE_BYTES)} needed`);
}
