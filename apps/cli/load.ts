import { access, constants, readFile, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { describeDatabaseFailure } from './describe-failure';
import { LOAD_USAGE, parseLoadArguments } from './load-arguments';
import { describeHistory, describeUndo } from './print-history';
import type { LocalContent } from './import-through-server';
import { type LoadTarget, openTarget } from './load-target';
import { describeProgress, describeReport } from './print-report';

/** Nothing refused; something went wrong that is not the file's; something was refused and so not taken. */
const EXIT = { taken: 0, failed: 1, refused: 2 } as const;

const NOTHING_CHANGED = ['Échec ; rien de ce fichier n’a été changé.', 'Failed; nothing of this file was changed.'] as const;

export interface LoadEnvironment {
  /** Where the user stands: file names are relative to it, and refused rows are written there. */
  readonly workingDir: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Where rasters lie beside a database that is a server; an embedded one has them in its own folder. */
  readonly rastersDir: string;
}

/** `npm run load`: reads, reports and applies files, one after the other; shows what was loaded; takes a load back. Answers the exit code. */
export async function load(words: readonly string[], environment: LoadEnvironment): Promise<number> {
  const parsed = parseLoadArguments(words);
  if ('wrong' in parsed) {
    console.error(`${parsed.wrong}\n\n${LOAD_USAGE}`);
    return EXIT.failed;
  }
  const live = process.stderr.isTTY && !parsed.json;
  const status = (text: string): void => {
    if (live) process.stderr.write(`\r\u001b[2K${text}`);
  };

  const files = parsed.kind === 'load' ? await readFiles(parsed.files, environment.workingDir) : [];
  if (typeof files === 'string') {
    console.error(files);
    return EXIT.failed;
  }
  let target: LoadTarget | null = null;
  let exitCode: number = EXIT.taken;
  try {
    target = await openTarget(environment, status);
    if (parsed.kind === 'history') {
      const loads = await target.history();
      console.log(parsed.json ? JSON.stringify(loads) : describeHistory(loads));
    }
    if (parsed.kind === 'undo') {
      const outcome = await target.undo(parsed.importId, parsed.laterChanges);
      console.log(parsed.json ? JSON.stringify(outcome) : describeUndo(outcome));
      if (!outcome.undone) exitCode = EXIT.refused;
    }
    for (const { name, content } of files) {
      const options = parsed.kind === 'load' ? parsed.options : { dryRun: true, acceptPartial: false };
      const report = await target.importFile(content, { ...options, fileName: name }, (progress) => status(`${name}: ${describeProgress(progress)}`));
      status('');
      const refusedPath = report.refusedRowsCsv === null ? null : resolve(environment.workingDir, `${name}.refused.csv`);
      if (refusedPath !== null) await writeFile(refusedPath, report.refusedRowsCsv ?? '');
      if (parsed.json) console.log(JSON.stringify({ ...report, refusedRowsCsv: undefined, refusedRowsFile: refusedPath }));
      else console.log(`${describeReport(report, refusedPath === null ? null : `./${relative(environment.workingDir, refusedPath)}`)}\n`);
      if (report.outcome === 'refused') exitCode = EXIT.refused;
    }
  } catch (error) {
    status('');
    console.error(describeDatabaseFailure(error, NOTHING_CHANGED));
    exitCode = EXIT.failed;
  } finally {
    status('Mise à jour de la carte / Updating the map');
    await target?.close().catch((error: unknown) => (exitCode === EXIT.failed ? undefined : console.error(describeDatabaseFailure(error, NOTHING_CHANGED))));
    status('');
  }
  return exitCode;
}

async function readFiles(paths: readonly string[], workingDir: string): Promise<{ name: string; content: LocalContent }[] | string> {
  const files = [];
  for (const path of paths) {
    try {
      const where = resolve(workingDir, path);
      // Rasters are read from where they lie, window by window.
      if (/\.tiff?$/i.test(path)) await access(where, constants.R_OK);
      files.push({ name: basename(path), content: /\.tiff?$/i.test(path) ? { path: where } : new Uint8Array(await readFile(where)) });
    } catch (error) {
      return `${path} : fichier illisible. / ${path}: file cannot be read. (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`;
    }
  }
  return files;
}
