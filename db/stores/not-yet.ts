export function notYet(...given: unknown[]): never {
  throw new Error(`not written yet (${given.length} arguments)`);
}
