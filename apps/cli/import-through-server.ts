import { LOCAL_HISTORY_PATH, LOCAL_IMPORTS_PATH, LOCAL_SETTLED_PATH, LOCAL_TOKEN_HEADER, LOCAL_UNDO_PATH, toLocalImportQuery, type LocalImportLine } from '#api/local/local-import-contract';
import type { ImportListItem } from '#api/services/import/import-answer';
import type { UndoOutcome } from '#api/services/import/undo-import';
import type { ImportOptions, ImportProgress, ImportReport } from '#api/services/import/import-report';
import { readLines } from './read-lines';

/** A file as its bytes, or, of a large one, where it lies. */
export type LocalContent = Uint8Array<ArrayBuffer> | { readonly path: string };

/** Hands a file to the server on this machine that holds the data directory, and follows what it does with it. */
export async function importThroughServer(server: { port: number; token: string }, content: LocalContent, options: ImportOptions, onProgress: (progress: ImportProgress) => void): Promise<ImportReport> {
  const query = toLocalImportQuery(options);
  if (!(content instanceof Uint8Array)) query.set('path', content.path);
  const response = await fetch(`http://127.0.0.1:${server.port}${LOCAL_IMPORTS_PATH}?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', [LOCAL_TOKEN_HEADER]: server.token },
    body: content instanceof Uint8Array ? content : new Uint8Array(),
  });
  if (!response.ok || response.body === null) throw new Error(`Le serveur répond / the server answers ${response.status}: ${await response.text()}`);
  for await (const line of readLines<LocalImportLine>(response.body)) {
    if (line.kind === 'report') return line.report;
    if (line.kind === 'failed') throw new Error(line.message);
    onProgress(line.progress);
  }
  throw new Error('Le serveur s’est arrêté avant la fin ; rien n’a été changé. / The server stopped before the end; nothing was changed.');
}

type Server = { readonly port: number; readonly token: string };

async function ask<Answer>({ port, token }: Server, path: string, method: 'GET' | 'POST'): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { [LOCAL_TOKEN_HEADER]: token } });
  if (!response.ok) throw new Error(`Le serveur répond / the server answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Every load that the server knows. */
export const listThroughServer = (server: Server): Promise<readonly ImportListItem[]> => ask(server, LOCAL_HISTORY_PATH, 'GET');

/** Has the server take a load back. */
export const undoThroughServer = (server: Server, importId: string, laterChanges: 'ask' | 'keep'): Promise<UndoOutcome> =>
  ask(server, `${LOCAL_UNDO_PATH}?${new URLSearchParams({ importId, laterChanges }).toString()}`, 'POST');

/** Waits until the server answers from what was loaded: whoever asks next sees it. */
export async function waitForAnswers(server: { port: number; token: string }): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${server.port}${LOCAL_SETTLED_PATH}`, { headers: { [LOCAL_TOKEN_HEADER]: server.token } });
  if (!response.ok) throw new Error(`Le serveur répond / the server answers ${response.status}: ${await response.text()}`);
}
