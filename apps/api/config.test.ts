import { describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from './config';

const read = (env: Record<string, string>) => readConfig(env, '/srv/jonction');

describe('settings', () => {
  it('nothing set: the embedded database on this machine, everything shown to its owner', () => {
    expect(read({})).toEqual({ host: '127.0.0.1', port: 8090, database: { kind: 'pglite', dataDir: '/srv/jonction/.data' }, viewer: 'coordination', exercise: true, log: false, backups: { daily: true, directory: '/srv/jonction/.data/backups' } });
  });

  it('a backup a day of the embedded database; of a server only if asked for', () => {
    const DATABASE_URL = 'postgres://127.0.0.1/jonction';
    expect([read({ BACKUPS: '0' }), read({ DATABASE_URL }), read({ DATABASE_URL, BACKUPS: '1' })].map(({ backups }) => backups.daily)).toEqual([false, false, true]);
    expect([read({ BACKUP_DIR: '/mnt/usb' }), read({ DATABASE_URL, JONCTION_RASTERS: '/var/lib/jonction/rasters' })].map(({ backups }) => backups.directory)).toEqual(['/mnt/usb', '/var/lib/jonction/backups']);
  });

  it('blank is not set', () => {
    expect(read({ PORT: '', DATA_DIR: '', VIEWER: '' })).toEqual(read({}));
  });

  it('PostGIS, or an address that others reach, shows what the public may see', () => {
    expect(read({ DATABASE_URL: 'postgres://127.0.0.1/jonction' }).viewer).toBe('public');
    expect(read({ HOST: '0.0.0.0' }).viewer).toBe('public');
    expect(read({ HOST: '192.168.1.20' }).viewer).toBe('public');
  });

  it('VIEWER=coordination on a local address', () => {
    expect(read({ DATABASE_URL: 'postgres://127.0.0.1/jonction', VIEWER: 'coordination' }).viewer).toBe('coordination');
    expect(read({ HOST: '::1', DATABASE_URL: 'postgres://127.0.0.1/jonction', VIEWER: 'coordination' }).viewer).toBe('coordination');
  });

  it('coordination-on-the-network: refused, in both languages', () => {
    expect(() => read({ HOST: '0.0.0.0', VIEWER: 'coordination' })).toThrow(ConfigProblem);
    expect(() => read({ HOST: '0.0.0.0', VIEWER: 'coordination' })).toThrow(/comptes.*accounts/);
  });

  it.each([
    ['PORT', '80a'], ['PORT', '70000'], ['PORT', '-1'], ['HOST', 'not a host'], ['EXERCISE', 'no'], ['VIEWER', 'everyone'],
  ])('wrong: %s=%s is named with its value and what is expected', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`${name}.*${value}.*attendu.*${name}.*${value}.*expected`));
  });

  it('password-in-url: a wrong DATABASE_URL is not repeated', () => {
    expect(() => read({ DATABASE_URL: 'mysql://me:secret@host/db' })).toThrow(ConfigProblem);
    expect(() => read({ DATABASE_URL: 'mysql://me:secret@host/db' })).not.toThrow(/secret/);
  });
});
