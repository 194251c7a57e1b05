import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, DatabaseProblem, openDatabase, type OpenOptions } from '#db/database';
import { bumpDataVersion, readDataVersion } from '#db/stores/data-version';
import type { RasterPlacement } from '#domain/raster-placement';
import { fillByHand } from '../../../../tests/api/hand-made-data';
import { callImport, postFile } from '../../../../tests/api/import-calls';
import { openApp } from '../../../../tests/api/open-app';
import { createDatabase, describeOnBothDatabases } from '../../../../tests/databases';
import { pick, seededRandom } from '../../../../tests/bench/seeded-random';
import { writeTiff } from '../../../../tests/write-tiff';
import { makeBackup } from './make-backup';
import type { Manifest } from './manifest';
import { openBackup } from './open-backup';
import { restoreBackup } from './restore-backup';

const OVER: RasterPlacement = { crs: 'EPSG:4326', width: 41, height: 10, west: 20, north: 1, cellX: 0.1, cellY: 0.1 };
const POPULATION = writeTiff(OVER, Array.from({ length: 410 }, (_, i) => i % 41), { deflate: true });

/** Questions whose answers a person sees; with them everything that analyses read goes through the copy. */
const QUESTIONS = ['/api/gaps', '/api/gaps/XAZS01', '/api/overlaps', '/api/structures', '/api/initiatives', '/api/areas', '/api/organisations', '/api/imports', '/api/standards', '/api/presence', '/api/tiles/healthZone/5/17/15.mvt'];

async function answersOf(database: Database): Promise<(readonly [question: string, status: number, body: Buffer])[]> {
  const api = await openApp(database, 'coordination');
  const answers: (readonly [string, number, Buffer])[] = [];
  for (const url of QUESTIONS) {
    const { statusCode, rawPayload } = await api.app.inject(url);
    answers.push([url, statusCode, rawPayload]);
  }
  await api.close();
  return answers;
}

async function heldBy(path: string): Promise<Manifest['database']> {
  const backup = await openBackup(path);
  await backup.close();
  return backup.manifest.database;
}

describeOnBothDatabases('backup and restore', (database, kind) => {
  let folder = '';
  let before: Awaited<ReturnType<typeof answersOf>> = [];
  let path = '';
  const secret = () => join(folder, 'secret.json');

  /** Somewhere else, with nothing in it. */
  async function elsewhere(): Promise<OpenOptions> {
    const place = await mkdtemp(join(folder, 'elsewhere-'));
    return kind === 'pglite' ? { kind, dataDir: place } : { kind, databaseUrl: await createDatabase(), rastersDir: join(place, 'rasters') };
  }
  const problem = (attempt: Promise<unknown>): Promise<string> => attempt.then(() => 'restored', (error: unknown) => (error instanceof DatabaseProblem ? error.code : error instanceof Error ? error.message : 'not an error'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jonction-backup-'));
    await writeFile(secret(), 'only-here', { mode: 0o600 });
    await fillByHand(database());
    const api = await openApp(database(), 'coordination');
    const { body } = await postFile(api, 'pop_2020.tif', POPULATION, { source: 'WorldPop' });
    await callImport(api, 'POST', `/${body.id}/apply`);
    await api.close();
    before = await answersOf(database());
    path = join(folder, 'whole.backup');
    await makeBackup({ database: database(), secretFiles: [secret(), join(folder, 'no-such-file')] }, path);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('restored elsewhere, every answer is the same, byte for byte, and so is the raster', async () => {
    expect(before.map(([url, status]) => [url, status])).toEqual(QUESTIONS.map((url) => [url, 200]));
    const target = await elsewhere();
    const { aside, manifest } = await restoreBackup(path, target, { replace: false });
    expect([aside, manifest.database.kind, manifest.parts.map(({ name }) => name.replace(/[0-9a-f]{64}/, 'sha'))]).toEqual([null, kind, [kind === 'pglite' ? 'database.tar.gz' : 'database.dump', 'rasters/sha.tif', 'secrets/secret.json']]);
    const restored = await openDatabase(target);
    const after = await answersOf(restored);
    for (const [at, [url, status, body]] of before.entries()) {
      expect([after[at]?.[0], after[at]?.[1]], url).toEqual([url, status]);
      expect(after[at]?.[2].equals(body), `${url}\n${body.toString().slice(0, 300)}\n${after[at]?.[2].toString().slice(0, 300) ?? ''}`).toBe(true);
    }
    const [raster = ''] = (await readdir(restored.rastersDir)).filter((name) => name.endsWith('.tif'));
    expect(Buffer.compare(await readFile(join(restored.rastersDir, raster)), POPULATION)).toBe(0);
    const secrets = join(restored.rastersDir, '..', 'secret.json');
    expect([await readFile(secrets, 'utf8'), (await stat(secrets)).mode & 0o777]).toEqual(['only-here', 0o600]);
    await restored.close();
  });

  it('readable by its owner only, and nothing is left beside it', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('one-byte-flipped: refused, wherever it is, and nothing is touched', async () => {
    const whole = await readFile(path);
    const random = seededRandom(5);
    const damaged = join(folder, 'damaged.backup');
    const places = [0, 300, 513, whole.length - 1, whole.length - 1500, ...Array.from({ length: 40 }, () => pick(random, whole.length))];
    for (const at of places) {
      const copy = Buffer.from(whole);
      copy[at] = (copy[at] ?? 0) ^ (1 << pick(random, 8));
      await writeFile(damaged, copy);
      expect(await problem(openBackup(damaged)), `byte ${at}`).toBe('backupDamaged');
    }
    const target = await elsewhere();
    expect(await problem(restoreBackup(damaged, target, { replace: true }))).toBe('backupDamaged');
    if (target.kind === 'pglite') expect(await readdir(target.dataDir)).toEqual([]);
  });

  it('cut-short, or with more behind: refused', async () => {
    const whole = await readFile(path);
    const cut = join(folder, 'cut.backup');
    for (const length of [0, 100, 512, 10_000, whole.length - 1, whole.length - 512, whole.length - 1024]) {
      await writeFile(cut, whole);
      await truncate(cut, length);
      expect(await problem(openBackup(cut)), String(length)).toBe('backupDamaged');
    }
    await writeFile(cut, Buffer.concat([whole, Buffer.from([0])]));
    expect(await problem(openBackup(cut))).toBe('backupDamaged');
    expect(await problem(openBackup(join(folder, 'no-such-file')))).toBe('backupUnreadable');
  });

  it('made while a file is loaded: as it was before the file, or after it', async () => {
    const api = await openApp(database(), 'coordination');
    const rows = Array.from({ length: 400 }, (_, i) => `Pays,Province XA,Poste ${i},Poste de Santé,Publique,${(0.1 + i * 0.002).toFixed(3)},20.5,GPS,XXX`);
    const { body } = await postFile(api, 'list.csv', ['Country,Admin1,Facility name,Facility type,Ownership,Lat,Long,LL source,iso3c', ...rows].join('\n'));
    expect(body.state).toBe('ready');
    const [, made] = await Promise.all([callImport(api, 'POST', `/${body.id}/apply`), makeBackup({ database: database() }, join(folder, 'busy.backup'))]);
    await api.close();
    const [busy, quiet] = [await heldBy(made.path), await heldBy(path)];
    const versions = busy.dataVersion - quiet.dataVersion;
    expect([versions, (busy.counts['structure'] ?? 0) - (quiet.counts['structure'] ?? 0)]).toEqual(versions === 0 ? [0, 0] : [1, 400]);
  });

  it('data-present: refused without replace; with it, what was there is kept and can be opened', async () => {
    const target = await elsewhere();
    const first = await openDatabase(target);
    await bumpDataVersion(first.kysely);
    expect(await problem(restoreBackup(path, target, { replace: true }))).toBe(kind === 'pglite' ? 'dataDirLocked' : 'databaseInUse');
    await first.close();
    expect(await problem(restoreBackup(path, target, { replace: false }))).toBe('dataPresent');
    const { aside, manifest } = await restoreBackup(path, target, { replace: true });
    const kept: OpenOptions = target.kind === 'pglite' ? { ...target, dataDir: aside ?? '' } : { ...target, databaseUrl: new URL(`/${aside ?? ''}`, target.databaseUrl).href };
    for (const [options, version] of [[target, manifest.database.dataVersion], [kept, 1]] as const) {
      const opened = await openDatabase(options);
      expect(await readDataVersion(opened.kysely)).toBe(version);
      await opened.close();
    }
  });

  it('of-the-other-kind: refused with a sentence', async () => {
    const other: OpenOptions = kind === 'pglite' ? { kind: 'postgis', databaseUrl: 'postgres://127.0.0.1:1/none' } : { kind: 'pglite', dataDir: join(folder, 'other') };
    expect(await problem(restoreBackup(path, other, { replace: false }))).toBe('backupOfOtherKind');
  });
});
