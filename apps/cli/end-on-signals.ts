/** A second signal sooner than this is the same keystroke again: a terminal and npm both hand it on. */
const SAME_KEYSTROKE_MS = 1000;
const LOOK_EVERY_MS = 500;

/**
 * Ends cleanly on SIGINT and SIGTERM, then the process, with exit code 0; a later second signal ends it at once.
 * Under npm the end of npm is a signal too: npm passes a signal on to the shell between us, which may die without passing it on.
 */
export function endOnSignals(end: () => Promise<void>, say: { stopping(): void; failed(error: unknown): void }): void {
  let endingSince: number | null = null;
  const stop = (): void => {
    if (endingSince !== null) {
      if (Date.now() - endingSince > SAME_KEYSTROKE_MS) process.exit(1);
      return;
    }
    endingSince = Date.now();
    say.stopping();
    end().then(() => process.exit(0), (error: unknown) => {
      say.failed(error);
      process.exit(1);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    if (endingSince === null) stop();
  }, LOOK_EVERY_MS);
  timer.unref();
}
