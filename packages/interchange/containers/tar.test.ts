import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTarHeader, TAR_BLOCK, TAR_END, type TarEntry, tarHeader, tarPadding } from './tar';

it('an entry comes back as it was written', () => {
  const entry = fc.record({ name: fc.stringMatching(/^[a-z0-9][a-z0-9./_-]{0,80}[a-z0-9]$/), kind: fc.constant('file' as const), bytes: fc.oneof(fc.nat(), fc.integer({ min: 8 ** 11 - 2, max: 2 ** 45 })) });
  fc.assert(fc.property(entry, (written: TarEntry) => {
    expect(readTarHeader(tarHeader(written))).toEqual(written);
  }));
  expect(readTarHeader(tarHeader({ name: 'rasters', kind: 'folder', bytes: 0 }))).toEqual({ name: 'rasters', kind: 'folder', bytes: 0 });
});

it('one-bit-flipped: whichever bit of the block it is, the block is not read', () => {
  const block = tarHeader({ name: 'database.tar.gz', kind: 'file', bytes: 123_456 });
  for (let bit = 0; bit < TAR_BLOCK * 8; bit += 1) {
    const flipped = Uint8Array.from(block);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(readTarHeader(flipped), `bit ${bit}`).toBeNull();
  }
});

it('a name that does not fit is refused, never cut', () => {
  expect(() => tarHeader({ name: 'x'.repeat(101), kind: 'file', bytes: 0 })).toThrow('100 printable ASCII');
  expect(() => tarHeader({ name: 'é', kind: 'file', bytes: 0 })).toThrow('100 printable ASCII');
});

it('the ends of blocks: 0 after a full one, 511 after one byte', () => {
  expect([0, 1, 511, 512, 513].map(tarPadding)).toEqual([0, 511, 1, 0, 511]);
});

it('any tar reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jonction-tar-'));
  const content = Buffer.from('bonjour');
  writeFileSync(join(folder, 'a.tar'), Buffer.concat([tarHeader({ name: 'in', kind: 'folder', bytes: 0 }), tarHeader({ name: 'in/a.txt', kind: 'file', bytes: 7 }), content, new Uint8Array(tarPadding(7)), TAR_END]));
  execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
  expect(readFileSync(join(folder, 'in/a.txt'), 'utf8')).toBe('bonjour');
  rmSync(folder, { recursive: true });
});
