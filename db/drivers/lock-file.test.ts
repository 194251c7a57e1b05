import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, readLock, releaseLock, updateLock } from './lock-file';

let dataDir = '';
const lockPath = () => join(dataDir, 'jonction.lock');
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jonction-lock-'));
});
afterEach(async () => {
  await releaseLock(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

/** The pid of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}
const writeLock = (lock: object) => writeFileSync(lockPath(), JSON.stringify({ startedAt: '2026-11-24T08:00:00.000Z', port: 4173, token: 'stale', process: null, ...lock }));

describe('the lock of a data directory', () => {
  it('names the process, and is readable by its owner only', async () => {
    const lock = await acquireLock(dataDir);
    expect(lock).toMatchObject({ pid: process.pid, port: null });
    expect(lock.token).toMatch(/^[0-9a-f]{48}$/);
    expect(await readLock(dataDir)).toEqual(lock);
    expect(statSync(lockPath()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['jonction.lock']);
  });

  it('refuses a second holder, and says who the first is', async () => {
    await acquireLock(dataDir);
    await updateLock(dataDir, { port: 4173 });
    await expect(acquireLock(dataDir)).rejects.toMatchObject({ code: 'dataDirLocked', detail: expect.stringContaining(`process ${process.pid}`) as unknown });
    await expect(acquireLock(dataDir)).rejects.toMatchObject({ detail: expect.stringContaining('port 4173') as unknown });
  });

  it('keeps the token when the port is written in, and goes away when given back', async () => {
    const lock = await acquireLock(dataDir);
    expect(await updateLock(dataDir, { port: 4173 })).toMatchObject({ token: lock.token, port: 4173 });
    expect(await readLock(dataDir)).toEqual({ ...lock, port: 4173 });
    await releaseLock(dataDir);
    expect(await readLock(dataDir)).toBeNull();
    await expect(updateLock(dataDir, { port: 1 })).rejects.toThrow('held by this process expected');
  });

  it('lock-of-a-dead-process: is no lock, and is taken over', async () => {
    writeLock({ pid: await deadPid() });
    expect(await readLock(dataDir)).toBeNull();
    expect(await acquireLock(dataDir)).toMatchObject({ pid: process.pid });
    expect(readdirSync(dataDir)).toEqual(['jonction.lock']);
  });

  it.runIf(process.platform === 'linux')('pid-used-again: a live process that started later does not hold the lock of its forerunner', async () => {
    writeLock({ pid: process.pid, process: 'an-earlier-boot:12345' });
    expect(await readLock(dataDir)).toBeNull();
    expect(await acquireLock(dataDir)).toMatchObject({ port: null });
  });

  it('lock-half-written: is taken over', async () => {
    writeFileSync(lockPath(), '{"pid": 12');
    expect(await readLock(dataDir)).toBeNull();
    expect(await acquireLock(dataDir)).toMatchObject({ pid: process.pid });
  });

  it('two-takers: of several who find the same stale lock, one gets it', async () => {
    writeLock({ pid: await deadPid() });
    const attempts = await Promise.allSettled([1, 2, 3, 4, 5].map(() => acquireLock(dataDir)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.filter((attempt) => attempt.status === 'rejected').map((attempt) => (attempt.reason as { code: string }).code)).toEqual(Array(4).fill('dataDirLocked'));
  });

  it('someone-elses-lock: is not taken away by giving back', async () => {
    await acquireLock(dataDir);
    writeLock({ pid: process.pid, token: 'another' });
    await releaseLock(dataDir);
    expect(JSON.parse(readFileSync(lockPath(), 'utf8'))).toMatchObject({ token: 'another' });
  });

  it('unwritable: a file stands where the directory should be', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    await expect(acquireLock(join(file, 'data'))).rejects.toMatchObject({ code: 'dataDirUnwritable', detail: expect.stringContaining('a-file') as unknown });
  });
});
