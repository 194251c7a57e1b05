/**
 * A fault, fit for a log: what kind and where in the code. Its words are left out: a database or a reader may
 * quote a record or a file in them, and nothing of either stays in a log.
 */
export function loggable(error: unknown): Error {
  const safe = new Error('the words are left out');
  if (!(error instanceof Error)) return safe;
  safe.name = error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  safe.stack = [`${error.name}: the words are left out, they may quote a record or a file`, ...frames].join('\n');
  return safe;
}
