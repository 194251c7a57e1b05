import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bumpDataVersion } from '#db/stores/data-version';
import { health } from '../../contract/records';
import { openApp } from '../../../../tests/api/open-app';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { keepBackups } from './backups';
import { backupName } from './rotation';

describeOnBothDatabases('backups of a server', (database) => {
  it('one a day, of what is not empty; a day that was missed is caught up, and what is outdated goes', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jonction-daily-'));
    let dataVersion = 0;
    const backups = keepBackups({ database: database(), daily: false, directory, dataVersion: () => dataVersion });
    expect([await backups.catchUp(new Date()), backups.state()]).toEqual([false, { daily: false, lastAt: null, fault: null }]);
    dataVersion = await bumpDataVersion(database().kysely);
    const old = Array.from({ length: 12 }, (_, i) => backupName(new Date(Date.now() - (i + 2) * 24 * 3600 * 1000), true));
    for (const name of [...old, 'mine.txt']) await writeFile(join(directory, name), '');
    expect(await backups.catchUp(new Date())).toBe(true);
    // The same day again: there is one.
    expect(await backups.catchUp(new Date())).toBe(false);
    const left = await readdir(directory);
    expect([left.includes('mine.txt'), left.filter((name) => name.startsWith('jonction-daily-')).length < 12, Date.now() - Date.parse(backups.state().lastAt ?? '') < 60_000]).toEqual([true, true, true]);
    await backups.stop();
    await rm(directory, { recursive: true });
  });

  it('nowhere-to-write: said with its code, and the next one clears it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jonction-daily-'));
    await writeFile(join(directory, 'file'), '');
    const backups = keepBackups({ database: database(), daily: false, directory, dataVersion: () => 1 });
    await expect(backups.make(join(directory, 'file', 'whole.backup'))).rejects.toThrow();
    expect(backups.state().fault).toBe('internal');
    await backups.make(join(directory, 'whole.backup'));
    expect([backups.state().fault, (await readdir(directory)).sort()]).toEqual([null, ['file', 'whole.backup']]);
    await rm(directory, { recursive: true });
  });

  it('the coordination is told when the last one was made; the public is not told of any', async () => {
    for (const viewer of ['coordination', 'public'] as const) {
      const api = await openApp(database(), viewer);
      const said = health.strict().parse(await api.json('/api/health'));
      expect(said.backup).toEqual(viewer === 'public' ? undefined : { daily: false, lastAt: null, fault: null });
      await api.close();
    }
  });
});
