import { parseArgs } from 'node:util';

export const BACKUP_USAGE = `npm run backup -- [FICHIER OU DOSSIER / FILE OR FOLDER]
  Un seul fichier avec la base, les grilles et les secrets ; le serveur peut tourner. / One file with the database, the rasters and the secrets; the server may run.
  Sans chemin : dans BACKUP_DIR, sinon .data/backups. / Without a path: in BACKUP_DIR, else .data/backups.
  --json    une ligne JSON / one line of JSON`;

export const RESTORE_USAGE = `npm run restore -- FICHIER / FILE
  Tout est vérifié avant que rien ne soit touché ; le serveur doit être arrêté. / Everything is checked before anything is touched; the server must be stopped.
  --replace   mettre de côté les données qui sont là, et les garder / move the data that are there aside, and keep them
  --verify    vérifier seulement / check only
  --json      une ligne JSON / one line of JSON`;

export type BackupArguments = { readonly help: true } | { readonly help: false; readonly path: string | null; readonly json: boolean };
export type RestoreArguments = { readonly help: true } | { readonly help: false; readonly path: string; readonly replace: boolean; readonly verify: boolean; readonly json: boolean };
type Wrong = { readonly wrong: string };

export function parseBackupArguments(words: readonly string[]): BackupArguments | Wrong {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { help: { type: 'boolean', short: 'h', default: false }, json: { type: 'boolean', default: false } } });
    if (values.help) return { help: true };
    if (positionals.length > 1) return { wrong: 'Un seul chemin. / One path only.' };
    return { help: false, path: positionals[0] ?? null, json: values.json };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

export function parseRestoreArguments(words: readonly string[]): RestoreArguments | Wrong {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false }, json: { type: 'boolean', default: false }, replace: { type: 'boolean', default: false }, verify: { type: 'boolean', default: false } },
    });
    if (values.help) return { help: true };
    const [path, another] = positionals;
    if (path === undefined || another !== undefined) return { wrong: 'Un seul fichier. / One file.' };
    return { help: false, path, replace: values.replace, verify: values.verify, json: values.json };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
