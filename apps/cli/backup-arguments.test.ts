import { expect, it } from 'vitest';
import { parseBackupArguments, parseRestoreArguments } from './backup-arguments';

it('backup: a path or none', () => {
  expect([parseBackupArguments([]), parseBackupArguments(['/media/usb/', '--json']), parseBackupArguments(['-h'])]).toEqual([{ help: false, path: null, json: false }, { help: false, path: '/media/usb/', json: true }, { help: true }]);
  expect([parseBackupArguments(['a', 'b']), parseBackupArguments(['--force'])]).toMatchObject([{ wrong: 'Un seul chemin. / One path only.' }, { wrong: expect.stringContaining('--force') as unknown }]);
});

it('restore: one file, and never over what is there unless it is said', () => {
  expect([parseRestoreArguments(['a.backup']), parseRestoreArguments(['a.backup', '--replace']), parseRestoreArguments(['--verify', 'a.backup'])]).toEqual([
    { help: false, path: 'a.backup', replace: false, verify: false, json: false },
    { help: false, path: 'a.backup', replace: true, verify: false, json: false },
    { help: false, path: 'a.backup', replace: false, verify: true, json: false },
  ]);
  expect([parseRestoreArguments([]), parseRestoreArguments(['a', 'b'])]).toEqual([{ wrong: 'Un seul fichier. / One file.' }, { wrong: 'Un seul fichier. / One file.' }]);
});
