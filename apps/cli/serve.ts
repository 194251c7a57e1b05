import { ConfigProblem, readConfig } from '#api/config';
import { Problem, problemBody } from '#api/problem';
import { startServer, type Reporter } from '#api/server';
import { DatabaseProblem } from '#db/database';
import { issueMessages } from '#domain/issue-codes';
import { endOnSignals } from './end-on-signals';
import { describeProgress } from './print-report';

/** `npm start`, once everything is installed and built: starts the server, says where it is, and ends it on a signal. */
export async function serve(root: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const live = process.stdout.isTTY;
  const reporter: Reporter = {
    step: (fr, en) => console.log(`${live ? '\r\u001b[2K' : ''}${fr} / ${en}`),
    progress(progress) {
      if (live) process.stdout.write(`\r\u001b[2K  ${describeProgress(progress)}`);
    },
    error: (error) => console.error(error),
  };
  // Whoever read our words may be gone; that must not end us half way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const starting = startServer(readConfig(env, root), reporter);
    // A signal during the start waits for its end, so that the data directory is given back.
    endOnSignals(async () => (await starting).close(), { stopping: () => reporter.step('Arrêt', 'Stopping'), failed: (error) => reporter.error(error) });
    const server = await starting;
    await server.ready();
    console.log(`\nJonction : ${server.url}  (Ctrl-C pour arrêter / to stop)`);
  } catch (error) {
    console.error(`\n${describeStartFailure(error, env)}`);
    process.exit(1);
  }
}

/** One clear sentence in each language; anything unexpected keeps its stack. */
function describeStartFailure(error: unknown, env: Readonly<Record<string, string | undefined>>): string {
  if (error instanceof ConfigProblem) return `${error.fr}\n${error.en}`;
  if (error instanceof DatabaseProblem) {
    const { fr, en } = issueMessages[error.code];
    const advice = error.code === 'dataDirLocked' ? ['DATA_DIR=… npm start', ' Pour un autre dossier : ', ' For another directory: '] : null;
    return [fr, en].map((sentence, at) => `${sentence} (${error.detail})${advice === null ? '' : `${advice[at + 1] ?? ''}${advice[0] ?? ''}`}`).join('\n');
  }
  if (error instanceof Problem) {
    const { detail, detailFr } = problemBody(error);
    const next = Number(env['PORT'] ?? 8090) + 1;
    return error.code === 'portTaken' ? `${detailFr} PORT=${next} npm start\n${detail} PORT=${next} npm start` : `${detailFr}\n${detail}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
