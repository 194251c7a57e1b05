/**
 * A fault of an import, fit for a log: what kind and where in the code. Its words are left out: a database or a reader may
 * quote the file in them, and nothing of a file stays in a log.
 */
export function loggable(error: unknown): Error {
  const safe = new Error('import failed');
  if (!(error instanceof Error)) return safe;
  safe.name = error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  safe.stack = [`${error.name}: the words are left out, they may quote a file`, ...frames].join('\n');
  return safe;
}
