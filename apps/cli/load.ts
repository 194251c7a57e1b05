import { readFile, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { createImporter } from '#api/services/import/import-queue';
import type { ImportOptions, ImportProgress, ImportReport } from '#api/services/import/import-report';
import { DatabaseProblem, openDatabase } from '#db/database';
import { readLock } from '#db/drivers/lock-file';
import { issueMessages } from '#domain/issue-codes';
import { importThroughServer, waitForAnswers } from './import-through-server';
import { LOAD_USAGE, parseLoadArguments } from './load-arguments';
import { describeProgress, describeReport } from './print-report';

/** Nothing refused; something went wrong that is not the file's; something was refused and so not taken. */
const EXIT = { taken: 0, failed: 1, refused: 2 } as const;

export interface LoadEnvironment {
  /** Where the user stands: file names are relative to it, and refused rows are written there. */
  readonly workingDir: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

/** Where files go: into a database of our own, or through the server that holds the directory. */
interface Target {
  importFile(bytes: Uint8Array<ArrayBuffer>, options: ImportOptions, onProgress: (progress: ImportProgress) => void): Promise<ImportReport>;
  /** Ends the work: what was loaded is what is answered from now on. */
  close(): Promise<void>;
}

/** `npm run load`: reads, reports and applies files, one after the other. Answers the exit code. */
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

  const files = await readFiles(parsed.files, environment.workingDir);
  if (typeof files === 'string') {
    console.error(files);
    return EXIT.failed;
  }
  let target: Target | null = null;
  let exitCode: number = EXIT.taken;
  try {
    target = await openTarget(environment, status);
    for (const { name, bytes } of files) {
      const report = await target.importFile(bytes, { ...parsed.options, fileName: name }, (progress) => status(`${name}: ${describeProgress(progress)}`));
      status('');
      const refusedPath = report.refusedRowsCsv === null ? null : resolve(environment.workingDir, `${name}.refused.csv`);
      if (refusedPath !== null) await writeFile(refusedPath, report.refusedRowsCsv ?? '');
      if (parsed.json) console.log(JSON.stringify({ ...report, refusedRowsCsv: undefined, refusedRowsFile: refusedPath }));
      else console.log(`${describeReport(report, refusedPath === null ? null : `./${relative(environment.workingDir, refusedPath)}`)}\n`);
      if (report.outcome === 'refused') exitCode = EXIT.refused;
    }
  } catch (error) {
    status('');
    console.error(describeFailure(error));
    exitCode = EXIT.failed;
  } finally {
    status('Mise à jour de la carte / Updating the map');
    await target?.close().catch((error: unknown) => (exitCode === EXIT.failed ? undefined : console.error(describeFailure(error))));
    status('');
  }
  return exitCode;
}

async function readFiles(paths: readonly string[], workingDir: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }[] | string> {
  const files = [];
  for (const path of paths) {
    try {
      files.push({ name: basename(path), bytes: new Uint8Array(await readFile(resolve(workingDir, path))) });
    } catch (error) {
      return `${path} : fichier illisible. / ${path}: file cannot be read. (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`;
    }
  }
  return files;
}

async function openTarget({ dataDir, databaseUrl }: LoadEnvironment, status: (text: string) => void): Promise<Target> {
  if (databaseUrl === null) {
    const lock = await readLock(dataDir);
    if (lock !== null && lock.port !== null) {
      const { port, token } = lock;
      return { importFile: (bytes, options, onProgress) => importThroughServer({ port, token }, bytes, options, onProgress), close: () => waitForAnswers({ port, token }) };
    }
  }
  const database = await openDatabase(databaseUrl === null ? { kind: 'pglite', dataDir } : { kind: 'postgis', databaseUrl }, ({ fr, en }) => status(`${fr} / ${en}`));
  const importer = createImporter(database);
  return { importFile: (bytes, options, onProgress) => importer.importFile(bytes, options, { onProgress }), close: () => database.close() };
}

function describeFailure(error: unknown): string {
  if (error instanceof DatabaseProblem) {
    const { fr, en } = issueMessages[error.code];
    return `${fr} / ${en} (${error.detail})`;
  }
  return `Échec ; rien de ce fichier n’a été changé. / Failed; nothing of this file was changed.\n${error instanceof Error ? error.message : String(error)}`;
}
